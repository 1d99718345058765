using Microsoft.OpenApi;

namespace K2P.Web.Http;

/// <summary>The OpenAPI document, made from the endpoints.</summary>
internal static class OpenApi
{
    private const string DocumentName = "v1";

    public static void AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(
            DocumentName,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = new OpenApiInfo
                        {
                            Title = "k2p",
                            Version = "1",
                            Description = "Converts KNIME workflows to Python scripts.",
                        };
                        // The address is the reader's business, not the server's that made the document.
                        document.Servers = [];
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        if (
                            context
                                .Description.ActionDescriptor.EndpointMetadata.OfType<UploadBody>()
                                .Any()
                        )
                        {
                            operation.RequestBody = UploadBody.Describe();
                        }

                        return Task.CompletedTask;
                    }
                );
            }
        );

    public static void MapApiDocument(this IEndpointRouteBuilder app) =>
        app.MapOpenApi("/api/openapi.json");

    /// <summary>Declares answers in problem+json.</summary>
    public static RouteHandlerBuilder ProducesProblems(
        this RouteHandlerBuilder builder,
        params int[] statuses
    )
    {
        foreach (var status in statuses)
        {
            builder.Produces<Problem>(status, Problems.MediaType);
        }

        return builder;
    }
}

/// <summary>Marks the endpoint that reads a multipart body by itself.</summary>
internal sealed record UploadBody
{
    public static OpenApiRequestBody Describe() =>
        new()
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["multipart/form-data"] = new()
                {
                    Schema = new OpenApiSchema
                    {
                        Type = JsonSchemaType.Object,
                        Required = new HashSet<string>(StringComparer.Ordinal) { "bundle" },
                        Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
                        {
                            ["bundle"] = new OpenApiSchema
                            {
                                Type = JsonSchemaType.String,
                                Format = "binary",
                            },
                            ["workbook"] = Choice("py", "ipynb"),
                            ["graph"] = Choice("dot", "json", "off"),
                            ["strict"] = new OpenApiSchema { Type = JsonSchemaType.Boolean },
                        },
                    },
                },
            },
        };

    private static OpenApiSchema Choice(params string[] values) =>
        new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. values.Select(value => (System.Text.Json.Nodes.JsonNode)value)],
        };
}

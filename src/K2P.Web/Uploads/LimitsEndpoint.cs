using K2P.Web.Http;
using K2P.Web.Jobs;
using Microsoft.Extensions.Options;

namespace K2P.Web.Uploads;

/// <summary>What a bundle may be and how long a result is kept, so that a client can tell before it sends anything.</summary>
internal sealed record LimitsView(
    long MaxBytes,
    int MaxEntries,
    int MaxDepth,
    int MaxPathBytes,
    long MaxEntryBytes,
    long MaxTotalBytes,
    int MaxRatio,
    double RetentionHours
);

/// <summary>States the limits as they are configured.</summary>
internal static class LimitsEndpoint
{
    public static void MapLimits(this IEndpointRouteBuilder api) =>
        api.MapGet("/limits", Get)
            .WithName("getLimits")
            .WithSummary("What a bundle may be, and how long a result is kept.")
            .Produces<LimitsView>();

    private static IResult Get(IOptions<UploadOptions> upload, IOptions<JobOptions> jobs)
    {
        var limits = upload.Value.Limits;
        return Results.Json(
            new LimitsView(
                upload.Value.MaxBytes,
                limits.MaxEntries,
                limits.MaxDepth,
                limits.MaxPathBytes,
                limits.MaxEntryBytes,
                limits.MaxTotalBytes,
                limits.MaxRatio,
                jobs.Value.RetentionHours
            ),
            ServiceJson.Default.LimitsView
        );
    }
}

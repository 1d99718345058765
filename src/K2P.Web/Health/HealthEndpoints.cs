using K2P.Web.Blobs;
using K2P.Web.Configuration;
using K2P.Web.Database;
using K2P.Web.Http;
using K2P.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace K2P.Web.Health;

/// <summary>Says that the process lives, and whether it can do its work; a word per part, never a reason.</summary>
internal static partial class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet(
                "/healthz",
                () => Results.Json(new HealthView("ok"), ServiceJson.Default.HealthView)
            )
            .WithName("health")
            .WithSummary("200 as long as the process lives.")
            .Produces<HealthView>();
        app.MapGet("/readyz", ReadyAsync)
            .WithName("ready")
            .WithSummary("Whether every part that is needed answers.")
            .Produces<ReadyView>()
            .Produces<ReadyView>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> ReadyAsync(
        OpenDb open,
        IBlobStore blobs,
        IJobQueue queue,
        WorkerState worker,
        IOptions<RoleOptions> roles,
        ILogger<ReadyView> logger,
        CancellationToken cancel
    )
    {
        var checks = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["database"] = await WordAsync("database", DatabaseAsync),
            ["store"] = await WordAsync("store", blobs.CheckAsync),
            ["queue"] = await WordAsync("queue", queue.HasRoomAsync),
        };
        if (roles.Value.Worker)
        {
            checks["worker"] = worker.ConverterVersion is null ? "starting" : "ok";
        }

        var ready = checks.Values.All(word => word == "ok");
        return Results.Json(
            new ReadyView(ready ? "ok" : "unavailable", checks),
            ServiceJson.Default.ReadyView,
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable
        );

        async Task DatabaseAsync(CancellationToken limit)
        {
            await using var db = open();
            await db.Secrets.AnyAsync(limit);
        }

        async Task<string> WordAsync(string name, Func<CancellationToken, Task> check)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Patience);
            try
            {
                await check(limit.Token);
                return "ok";
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                Log.NotReady(logger, exception, name);
                return "unavailable";
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Not ready: {Part}")]
        public static partial void NotReady(ILogger logger, Exception exception, string part);
    }
}

/// <summary>The process lives.</summary>
internal sealed record HealthView(string Status);

/// <summary>A word for the whole and one for each part.</summary>
internal sealed record ReadyView(string Status, IReadOnlyDictionary<string, string> Checks);

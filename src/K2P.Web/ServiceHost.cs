using System.Text.Json;
using System.Text.Json.Serialization;
using K2P.Web.Blobs;
using K2P.Web.Configuration;
using K2P.Web.Database;
using K2P.Web.Health;
using K2P.Web.Http;
using K2P.Web.Jobs;
using K2P.Web.Sandbox;
using K2P.Web.Uploads;
using Microsoft.Extensions.Options;

namespace K2P.Web;

/// <summary>Puts the service together: what it is made of, and what a request passes through.</summary>
internal static class ServiceHost
{
    private const string EnvironmentPrefix = "K2P_";

    /// <summary><c>k2p-web</c> serves; <c>k2p-web migrate</c> brings the database up to date and ends.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            await using var app = Create(args);
            if (args.Contains("migrate"))
            {
                await app.MigrateAsync();
                return 0;
            }

            await app.PrepareAsync();
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception)
            when (exception is OptionsValidationException or InvalidOperationException)
        {
            // A wrong setting is for the operator to read, without a stack trace.
            await Console.Error.WriteLineAsync($"k2p-web: {exception.Message}");
            return 1;
        }
    }

    /// <summary>The whole application, not started.</summary>
    public static WebApplication Create(
        string[] args,
        Action<WebApplicationBuilder>? configure = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }
        );
        configure?.Invoke(builder);
        builder.AddK2P();
        var app = builder.Build();
        app.UseK2P();
        return app;
    }

    /// <summary>What must be done once before the first request.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        TemporaryFiles.ClearAbandoned(
            app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Temporary
        );
        if (app.Services.GetRequiredService<IBlobStore>() is S3BlobStore store)
        {
            await store.PrepareAsync(CancellationToken.None);
        }

        if (app.Services.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigrateAtStart)
        {
            await app.MigrateAsync();
        }
        else
        {
            await app.RequireCurrentAsync();
        }
    }

    private static void AddK2P(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddEnvironmentVariables(EnvironmentPrefix);
        builder.AddSection<RoleOptions>();
        builder.AddSection<StorageOptions>();
        builder.AddSection<UploadOptions>();
        builder.AddSection<JobOptions>();
        builder.AddSection<SandboxOptions>();
        builder.AddSection<ConverterOptions>();
        builder.AddDatabase();

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        builder.AddBlobs();
        builder.AddQueue();
        services.AddSingleton<JobAnswers>();
        services.AddSingleton<BundleCheck>();
        services.AddSingleton<ClientHash>();
        services.AddSingleton<UploadServices>();
        services.AddSingleton<WorkerState>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ServiceJson.Default);
            // What the OpenAPI document is made by; the same as the bodies.
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddApiDocument();
        builder.AddServer();

        var roles =
            builder.Configuration.GetSection(RoleOptions.Section).Get<RoleOptions>()
            ?? new RoleOptions();
        if (roles.Worker)
        {
            services.AddSingleton<ISandbox, ProcessSandbox>();
            services.AddSingleton<Workspaces>();
            services.AddSingleton<JobRun>();
            services.AddSingleton<JobAttempt>();
            services.AddHostedService<JobWorker>();
            services.AddHostedService<Retention>();
        }
    }

    private static void AddBlobs(this WebApplicationBuilder builder)
    {
        builder.AddSection<BlobOptions>();
        if (
            builder.Configuration[$"{BlobOptions.Section}:{nameof(BlobOptions.Kind)}"]
            == BlobOptions.S3
        )
        {
            builder.Services.AddSingleton<IBlobStore, S3BlobStore>();
        }
        else
        {
            builder.Services.AddSingleton<IBlobStore, FileBlobStore>();
        }
    }

    private static void AddQueue(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<JobSignals>();
        if (builder.UsesPostgres())
        {
            builder.Services.AddSingleton<IJobQueue, PostgresJobQueue>();
            builder.Services.AddHostedService<PostgresSignals>();
        }
        else
        {
            builder.Services.AddSingleton<IJobQueue, SqliteJobQueue>();
        }
    }

    private static void AddServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Only the upload takes more; it raises the limit for itself.
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 64;
            kestrel.Limits.MaxRequestLineSize = 4 * 1024;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        builder
            .Services.AddOptions<HostOptions>()
            .Configure<IOptions<JobOptions>>(
                (host, jobs) =>
                    host.ShutdownTimeout = TimeSpan.FromSeconds(jobs.Value.GraceSeconds + 10)
            );
    }

    /// <summary>The order matters: headers go on every answer, and every failure below becomes a problem.</summary>
    private static void UseK2P(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseProblems();
        app.UseRefusalWhenStopping();
        if (app.Services.GetRequiredService<IOptions<RoleOptions>>().Value.Api)
        {
            app.UsePage();
            app.UseRouting();
            var api = app.MapGroup("/api");
            api.MapLimits();
            api.MapUploads();
            api.MapJobs();
            api.MapResults();
            app.MapApiDocument();
        }

        app.MapHealth();
    }

    /// <summary>A service that stops takes no new work; what it was asked before it finishes.</summary>
    private static void UseRefusalWhenStopping(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use(
            (context, next) =>
            {
                if (
                    !stopping.IsCancellationRequested
                    || context.Request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal)
                )
                {
                    return next(context);
                }

                context.Response.Headers.Connection = "close";
                return context.RefuseAsync(
                    Refusal.Unavailable("The service is shutting down. Try again shortly.")
                );
            }
        );
    }

    /// <summary>The browser UI, from wwwroot beside the program.</summary>
    private static void UsePage(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles(
            new StaticFileOptions
            {
                OnPrepareResponse = context =>
                {
                    // Names under /assets carry a hash of their content.
                    var isAsset = context.Context.Request.Path.StartsWithSegments(
                        "/assets",
                        StringComparison.Ordinal
                    );
                    context.Context.Response.Headers.CacheControl = isAsset
                        ? "public, max-age=31536000, immutable"
                        : "no-cache";
                },
            }
        );
    }
}

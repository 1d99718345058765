using K2P.Web.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace K2P.Web.Database;

/// <summary>Registers the database and brings it to the model's state.</summary>
internal static partial class DatabaseSetup
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.AddSection<DatabaseOptions>();
        builder.Services.AddPooledDbContextFactory<SqliteDb>(
            (services, options) =>
            {
                var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
                var storage = services.GetRequiredService<IOptions<StorageOptions>>().Value;
                var path =
                    database.Path.Length > 0
                        ? database.Path
                        : Path.Combine(storage.FullRoot, "k2p.db");
                SqliteDb.Configure(options, Path.GetFullPath(path), database.BusySeconds);
            }
        );
        builder.Services.AddSingleton<OpenDb>(services =>
        {
            var factory = services.GetRequiredService<IDbContextFactory<SqliteDb>>();
            return factory.CreateDbContext;
        });
        builder.Services.AddScoped(services => services.GetRequiredService<OpenDb>()());
    }

    /// <summary>Applies what is outstanding; several processes may do so at once, the migration lock serialises them.</summary>
    public static async Task MigrateAsync(
        this WebApplication app,
        CancellationToken cancel = default
    )
    {
        var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        Directory.CreateDirectory(storage.FullRoot);
        await using var db = app.Services.GetRequiredService<OpenDb>()();
        var outstanding = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (outstanding.Count > 0)
        {
            await db.Database.MigrateAsync(cancel);
            Log.Migrated(app.Logger, outstanding.Count, outstanding[^1]);
        }
    }

    /// <summary>Refuses to run on a database of another version.</summary>
    public static async Task RequireCurrentAsync(this WebApplication app)
    {
        await using var db = app.Services.GetRequiredService<OpenDb>()();
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
        {
            throw new InvalidOperationException(
                "The database is not up to date: run `k2p-web migrate`, or set Database:MigrateAtStart to true."
            );
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Applied {Count} migrations, the last is {Name}")]
        public static partial void Migrated(ILogger logger, int count, string name);
    }
}

/// <summary>Opens a context of the configured database; the caller disposes of it.</summary>
internal delegate ServiceDb OpenDb();

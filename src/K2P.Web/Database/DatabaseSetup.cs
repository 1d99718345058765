using K2P.Web.Configuration;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace K2P.Web.Database;

/// <summary>Registers the database and brings it to the model's state.</summary>
internal static partial class DatabaseSetup
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        builder.AddSection<DatabaseOptions>();
        var services = builder.Services;
        if (builder.UsesPostgres())
        {
            services.AddSingleton(provider =>
                PostgresDb.Connect(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value)
            );
            services.AddPooledDbContextFactory<PostgresDb>(
                (provider, options) =>
                    PostgresDb.Configure(options, provider.GetRequiredService<NpgsqlDataSource>())
            );
            services.AddSingleton<OpenDb>(provider =>
                provider.GetRequiredService<IDbContextFactory<PostgresDb>>().CreateDbContext
            );
        }
        else
        {
            services.AddPooledDbContextFactory<SqliteDb>(ConfigureSqlite);
            services.AddSingleton<OpenDb>(provider =>
                provider.GetRequiredService<IDbContextFactory<SqliteDb>>().CreateDbContext
            );
        }
    }

    /// <summary>Which of the two the settings name; a wrong name is reported when the service starts.</summary>
    public static bool UsesPostgres(this WebApplicationBuilder builder) =>
        builder.Configuration[$"{DatabaseOptions.Section}:{nameof(DatabaseOptions.Kind)}"]
        == DatabaseOptions.Postgres;

    private static void ConfigureSqlite(IServiceProvider provider, DbContextOptionsBuilder options)
    {
        var database = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var storage = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        var path =
            database.Path.Length > 0 ? database.Path : Path.Combine(storage.FullRoot, "k2p.db");
        SqliteDb.Configure(options, Path.GetFullPath(path), database.BusySeconds);
    }

    /// <summary>Applies what is outstanding; processes that do so at once take turns.</summary>
    public static async Task MigrateAsync(
        this WebApplication app,
        CancellationToken cancel = default
    )
    {
        var storage = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value;
        Directory.CreateDirectory(storage.FullRoot);
        await using var db = app.Services.GetRequiredService<OpenDb>()();
        try
        {
            await db.Database.OpenConnectionAsync(cancel);
        }
        catch (NpgsqlException unreachable)
        {
            throw new InvalidOperationException(
                $"Database:ConnectionString leads to no database that answers: {unreachable.Message}",
                unreachable
            );
        }

        await using var turn = await Turn.TakeAsync(db, cancel);
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

    /// <summary>
    /// The right to change the schema. On PostgreSQL a session's advisory lock, because the first of several
    /// replicas has no table yet that it could lock; SQLite's own migration lock does.
    /// </summary>
    private sealed class Turn(ServiceDb? db) : IAsyncDisposable
    {
        public static async Task<Turn> TakeAsync(ServiceDb db, CancellationToken cancel)
        {
            if (db is not PostgresDb)
            {
                return new Turn(null);
            }

            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
            await db.Database.ExecuteSqlAsync(
                $"SELECT pg_advisory_lock({PostgresDb.MigrationLock})",
                cancel
            );
            return new Turn(db);
        }

        public async ValueTask DisposeAsync()
        {
            if (db is not null)
            {
                await db.Database.ExecuteSqlAsync(
                    $"SELECT pg_advisory_unlock({PostgresDb.MigrationLock})"
                );
                db.Database.SetCommandTimeout(null);
            }
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

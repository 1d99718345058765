using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace K2P.Web.Database;

/// <summary>The embedded database: one SQLite file with a write-ahead log.</summary>
internal sealed class SqliteDb(DbContextOptions<SqliteDb> options) : ServiceDb(options)
{
    public static void Configure(DbContextOptionsBuilder builder, string path, int busySeconds)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            DefaultTimeout = busySeconds,
        };
        builder.UseSqlite(connection.ToString()).AddInterceptors(Durable.Instance);
    }

    /// <summary>A committed job survives a power failure: the log is synced at every commit.</summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        public static Durable Instance { get; } = new();

        public override void ConnectionOpened(
            DbConnection connection,
            ConnectionEndEventData eventData
        )
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            // SQLite has no asynchronous calls.
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}

/// <summary>For <c>dotnet ef migrations add</c> only.</summary>
internal sealed class SqliteDbDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        SqliteDb.Configure(builder, "design.db", 10);
        return new SqliteDb(builder.Options);
    }
}

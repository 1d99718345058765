using K2P.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace K2P.Web.Database;

/// <summary>The database of an installation with several processes: PostgreSQL.</summary>
internal sealed class PostgresDb(DbContextOptions<PostgresDb> options) : ServiceDb(options)
{
    /// <summary>Held while the schema is changed, so that replicas that start together take turns.</summary>
    public const long MigrationLock = 0x6B32_7000_0001;

    /// <summary>Held while jobs are admitted, so that the queue's length and the idempotency keys stay true.</summary>
    public const long AdmissionLock = 0x6B32_7000_0002;

    public static NpgsqlDataSource Connect(DatabaseOptions settings)
    {
        NpgsqlConnectionStringBuilder connection;
        try
        {
            connection = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        }
        catch (ArgumentException wrong)
        {
            throw new InvalidOperationException(
                $"Database:ConnectionString cannot be read: {wrong.Message}",
                wrong
            );
        }

        connection.ApplicationName ??= "k2p-web";
        connection.CommandTimeout = settings.BusySeconds;
        connection.Timeout = Math.Min(connection.Timeout, settings.BusySeconds);
        // A server that vanished without a word is noticed.
        connection.TcpKeepAlive = true;
        // Statements that come back are planned once per connection.
        connection.MaxAutoPrepare = 100;
        connection.AutoPrepareMinUsages = 2;
        return new NpgsqlDataSourceBuilder(connection.ConnectionString).Build();
    }

    public static void Configure(DbContextOptionsBuilder builder, NpgsqlDataSource source) =>
        builder.UseNpgsql(source);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // Ids are compared byte by byte, whatever language the database speaks.
        modelBuilder.Entity<Job>().Property(row => row.Id).UseCollation("C");
        modelBuilder.Entity<UploadedNode>().Property(row => row.JobId).UseCollation("C");
    }
}

/// <summary>For <c>dotnet ef migrations add</c> only.</summary>
internal sealed class PostgresDbDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<PostgresDb>();
        builder.UseNpgsql("Host=design");
        return new PostgresDb(builder.Options);
    }
}

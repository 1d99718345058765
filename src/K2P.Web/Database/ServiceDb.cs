using K2P.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace K2P.Web.Database;

/// <summary>The service's rows. One model; a derived context per database holds its migrations.</summary>
internal abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<UploadedNode> Nodes => Set<UploadedNode>();

    public DbSet<ServiceSecret> Secrets => Set<ServiceSecret>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
        configurationBuilder.Properties<JobStatus>().HaveConversion<StatusText>().HaveMaxLength(16);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        var job = modelBuilder.Entity<Job>();
        job.ToTable("jobs");
        job.HasKey(row => row.Id);
        // Claim and queue position, and the place that a new job gets.
        job.HasIndex(row => new
        {
            row.Status,
            row.Turn,
            row.Id,
        });
        job.HasIndex(row => new
        {
            row.ClientHash,
            row.Status,
            row.Turn,
        });
        // Lapsed leases, retention, and blobs that are to be deleted.
        job.HasIndex(row => new { row.Status, row.LeaseUntil });
        job.HasIndex(row => new { row.Status, row.ExpiresAt });
        job.HasIndex(row => row.PurgeAt);
        job.HasIndex(row => new { row.ClientHash, row.IdempotencyKey }).IsUnique();

        var node = modelBuilder.Entity<UploadedNode>();
        node.ToTable("uploaded_nodes");
        node.HasKey(row => new { row.JobId, row.Ordinal });
        // Which nodes are brought that are not converted.
        node.HasIndex(row => new { row.Status, row.Factory });

        var secret = modelBuilder.Entity<ServiceSecret>();
        secret.ToTable("service_secrets");
        secret.HasKey(row => row.Name);

        foreach (
            var property in modelBuilder
                .Model.GetEntityTypes()
                .SelectMany(entity => entity.GetProperties())
        )
        {
            property.SetColumnName(SnakeCase(property.Name));
        }
    }

    private static string SnakeCase(string name) =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private sealed class UnixMilliseconds()
        : ValueConverter<DateTimeOffset, long>(
            time => time.ToUnixTimeMilliseconds(),
            value => DateTimeOffset.FromUnixTimeMilliseconds(value)
        );

    private sealed class StatusText()
        : ValueConverter<JobStatus, string>(
            status => status.ToText(),
            text => JobStatuses.Parse(text)
        );
}

/// <summary>A random value that all processes of one installation share, made at the first start.</summary>
internal sealed class ServiceSecret
{
    public required string Name { get; init; }

    public required byte[] Value { get; init; }
}

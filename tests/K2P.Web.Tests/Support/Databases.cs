using Npgsql;

namespace K2P.Web.Tests.Support;

/// <summary>A database of its own for one test; a service is told of it by settings.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? server;
    private readonly string name = $"k2p_test_{Guid.NewGuid():N}";

    private TestDatabase(string? server) => this.server = server;

    /// <summary>The embedded database lies in the service's own folder.</summary>
    public static TestDatabase Sqlite() => new(null);

    public static async Task<TestDatabase> PostgresAsync()
    {
        var database = new TestDatabase(Needs.Postgres());
        await database.ExecuteAsync($"CREATE DATABASE {database.name}");
        return database;
    }

    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    public string[] Settings =>
        server is null
            ? []
            : ["--Database:Kind=postgres", $"--Database:ConnectionString={ConnectionString}"];

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private async Task ExecuteAsync(string statement)
    {
        await using var connection = new NpgsqlConnection($"{server};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }
}

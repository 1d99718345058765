using K2P.Web.Configuration;

namespace K2P.Web.Database;

/// <summary>Where the rows are kept.</summary>
internal sealed class DatabaseOptions : IOptionsSection
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    public static string Section => "Database";

    /// <summary>sqlite (embedded, one machine) or postgres (any number of processes).</summary>
    public string Kind { get; set; } = Sqlite;

    /// <summary>How PostgreSQL is reached, as Npgsql spells it: <c>Host=db;Username=k2p;Password=…;Database=k2p</c>.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>The SQLite file; empty means <c>k2p.db</c> below Storage:Root.</summary>
    public string Path { get; set; } = "";

    /// <summary>Applies outstanding migrations when the service starts; otherwise run <c>k2p-web migrate</c>.</summary>
    public bool MigrateAtStart { get; set; } = true;

    /// <summary>How long a statement waits for another writer or for the server.</summary>
    public int BusySeconds { get; set; } = 10;

    public IEnumerable<string> Faults()
    {
        if (Kind is not (Sqlite or Postgres))
        {
            yield return $"Database:Kind is {Kind}; it must be {Sqlite} or {Postgres}.";
        }

        if (Kind == Postgres && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return "Database:ConnectionString is empty; PostgreSQL needs Host, Username and Database.";
        }

        foreach (
            var fault in OptionsSectionRegistration.InRange(
                "Database:BusySeconds",
                BusySeconds,
                1,
                120
            )
        )
        {
            yield return fault;
        }
    }
}

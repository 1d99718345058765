using K2P.Web.Configuration;

namespace K2P.Web.Database;

/// <summary>Where the rows are kept.</summary>
internal sealed class DatabaseOptions : IOptionsSection
{
    public static string Section => "Database";

    /// <summary>The SQLite file; empty means <c>k2p.db</c> below Storage:Root.</summary>
    public string Path { get; set; } = "";

    /// <summary>Applies outstanding migrations when the service starts; otherwise run <c>k2p-web migrate</c>.</summary>
    public bool MigrateAtStart { get; set; } = true;

    /// <summary>How long a statement waits for another writer.</summary>
    public int BusySeconds { get; set; } = 10;

    public IEnumerable<string> Faults() =>
        OptionsSectionRegistration.InRange("Database:BusySeconds", BusySeconds, 1, 120);
}

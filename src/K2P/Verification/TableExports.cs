using System.Globalization;
using K2P.Tables;

namespace K2P.Verification;

/// <summary>Writes stored tables into files for the Python side, each once.</summary>
/// <param name="tables">The stored tables.</param>
/// <param name="folder">Where to write.</param>
internal sealed class TableExports(StoredTables tables, string folder)
{
    /// <summary>More than this many cells would take Python more memory than most machines have.</summary>
    public const long MaxCells = 30_000_000;

    private readonly Dictionary<string, (string? File, string? Reason)> known = new(
        StringComparer.Ordinal
    );

    /// <summary>The file of a table, or the reason why there is none.</summary>
    public (string? File, string? Reason) Of(string place)
    {
        if (!known.TryGetValue(place, out var export))
        {
            known[place] = export = Write(place);
        }
        return export;
    }

    /// <summary>How many of the tables that were asked for could be read, and how many not.</summary>
    public (int Read, int Unreadable) Count =>
        (
            known.Values.Count(export => export.Reason is null),
            known.Values.Count(export => export.Reason is not null)
        );

    private (string? File, string? Reason) Write(string place)
    {
        var file = Path.Join(
            folder,
            string.Create(CultureInfo.InvariantCulture, $"table_{known.Count}.jsonl")
        );
        try
        {
            var columns = tables.Columns(place);
            using var rows = tables.Open(place);
            using var output = new BufferedStream(File.Create(file), 1 << 16);
            var summary = FrameFile.Write(columns, rows, output, MaxCells);
            return summary.Formless.Count == 0
                ? (file, null)
                : (
                    null,
                    $"its column '{summary.Formless[0]}' holds {ClassOf(columns, summary.Formless[0])}, which has no form in pandas"
                );
        }
        catch (TableException error)
        {
            return (null, $"{error.Code}: {error.Message}");
        }
    }

    private static string ClassOf(IReadOnlyList<TableColumn> columns, string name) =>
        columns.First(column => column.Name == name).ShortClass;
}

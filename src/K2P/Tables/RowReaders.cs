using System.Globalization;

namespace K2P.Tables;

/// <summary>No rows: what KNIME calls a void table.</summary>
internal sealed class NoRows : RowReader
{
    public override ReadOnlySpan<Cell> Cells => [];

    public override bool Next() => false;
}

/// <summary>The rows of a stream of blocks.</summary>
/// <param name="container">The file that they are in.</param>
/// <param name="width">The number of columns.</param>
/// <param name="hasRowIds">False for columns that were appended to another table.</param>
internal sealed class ContainerRows(ContainerFile container, int width, bool hasRowIds) : RowReader
{
    private const int EndOfRow = 0x83;

    private readonly Cell[] cells = new Cell[width];
    private readonly BlockReader blocks = container.OpenRows();
    private long done;

    public override ReadOnlySpan<Cell> Cells => cells;

    public override bool Next()
    {
        if (done == container.RowCount)
        {
            return blocks.Byte() < 0
                ? false
                : throw TableException.Damaged("the stream holds more rows than it should");
        }
        if (hasRowIds)
        {
            var bytes = new CellBytes(blocks.Block());
            RowId = bytes.Utf();
        }
        for (var i = 0; i < width; i++)
        {
            cells[i] = container.Decoder.Decode(blocks.Block());
        }
        if (blocks.Byte() != EndOfRow)
        {
            throw TableException.Damaged($"row {done} does not end where it should");
        }
        done++;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            blocks.Dispose();
            container.Dispose();
        }
        base.Dispose(disposing);
    }
}

/// <summary>Columns of a table and columns that were appended to it, in a new order (<c>RearrangeColumnsTable</c>).</summary>
/// <param name="table">The table; it has the RowIDs.</param>
/// <param name="appended">The further columns; null where there are none.</param>
/// <param name="sources">For each column whether it is the table's, and its place there or among the further ones.</param>
internal sealed class RearrangedRows(
    RowReader table,
    RowReader? appended,
    IReadOnlyList<(bool IsOfTable, int Place)> sources
) : RowReader
{
    private readonly Cell[] cells = new Cell[sources.Count];

    public override ReadOnlySpan<Cell> Cells => cells;

    public override bool Next()
    {
        var hasRow = table.Next();
        if (appended is not null && appended.Next() != hasRow)
        {
            throw TableException.Damaged("a table and its further columns differ in length");
        }
        if (!hasRow)
        {
            return false;
        }
        RowId = table.RowId;
        for (var i = 0; i < cells.Length; i++)
        {
            var (isOfTable, place) = sources[i];
            var from = isOfTable ? table.Cells : appended!.Cells;
            cells[i] =
                place >= 0 && place < from.Length
                    ? from[place]
                    : throw TableException.Damaged("a column is taken from where there is none");
        }
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            table.Dispose();
            appended?.Dispose();
        }
        base.Dispose(disposing);
    }
}

/// <summary>The columns of one table beside those of another, row by row (<c>JoinedTable</c>).</summary>
internal sealed class JoinedRows(RowReader left, RowReader right) : RowReader
{
    private Cell[] cells = [];

    public override ReadOnlySpan<Cell> Cells => cells;

    public override bool Next()
    {
        var hasRow = left.Next();
        if (right.Next() != hasRow)
        {
            throw TableException.Damaged("two tables side by side differ in length");
        }
        if (hasRow)
        {
            RowId = left.RowId;
            var width = left.Cells.Length + right.Cells.Length;
            cells = cells.Length == width ? cells : new Cell[width];
            left.Cells.CopyTo(cells);
            right.Cells.CopyTo(cells.AsSpan(left.Cells.Length));
        }
        return hasRow;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            left.Dispose();
            right.Dispose();
        }
        base.Dispose(disposing);
    }
}

/// <summary>What becomes of RowIDs that occur twice when tables are stacked (<c>AppendedRowsTable.DuplicatePolicy</c>).</summary>
internal enum DuplicateRowIds
{
    Keep,
    CreateNew,
    AppendSuffix,
    Skip,
}

/// <summary>Tables one after the other, their columns matched by name (<c>ConcatenateTable</c>).</summary>
/// <param name="parts">Opens each table, with the places of the result's columns in it; -1 where it lacks one.</param>
/// <param name="width">The number of the result's columns.</param>
/// <param name="duplicates">What becomes of RowIDs that occur twice.</param>
/// <param name="suffix">What is appended to them.</param>
internal sealed class ConcatenatedRows(
    IReadOnlyList<(Func<RowReader> Open, IReadOnlyList<int> Places)> parts,
    int width,
    DuplicateRowIds duplicates,
    string suffix
) : RowReader
{
    private readonly Cell[] cells = new Cell[width];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private RowReader? current;
    private int part = -1;
    private long done;

    public override ReadOnlySpan<Cell> Cells => cells;

    public override bool Next()
    {
        while (true)
        {
            if (current is not null && current.Next())
            {
                if (!Name(current.RowId))
                {
                    continue;
                }
                var places = parts[part].Places;
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = places[i] < 0 ? Cell.Missing : At(current.Cells, places[i]);
                }
                done++;
                return true;
            }
            current?.Dispose();
            current = null;
            if (++part >= parts.Count)
            {
                part = parts.Count;
                return false;
            }
            current = parts[part].Open();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            current?.Dispose();
        }
        base.Dispose(disposing);
    }

    private static Cell At(ReadOnlySpan<Cell> from, int place) =>
        place < from.Length
            ? from[place]
            : throw TableException.Damaged("a row has fewer cells than columns");

    /// <summary>Gives the row its RowID; false where the row is left out.</summary>
    private bool Name(string id)
    {
        if (duplicates == DuplicateRowIds.CreateNew)
        {
            RowId = string.Create(CultureInfo.InvariantCulture, $"Row{done}");
            return true;
        }
        if (duplicates != DuplicateRowIds.Keep)
        {
            if (duplicates == DuplicateRowIds.Skip && seen.Contains(id))
            {
                return false;
            }
            while (suffix.Length > 0 && seen.Contains(id))
            {
                id += suffix;
            }
            seen.Add(id);
        }
        RowId = id;
        return true;
    }
}

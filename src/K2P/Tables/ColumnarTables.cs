using System.Globalization;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using K2P.Workflows;

namespace K2P.Tables;

/// <summary>
/// Tables of KNIME's columnar backend (<c>org.knime.core.data.columnar.table</c>): the file called <c>data.zip</c> is an Arrow IPC
/// file, its first column holds the RowIDs.
/// </summary>
internal static class ColumnarTables
{
    private const string OwnData = "UnsavedColumnarContainerTable";

    /// <summary>The number of rows that <c>data.xml</c> tells.</summary>
    public static long RowCount(SettingsConfig meta)
    {
        var derived = meta.Config("table_derived_settings") ?? SettingsConfig.Empty;
        var text = derived.Text("table_size") ?? derived.Text("size");
        return long.TryParse(text, CultureInfo.InvariantCulture, out var count) && count >= 0
            ? count
            : throw TableException.Damaged("data.xml does not say how many rows there are");
    }

    /// <param name="meta">The table's <c>data.xml</c>.</param>
    /// <param name="open">Opens its file.</param>
    /// <param name="width">The number of its columns.</param>
    /// <param name="limits">What it may hold.</param>
    public static RowReader Open(
        SettingsConfig meta,
        Func<Stream> open,
        int width,
        TableLimits limits
    )
    {
        var kind = meta.Text("table_implementation") ?? OwnData;
        if (!kind.EndsWith("ContainerTable", StringComparison.Ordinal))
        {
            throw TableException.Unsupported(
                $"the columnar table {kind[(kind.LastIndexOf('.') + 1)..]}"
            );
        }
        return new ColumnarRows(CheckMagic(open()), width, RowCount(meta), limits);
    }

    private static Stream CheckMagic(Stream stream)
    {
        Span<byte> head = stackalloc byte[6];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (head[..length].SequenceEqual("ARROW1"u8))
        {
            return new ClaimedLengths(stream);
        }
        using (stream)
        {
            throw LfsPointer.IsIn(stream)
                ? LfsPointer.Found()
                : TableException.Damaged("the file is no Arrow file");
        }
    }
}

/// <summary>The rows of an Arrow file, a batch in memory at a time.</summary>
internal sealed class ColumnarRows : RowReader
{
    private readonly Stream stream;
    private readonly long rows;
    private readonly TableLimits limits;
    private readonly Cell[] cells;
    private readonly ArrowFileReader reader;
    private RecordBatch? batch;
    private ArrowColumn[] columns = [];
    private int row = -1;
    private long done;

    public ColumnarRows(Stream stream, int width, long rows, TableLimits limits)
    {
        this.stream = stream;
        this.rows = rows;
        this.limits = limits;
        cells = new Cell[width];
        reader = Guard(() =>
        {
            ArrowFooter.Check(stream, limits);
            return new ArrowFileReader(stream, new BoundedMemory(limits), new ArrowCodecs());
        });
    }

    public override ReadOnlySpan<Cell> Cells => cells;

    public override bool Next()
    {
        while (batch is null || ++row >= batch.Length)
        {
            batch?.Dispose();
            batch = Guard(reader.ReadNextRecordBatch);
            if (batch is null)
            {
                return done == rows
                    ? false
                    : throw TableException.Damaged("the file holds fewer rows than it should");
            }
            Enter(batch);
        }
        if (done++ == rows)
        {
            throw TableException.Damaged("the file holds more rows than it should");
        }
        Guard(() =>
        {
            var id = columns[0].At(row);
            RowId =
                id.Kind == CellKind.Text
                    ? id.Text
                    : throw TableException.Damaged("a row has no RowID");
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = columns[i + 1].At(row);
            }
            return true;
        });
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            batch?.Dispose();
            reader.Dispose();
            stream.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Enter(RecordBatch next)
    {
        row = -1;
        if (next.ColumnCount != cells.Length + 1)
        {
            throw TableException.Damaged("the file has other columns than spec.xml");
        }
        columns =
        [
            .. Enumerable
                .Range(0, next.ColumnCount)
                .Select(i =>
                    Guard(() =>
                        ArrowColumn.Of(next.Schema.FieldsList[i], next.Column(i), limits.MaxNesting)
                    )
                ),
        ];
    }

    /// <summary>The library reports damage in many ways; all of them mean that the file is damaged.</summary>
    private static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
#pragma warning disable CA1031 // Whatever the library trips over in a damaged file is damage.
        catch (Exception error) when (error is not TableException and not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw TableException.Damaged("the Arrow file is damaged", error);
        }
    }
}

using System.Text;

namespace K2P.Tables;

/// <summary>Makes cells of the blocks of one stream, whose list of cell classes it knows (<c>DataCellStreamReader</c>).</summary>
internal sealed class CellDecoder
{
    private const byte MissingMark = 0x80;
    private const byte JavaObjectMark = 0x81;
    private const byte FirstClass = 0x82;
    private const long NanosPerDay = 86_400_000_000_000;
    private const string Core = "org.knime.core.data.";

    private delegate Cell Reader(ref CellBytes bytes);

    private static readonly Dictionary<string, Reader> Readers = new(StringComparer.Ordinal)
    {
        [Core + "def.StringCell"] = Text,
        [Core + "def.IntCell"] = (ref bytes) => Cell.OfInteger(bytes.Int()),
        [Core + "def.LongCell"] = (ref bytes) => Cell.OfLong(bytes.Long()),
        [Core + "def.DoubleCell"] = (ref bytes) => Cell.OfDouble(bytes.Double()),
        [Core + "def.BooleanCell"] = (ref bytes) => Cell.OfBoolean(bytes.Boolean()),
        [Core + "MissingCell"] = MissingWithReason,
        [Core + "def.ComplexNumberCell"] = (ref bytes) => Numbers(ref bytes, 2, 0),
        [Core + "def.IntervalCell"] = (ref bytes) => Numbers(ref bytes, 2, 2),
        [Core + "def.FuzzyIntervalCell"] = (ref bytes) => Numbers(ref bytes, 4, 0),
        [Core + "def.FuzzyNumberCell"] = (ref bytes) => Numbers(ref bytes, 3, 0),
        [Core + "time.localdate.LocalDateCell"] = (ref bytes) => Cell.OfDate(bytes.Long()),
        [Core + "time.localtime.LocalTimeCell"] = (ref bytes) => Cell.OfTime(NanoOfDay(ref bytes)),
        [Core + "time.localdatetime.LocalDateTimeCell"] = (ref bytes) =>
            Cell.OfDateTime(bytes.Long(), NanoOfDay(ref bytes)),
        [Core + "time.zoneddatetime.ZonedDateTimeCell"] = Zoned,
        [Core + "time.duration.DurationCell"] = (ref bytes) =>
            Cell.OfDuration(bytes.Long(), bytes.Int()),
        [Core + "time.period.PeriodCell"] = (ref bytes) =>
            Cell.OfPeriod(bytes.Int(), bytes.Int(), bytes.Int()),
        [Core + "date.DateAndTimeCell"] = LegacyDate,
        [Core + "json.JSONCell"] = Text,
        [Core + "json.JSONBlobCell"] = Text,
        [Core + "xml.XMLCell"] = Text,
        [Core + "xml.XMLBlobCell"] = Text,
        ["org.knime.base.data.xml.SvgCell"] = Text,
        ["org.knime.base.data.xml.SvgBlobCell"] = Text,
        ["org.knime.chem.types.SmilesCell"] = Text,
        [Core + "uri.URIDataCell"] = Uri,
        ["org.knime.filehandling.core.data.location.cell.SimpleFSLocationCell"] = Location,
        [Core + "image.png.PNGImageCell"] = Binary,
        [Core + "image.png.PNGImageBlobCell"] = Binary,
        [Core + "blob.BinaryObjectDataCell"] = Binary,
    };

    private readonly IReadOnlyList<string> classes;
    private readonly Reader?[] readers;
    private readonly BlobFiles blobs;
    private readonly TableLimits limits;

    public CellDecoder(IReadOnlyList<string> classes, BlobFiles blobs, TableLimits limits)
    {
        this.classes = classes;
        this.blobs = blobs;
        this.limits = limits;
        readers = [.. classes.Select(each => Readers.GetValueOrDefault(each))];
    }

    /// <summary>The cell that a block holds.</summary>
    public Cell Decode(ReadOnlySpan<byte> block)
    {
        var bytes = new CellBytes(block);
        var cell = Decode(ref bytes, 0);
        return bytes.AtEnd ? cell : throw TableException.Damaged("a cell has bytes left over");
    }

    private Cell Decode(ref CellBytes bytes, int depth)
    {
        var mark = bytes.Byte();
        if (mark == MissingMark)
        {
            return Cell.Missing;
        }
        if (mark == JavaObjectMark)
        {
            var name = ClassAt(bytes.Byte() - FirstClass);
            return Opaque(name, ref bytes, depth);
        }
        var index = mark - FirstClass;
        var cellClass = ClassAt(index);
        if (IsBlob(cellClass))
        {
            return Blob(cellClass, readers[index], ref bytes);
        }
        if (readers[index] is { } reader)
        {
            return reader(ref bytes);
        }
        return cellClass switch
        {
            Core + "collection.ListCell" => Cell.OfList(Members(ref bytes, depth)),
            Core + "collection.SetCell" => Cell.OfSet(Members(ref bytes, depth)),
            _ => Opaque(cellClass, ref bytes, depth),
        };
    }

    private string ClassAt(int index) =>
        index >= 0 && index < classes.Count
            ? classes[index]
            : throw TableException.Damaged("a cell is of no known class");

    /// <summary>The length of what is not understood is known only where nothing follows in the block.</summary>
    private static Cell Opaque(string cellClass, ref CellBytes bytes, int depth) =>
        depth == 0
            ? Cell.OfOpaque(cellClass, bytes.Rest().ToArray())
            : throw TableException.Unsupported($"a collection holds {cellClass}");

    private Cell[] Members(ref CellBytes bytes, int depth)
    {
        var count = bytes.Int();
        if (depth >= limits.MaxNesting)
        {
            throw new TableException(TableProblem.TooLarge, "lists nest too deeply");
        }
        var members = new List<Cell>();
        for (var i = 0; i < count; i++)
        {
            members.Add(Decode(ref bytes, depth + 1));
        }
        return [.. members];
    }

    /// <summary>Subclasses of <c>BlobDataCell</c> are kept in files of their own; all of KNIME's say so in their names.</summary>
    private static bool IsBlob(string cellClass) =>
        cellClass.EndsWith("BlobCell", StringComparison.Ordinal);

    private Cell Blob(string cellClass, Reader? reader, ref CellBytes bytes)
    {
        if (reader is null)
        {
            // What would not be understood is not looked for; its address tells it apart.
            return Cell.OfOpaque(cellClass, bytes.Take(BlobAddress.Length).ToArray());
        }
        var address = new BlobAddress(bytes.Int(), bytes.Int(), bytes.Int(), bytes.Boolean());
        var content = new CellBytes(blobs.Read(address, limits));
        return reader(ref content);
    }

    private static Cell Text(ref CellBytes bytes) => Cell.OfText(bytes.Utf());

    private static Cell MissingWithReason(ref CellBytes bytes)
    {
        if (bytes.Boolean())
        {
            bytes.Utf();
        }
        return Cell.Missing;
    }

    private static Cell Numbers(ref CellBytes bytes, int count, int flags)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = bytes.Double();
        }
        bytes.Take(flags);
        return Cell.OfNumbers(numbers);
    }

    private static long NanoOfDay(ref CellBytes bytes)
    {
        var nano = bytes.Long();
        return nano is >= 0 and < NanosPerDay
            ? nano
            : throw TableException.Damaged("a time is outside of the day");
    }

    private static Cell Zoned(ref CellBytes bytes)
    {
        var (day, nano, offset) = (bytes.Long(), NanoOfDay(ref bytes), bytes.Int());
        var zone = Encoding.Latin1.GetString(bytes.Rest());
        var line = zone.IndexOf('\n', StringComparison.Ordinal);
        return Cell.OfZoned(day, nano, offset, line < 0 ? zone : zone[..line]);
    }

    private static Cell LegacyDate(ref CellBytes bytes)
    {
        var millis = bytes.Long();
        var parts =
            (bytes.Boolean() ? LegacyParts.Date : LegacyParts.None)
            | (bytes.Boolean() ? LegacyParts.Time : LegacyParts.None)
            | (bytes.Boolean() ? LegacyParts.Millis : LegacyParts.None);
        return Cell.OfLegacyDate(millis, parts);
    }

    /// <summary>A number that is not used, the URI, and its file name's extension.</summary>
    private static Cell Uri(ref CellBytes bytes)
    {
        bytes.Int();
        var uri = bytes.Utf();
        bytes.Rest();
        return Cell.OfText(uri);
    }

    /// <summary>The file system, its specifier where there is one, and the path.</summary>
    private static Cell Location(ref CellBytes bytes)
    {
        bytes.Utf();
        if (bytes.Boolean())
        {
            bytes.Utf();
        }
        var path = bytes.Utf();
        bytes.Rest();
        return Cell.OfText(path);
    }

    private static Cell Binary(ref CellBytes bytes)
    {
        var content = bytes.Take(bytes.Int()).ToArray();
        bytes.Rest();
        return Cell.OfBytes(content);
    }
}

using System.Runtime.InteropServices;

namespace K2P.Tables;

/// <summary>The kinds of cells that are read; everything else is <see cref="Opaque"/>.</summary>
internal enum CellKind : byte
{
    Missing,
    Text,
    Integer,
    Long,
    Double,
    Boolean,

    /// <summary>Epoch day.</summary>
    LocalDate,

    /// <summary>Nanosecond of the day.</summary>
    LocalTime,

    /// <summary>Epoch day and nanosecond of the day.</summary>
    LocalDateTime,

    /// <summary>As <see cref="LocalDateTime"/>, with a <see cref="Zone"/>.</summary>
    Zoned,

    /// <summary>Seconds and nanoseconds.</summary>
    Duration,

    /// <summary>Years, months and days, as ISO text.</summary>
    Period,

    /// <summary>The date and time of KNIME before 3.3: UTC milliseconds, and which parts count.</summary>
    LegacyDate,

    /// <summary>Numbers that belong together: complex numbers, intervals, fuzzy numbers.</summary>
    Numbers,
    List,
    Set,
    Bytes,

    /// <summary>Known only by its class and its bytes.</summary>
    Opaque,
}

/// <summary>The offset and the name of a time zone.</summary>
internal sealed record Zone(int OffsetSeconds, string Id);

/// <summary>A cell that is known only by its class and its bytes.</summary>
internal sealed record OpaqueValue(string CellClass, byte[] Bytes);

/// <summary>Which parts of a <see cref="CellKind.LegacyDate"/> count (<c>org.knime.core.data.date.DateAndTimeCell</c>).</summary>
[Flags]
internal enum LegacyParts : byte
{
    None = 0,
    Date = 1,
    Time = 2,
    Millis = 4,
}

/// <summary>One cell. Numbers and times need no object of their own.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Cell
{
    private readonly object? reference;
    private readonly long first;
    private readonly int second;

    private Cell(CellKind kind, long first, long second, object? reference)
    {
        Kind = kind;
        this.first = first;
        // A nanosecond of the day needs 47 bits: its seconds and its rest are kept apart.
        this.second = (int)(second % NanosPerSecond);
        SecondOfDay = (int)(second / NanosPerSecond);
        this.reference = reference;
    }

    private const long NanosPerSecond = 1_000_000_000;

    private int SecondOfDay { get; }

    /// <summary>What it holds.</summary>
    public CellKind Kind { get; }

    /// <summary>An integer of any width, an epoch day, seconds, a nanosecond of the day, or UTC milliseconds.</summary>
    public long Whole => first;

    /// <summary>The number of a <see cref="CellKind.Double"/>.</summary>
    public double Number => BitConverter.Int64BitsToDouble(first);

    /// <summary>True for a boolean that is.</summary>
    public bool IsTrue => first != 0;

    /// <summary>The nanosecond of the day, or the nanoseconds of a duration.</summary>
    public long Nanos => (SecondOfDay * NanosPerSecond) + second;

    /// <summary>The parts of a <see cref="CellKind.LegacyDate"/>.</summary>
    public LegacyParts Parts => (LegacyParts)second;

    /// <summary>The text, where it is text or a period.</summary>
    public string Text => (string)reference!;

    /// <summary>The zone.</summary>
    public Zone Zone => (Zone)reference!;

    /// <summary>The members of a list or set.</summary>
    public IReadOnlyList<Cell> Members => (Cell[])reference!;

    /// <summary>The numbers of a <see cref="CellKind.Numbers"/>.</summary>
    public IReadOnlyList<double> Numbers => (double[])reference!;

    /// <summary>The bytes of an image or another binary object.</summary>
    public byte[] Bytes => (byte[])reference!;

    /// <summary>What is known of an opaque cell.</summary>
    public OpaqueValue Opaque => (OpaqueValue)reference!;

    public static Cell Missing => default;

    public static Cell OfText(string text) => new(CellKind.Text, 0, 0, text);

    public static Cell OfInteger(int value) => new(CellKind.Integer, value, 0, null);

    public static Cell OfLong(long value) => new(CellKind.Long, value, 0, null);

    public static Cell OfDouble(double value) =>
        new(CellKind.Double, BitConverter.DoubleToInt64Bits(value), 0, null);

    public static Cell OfBoolean(bool value) => new(CellKind.Boolean, value ? 1 : 0, 0, null);

    public static Cell OfDate(long epochDay) => new(CellKind.LocalDate, epochDay, 0, null);

    public static Cell OfTime(long nanoOfDay) => new(CellKind.LocalTime, nanoOfDay, 0, null);

    public static Cell OfDateTime(long epochDay, long nanoOfDay) =>
        new(CellKind.LocalDateTime, epochDay, nanoOfDay, null);

    public static Cell OfZoned(long epochDay, long nanoOfDay, int offset, string zone) =>
        new(CellKind.Zoned, epochDay, nanoOfDay, new Zone(offset, zone));

    public static Cell OfDuration(long seconds, int nanos) =>
        new(CellKind.Duration, seconds, nanos, null);

    public static Cell OfPeriod(int years, int months, int days)
    {
        var text = "P" + Part(years, 'Y') + Part(months, 'M') + Part(days, 'D');
        return new(CellKind.Period, 0, 0, text.Length > 1 ? text : "P0D");

        static string Part(int count, char unit) =>
            count == 0 ? "" : string.Create(null, $"{count}{unit}");
    }

    public static Cell OfLegacyDate(long millis, LegacyParts parts) =>
        new(CellKind.LegacyDate, millis, (int)parts, null);

    public static Cell OfNumbers(double[] numbers) => new(CellKind.Numbers, 0, 0, numbers);

    public static Cell OfList(Cell[] members) => new(CellKind.List, 0, 0, members);

    public static Cell OfSet(Cell[] members) => new(CellKind.Set, 0, 0, members);

    public static Cell OfBytes(byte[] bytes) => new(CellKind.Bytes, 0, 0, bytes);

    public static Cell OfOpaque(string cellClass, byte[] bytes) =>
        new(CellKind.Opaque, 0, 0, new OpaqueValue(cellClass, bytes));
}

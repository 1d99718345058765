using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using K2P.Output;
using K2P.Tables;

namespace K2P.Verification;

/// <summary>
/// Writes a stored table in the form in which the Python side reads it: a line of JSON that describes the columns, then a line per
/// row, <c>["Row0", cell, …]</c>. A person can read it, and nothing is lost: what JSON has no word for is an object that names its
/// type, except in a column of just that type.
/// </summary>
internal static class FrameFile
{
    private const long NanosPerSecond = 1_000_000_000;
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>Writes a table and tells how many rows it has.</summary>
    /// <param name="columns">Its columns.</param>
    /// <param name="rows">Its rows; they are read to the end.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="maxCells">How many cells are accepted.</param>
    /// <exception cref="TableException">The table cannot be read, or is too large.</exception>
    public static FrameSummary Write(
        IReadOnlyList<TableColumn> columns,
        RowReader rows,
        Stream output,
        long maxCells = long.MaxValue
    )
    {
        var kinds = columns.Select(column => KindOf(column.CellClass)).ToArray();
        var formless = new SortedSet<string>(StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(output, Options);
        WriteHeader(json, columns, kinds);
        long count = 0;
        while (rows.Next())
        {
            EndLine(json, output);
            json.WriteStartArray();
            json.WriteStringValue(ReportWriter.Clean(rows.RowId));
            var cells = rows.Cells;
            for (var i = 0; i < cells.Length; i++)
            {
                if (cells[i].Kind is CellKind.Opaque or CellKind.Numbers)
                {
                    formless.Add(columns[i].Name);
                }
                WriteCell(json, cells[i], i < kinds.Length ? kinds[i] : CellKind.Missing);
            }
            json.WriteEndArray();
            if (++count * Math.Max(1, columns.Count) > maxCells)
            {
                throw new TableException(
                    TableProblem.TooLarge,
                    $"the table has more than {maxCells} cells"
                );
            }
        }
        EndLine(json, output);
        return new FrameSummary(count, [.. formless]);
    }

    private static void EndLine(Utf8JsonWriter json, Stream output)
    {
        json.Flush();
        json.Reset();
        output.WriteByte((byte)'\n');
    }

    private static void WriteHeader(
        Utf8JsonWriter json,
        IReadOnlyList<TableColumn> columns,
        CellKind[] kinds
    )
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        for (var i = 0; i < columns.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("name", ReportWriter.Clean(columns[i].Name));
            json.WriteString("class", ReportWriter.Clean(columns[i].ShortClass));
            json.WriteString("form", FormOf(kinds[i]));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The kind of cells that a column of this class holds, missing ones aside.</summary>
    private static CellKind KindOf(string? cellClass) =>
        cellClass?[(cellClass.LastIndexOf('.') + 1)..] switch
        {
            "IntCell" => CellKind.Integer,
            "LongCell" => CellKind.Long,
            "DoubleCell" => CellKind.Double,
            "BooleanCell" => CellKind.Boolean,
            "LocalDateCell" => CellKind.LocalDate,
            "LocalTimeCell" => CellKind.LocalTime,
            "LocalDateTimeCell" or "DateAndTimeCell" => CellKind.LocalDateTime,
            "ZonedDateTimeCell" => CellKind.Zoned,
            "DurationCell" => CellKind.Duration,
            "PeriodCell" => CellKind.Period,
            "ListCell" => CellKind.List,
            "SetCell" => CellKind.Set,
            "StringCell" => CellKind.Text,
            _ => CellKind.Missing,
        };

    /// <summary>The word for a kind: of a column in the header, and of a cell that stands in a column of another kind.</summary>
    private static string FormOf(CellKind kind) =>
        kind switch
        {
            CellKind.Integer or CellKind.Long => "int",
            CellKind.Double => "double",
            CellKind.Boolean => "boolean",
            CellKind.LocalDate => "date",
            CellKind.LocalTime => "time",
            CellKind.LocalDateTime => "datetime",
            CellKind.Zoned => "zoned",
            CellKind.Duration => "duration",
            CellKind.Text => "text",
            CellKind.Set => "set",
            CellKind.Numbers => "numbers",
            CellKind.Bytes => "bytes",
            CellKind.Opaque => "opaque",
            _ => "object",
        };

    private static void WriteCell(Utf8JsonWriter json, in Cell cell, CellKind column)
    {
        switch (cell.Kind)
        {
            case CellKind.Missing:
                json.WriteNullValue();
                break;
            case CellKind.Text:
            case CellKind.Period:
                json.WriteStringValue(ReportWriter.Clean(cell.Text));
                break;
            case CellKind.Integer:
            case CellKind.Long:
                json.WriteNumberValue(cell.Whole);
                break;
            case CellKind.Boolean:
                json.WriteBooleanValue(cell.IsTrue);
                break;
            case CellKind.Double:
                WriteNumber(json, cell.Number, column);
                break;
            case CellKind.List:
                WriteMembers(json, cell.Members);
                break;
            default:
                var kind = KindAs(cell);
                if (kind == column)
                {
                    WriteBare(json, cell);
                    break;
                }
                json.WriteStartObject();
                json.WritePropertyName(FormOf(kind));
                WriteBare(json, cell);
                json.WriteEndObject();
                break;
        }
    }

    /// <summary>The old date cell is a date-time where it has a date, else a time.</summary>
    private static CellKind KindAs(in Cell cell) =>
        cell.Kind != CellKind.LegacyDate ? cell.Kind
        : cell.Parts.HasFlag(LegacyParts.Date) ? CellKind.LocalDateTime
        : CellKind.LocalTime;

    private static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<Cell> members)
    {
        json.WriteStartArray();
        foreach (var member in members)
        {
            WriteCell(json, member, CellKind.Missing);
        }
        json.WriteEndArray();
    }

    private static void WriteBare(Utf8JsonWriter json, in Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.LocalDate:
                json.WriteStringValue(Date(cell.Whole));
                break;
            case CellKind.LocalTime:
                json.WriteStringValue(Time(cell.Whole));
                break;
            case CellKind.LocalDateTime:
                json.WriteStringValue($"{Date(cell.Whole)}T{Time(cell.Nanos)}");
                break;
            case CellKind.LegacyDate:
                json.WriteStringValue(Legacy(cell));
                break;
            case CellKind.Zoned:
                json.WriteStartArray();
                json.WriteStringValue($"{Date(cell.Whole)}T{Time(cell.Nanos)}");
                json.WriteNumberValue(cell.Zone.OffsetSeconds);
                json.WriteStringValue(cell.Zone.Id);
                json.WriteEndArray();
                break;
            case CellKind.Duration:
                json.WriteStartArray();
                json.WriteNumberValue(cell.Whole);
                json.WriteNumberValue(cell.Nanos);
                json.WriteEndArray();
                break;
            case CellKind.Set:
                WriteMembers(json, cell.Members);
                break;
            case CellKind.Numbers:
                json.WriteStartArray();
                foreach (var number in cell.Numbers)
                {
                    WriteNumber(json, number, CellKind.Double);
                }
                json.WriteEndArray();
                break;
            case CellKind.Bytes:
                json.WriteBase64StringValue(cell.Bytes);
                break;
            default:
                json.WriteStartArray();
                json.WriteStringValue(ReportWriter.Clean(cell.Opaque.CellClass));
                json.WriteBase64StringValue(cell.Opaque.Bytes);
                json.WriteEndArray();
                break;
        }
    }

    /// <summary>A double always has a point or an exponent, so that it is not taken for an integer.</summary>
    private static void WriteNumber(Utf8JsonWriter json, double number, CellKind column)
    {
        if (double.IsFinite(number))
        {
            Span<byte> text = stackalloc byte[32];
            number.TryFormat(text, out var length, "R", CultureInfo.InvariantCulture);
            if (!text[..length].ContainsAny((byte)'.', (byte)'E'))
            {
                ".0"u8.CopyTo(text[length..]);
                length += 2;
            }
            json.WriteRawValue(text[..length], skipInputValidation: true);
            return;
        }
        var word =
            double.IsNaN(number) ? "NaN"
            : number > 0 ? "Infinity"
            : "-Infinity";
        if (column == CellKind.Double)
        {
            json.WriteStringValue(word);
            return;
        }
        json.WriteStartObject();
        json.WriteString("double", word);
        json.WriteEndObject();
    }

    /// <summary>ISO 8601; days outside the years 1 to 9999 as <c>day N</c>.</summary>
    private static string Date(long epochDay)
    {
        var number = epochDay + Epoch.DayNumber;
        return number < 0 || number > DateOnly.MaxValue.DayNumber
            ? string.Create(CultureInfo.InvariantCulture, $"day {epochDay}")
            : DateOnly
                .FromDayNumber((int)number)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static string Time(long nanoOfDay)
    {
        var (seconds, nanos) = Math.DivRem(nanoOfDay, NanosPerSecond);
        var text = new StringBuilder(18).Append(
            CultureInfo.InvariantCulture,
            $"{seconds / 3600:D2}:{seconds / 60 % 60:D2}:{seconds % 60:D2}"
        );
        return nanos == 0
            ? text.ToString()
            : text.Append(CultureInfo.InvariantCulture, $".{nanos:D9}").ToString();
    }

    private static string Legacy(in Cell cell)
    {
        const long MillisPerDay = 86_400_000;
        var day = Math.DivRem(cell.Whole, MillisPerDay).Quotient;
        if (cell.Whole < day * MillisPerDay)
        {
            day--;
        }
        var time = Time((cell.Whole - (day * MillisPerDay)) * 1_000_000);
        return cell.Parts.HasFlag(LegacyParts.Date) ? $"{Date(day)}T{time}" : time;
    }
}

/// <summary>What was seen while a table was written.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Formless">The names of the columns that hold cells which have no form in pandas.</param>
internal sealed record FrameSummary(long Rows, IReadOnlyList<string> Formless);

using Apache.Arrow;

namespace K2P.Tables;

/// <summary>
/// A column of a batch as cells. What an Arrow vector means is told by the <c>ValueFactory</c> class in the field's metadata
/// (<c>knime.logical_type</c>); vectors without one are taken for what they are.
/// </summary>
internal abstract class ArrowColumn
{
    private const string Metadata = "ARROW:extension:metadata";

    /// <summary>The cell of a row.</summary>
    public abstract Cell At(int row);

    public static ArrowColumn Of(Field field, IArrowArray array, int nesting)
    {
        if (nesting == 0)
        {
            throw new TableException(TableProblem.TooLarge, "lists nest too deeply");
        }
        var logical = LogicalType(field);
        return array switch
        {
            StringArray texts => new Simple(texts, row => Cell.OfText(Text(texts, row))),
            Int32Array numbers => new Simple(numbers, row => Cell.OfInteger(numbers.Values[row])),
            Int64Array numbers => new Simple(numbers, Longs(logical, numbers)),
            DoubleArray numbers => new Simple(numbers, row => Cell.OfDouble(numbers.Values[row])),
            BooleanArray flags => new Simple(
                flags,
                row => Cell.OfBoolean(flags.GetValue(row) == true)
            ),
            BinaryArray bytes => new Simple(
                bytes,
                row =>
                    Cell.OfOpaque(
                        logical,
                        bytes
                            .ValueBuffer.Span[bytes.ValueOffsets[row]..bytes.ValueOffsets[row + 1]]
                            .ToArray()
                    )
            ),
            ListArray lists => new Lists(
                lists,
                Of(
                    ((Apache.Arrow.Types.ListType)lists.Data.DataType).ValueField,
                    lists.Values,
                    nesting - 1
                )
            ),
            StructArray parts => Struct(logical, field, parts, nesting),
            NullArray => new Simple(array, _ => Cell.Missing),
            _ => throw TableException.Unsupported(
                $"the Arrow type {array.Data.DataType.Name} of a column"
            ),
        };
    }

    /// <summary>A text, from where its offsets say; the library itself does not check that they lie within the buffer.</summary>
    private static string Text(StringArray texts, int row)
    {
        var offsets = texts.ValueOffsets;
        var bytes = texts.ValueBuffer.Span[offsets[row]..offsets[row + 1]];
        return System.Text.Encoding.UTF8.GetString(bytes);
    }

    /// <summary>The value factory's simple name: <c>LocalDateValueFactory</c>; empty where there is none.</summary>
    private static string LogicalType(Field field)
    {
        if (field.Metadata?.GetValueOrDefault(Metadata) is not { } text)
        {
            return "";
        }
        const string Word = "ValueFactory";
        var end = text.IndexOf(Word, StringComparison.Ordinal);
        if (end < 0)
        {
            return "";
        }
        var start = text.LastIndexOf('.', end) + 1;
        return text[start..(end + Word.Length)];
    }

    private static Func<int, Cell> Longs(string logical, Int64Array numbers) =>
        logical switch
        {
            "LocalDateValueFactory" => row => Cell.OfDate(numbers.Values[row]),
            "LocalTimeValueFactory" => row => Cell.OfTime(numbers.Values[row]),
            _ => row => Cell.OfLong(numbers.Values[row]),
        };

    private static ArrowColumn Struct(string logical, Field field, StructArray parts, int nesting)
    {
        var fields = ((Apache.Arrow.Types.StructType)parts.Data.DataType).Fields;
        var columns = parts
            .Fields.Zip(fields, (array, each) => Of(each, array, nesting - 1))
            .ToArray();
        if (
            field.Metadata?.Values.Any(text =>
                text.Contains("struct_dict", StringComparison.Ordinal)
            ) == true
        )
        {
            return new Dictionaried(parts, columns);
        }
        return (logical, columns.Length) switch
        {
            ("LocalDateTimeValueFactory", 2) => new Simple(
                parts,
                row => Cell.OfDateTime(columns[0].At(row).Whole, columns[1].At(row).Whole)
            ),
            ("DurationValueFactory", 2) => new Simple(
                parts,
                row => Cell.OfDuration(columns[0].At(row).Whole, (int)columns[1].At(row).Whole)
            ),
            ("PeriodValueFactory", 3) => new Simple(
                parts,
                row =>
                    Cell.OfPeriod(
                        (int)columns[0].At(row).Whole,
                        (int)columns[1].At(row).Whole,
                        (int)columns[2].At(row).Whole
                    )
            ),
            ("ZonedDateTimeValueFactory" or "ZonedDateTimeValueFactory2", 4) => new Simple(
                parts,
                row =>
                    Cell.OfZoned(
                        columns[0].At(row).Whole,
                        columns[1].At(row).Whole,
                        (int)columns[2].At(row).Whole,
                        columns[3].At(row) is { Kind: CellKind.Text } zone ? zone.Text : ""
                    )
            ),
            ("", 2) => new Dictionaried(parts, columns),
            _ => throw TableException.Unsupported(
                $"the columnar type {(logical.Length == 0 ? "struct" : logical)}"
            ),
        };
    }

    private sealed class Simple(IArrowArray array, Func<int, Cell> read) : ArrowColumn
    {
        private readonly Apache.Arrow.Array vector = (Apache.Arrow.Array)array;

        public override Cell At(int row) => vector.IsNull(row) ? Cell.Missing : read(row);
    }

    private sealed class Lists(ListArray lists, ArrowColumn members) : ArrowColumn
    {
        public override Cell At(int row)
        {
            if (lists.IsNull(row))
            {
                return Cell.Missing;
            }
            var (from, to) = (lists.ValueOffsets[row], lists.ValueOffsets[row + 1]);
            // The lengths are only claimed: a vector ends where its buffers end, with an exception.
            var cells = new List<Cell>();
            for (var i = from; i < to; i++)
            {
                cells.Add(members.At(i));
            }
            return Cell.OfList([.. cells]);
        }
    }

    /// <summary>Values that stand at their first occurrence only; later rows repeat their key (<c>StructDictEncodedExtensionType</c>).</summary>
    private sealed class Dictionaried(StructArray parts, ArrowColumn[] columns) : ArrowColumn
    {
        private readonly Dictionary<long, Cell> known = [];
        private int read;

        public override Cell At(int row)
        {
            for (; read <= row; read++)
            {
                if (
                    !parts.IsNull(read)
                    && columns[1].At(read) is { Kind: not CellKind.Missing } value
                )
                {
                    known[columns[0].At(read).Whole] = value;
                }
            }
            return parts.IsNull(row)
                ? Cell.Missing
                : known.GetValueOrDefault(columns[0].At(row).Whole);
        }
    }
}

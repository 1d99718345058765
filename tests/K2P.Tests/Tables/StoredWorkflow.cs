using System.Globalization;
using System.Security;
using System.Text;
using K2P.Bundles;
using K2P.Tables;

namespace K2P.Tests.Tables;

/// <summary>Writes folders as KNIME stores tables, for tests that read them.</summary>
internal sealed class StoredWorkflow : IDisposable
{
    private readonly Scratch scratch = new();

    public string Root => scratch.Root;

    public StoredTables Open(TableLimits? limits = null) =>
        new(new FolderFiles(Root, new ArchiveLimits()), limits ?? new TableLimits());

    public void Dispose() => scratch.Dispose();

    /// <summary>A table that holds its rows.</summary>
    public void AddContainer(
        string folder,
        int id,
        IReadOnlyList<(string Name, string CellClass)> columns,
        Container container
    )
    {
        Write(folder, "spec.xml", Spec(columns));
        Write(folder, "data.xml", Data("container_table_compressed", id));
        File.WriteAllBytes(Path.Join(scratch.Folder(folder), "data.zip"), container.Zip());
    }

    /// <summary>A table of the columnar backend.</summary>
    public void AddColumnar(string folder, int id, ColumnarFile file)
    {
        Write(folder, "spec.xml", Spec(file.Columns));
        Write(
            folder,
            "data.xml",
            Data(
                "extension_table",
                id,
                Entry(
                    "table_implementation",
                    "xstring",
                    "org.knime.core.data.columnar.table.UnsavedColumnarContainerTable"
                ) + Config("table_derived_settings", Entry("table_size", "xlong", file.Rows))
            )
        );
        File.WriteAllBytes(Path.Join(scratch.Folder(folder), "data.zip"), file.Bytes);
    }

    /// <summary>A table that is made of others: <c>meta_internal</c> as XML.</summary>
    public void AddReference(
        string folder,
        int id,
        string type,
        string inner,
        IReadOnlyList<(string Name, string CellClass)>? columns = null,
        Container? own = null
    )
    {
        if (columns is not null)
        {
            Write(folder, "spec.xml", Spec(columns));
        }
        Write(folder, "data.xml", Data(type, id, Config("meta_internal", inner)));
        if (own is not null)
        {
            File.WriteAllBytes(Path.Join(scratch.Folder(folder), "data.zip"), own.Zip());
        }
    }

    public void Write(string folder, string name, string text) =>
        scratch.Write($"{folder}/{name}", text);

    /// <summary>Every row as text: its RowID and its cells.</summary>
    public IReadOnlyList<string> Rows(string folder)
    {
        using var reader = Open().Open(folder);
        var rows = new List<string>();
        while (reader.Next())
        {
            rows.Add($"{reader.RowId}: {string.Join(", ", reader.Cells.ToArray().Select(Show))}");
        }
        return rows;
    }

    public static string Show(Cell cell) =>
        cell.Kind switch
        {
            CellKind.Missing => "?",
            CellKind.Text or CellKind.Period => cell.Text,
            CellKind.Double => cell.Number.ToString("R", CultureInfo.InvariantCulture),
            CellKind.Boolean => cell.IsTrue ? "true" : "false",
            CellKind.List => $"[{string.Join(' ', cell.Members.Select(Show))}]",
            CellKind.Set => $"{{{string.Join(' ', cell.Members.Select(Show))}}}",
            CellKind.LocalDateTime => $"{cell.Whole}+{cell.Nanos}",
            CellKind.Zoned =>
                $"{cell.Whole}+{cell.Nanos}{cell.Zone.OffsetSeconds:+0;-0}{cell.Zone.Id}",
            CellKind.Duration => $"{cell.Whole}s{cell.Nanos}n",
            CellKind.LegacyDate => $"{cell.Whole}/{cell.Parts}",
            CellKind.Numbers => string.Join('|', cell.Numbers),
            CellKind.Bytes => Convert.ToHexString(cell.Bytes),
            CellKind.Opaque => $"<{cell.Opaque.CellClass} {cell.Opaque.Bytes.Length}>",
            _ => cell.Whole.ToString(CultureInfo.InvariantCulture),
        };

    public static string Xml(string content) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" key="x">{content}</config>
            """;

    public static string Config(string key, string content) =>
        $"<config key=\"{SecurityElement.Escape(key)}\">{content}</config>";

    public static string Entry(string key, string type, object? value) =>
        value is null
            ? $"<entry key=\"{key}\" type=\"{type}\" isnull=\"true\" value=\"\"/>"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<entry key=\"{SecurityElement.Escape(key)}\" type=\"{type}\" value=\"{SecurityElement.Escape($"{value}")}\"/>"
            );

    public static string Array(string key, string type, params IReadOnlyList<object> values)
    {
        var content = new StringBuilder(Entry("array-size", "xint", values.Count));
        for (var i = 0; i < values.Count; i++)
        {
            content.Append(Entry($"{i}", type, values[i]));
        }
        return Config(key, content.ToString());
    }

    public static string Spec(IReadOnlyList<(string Name, string CellClass)> columns)
    {
        var content = new StringBuilder(Entry("number_columns", "xint", columns.Count));
        for (var i = 0; i < columns.Count; i++)
        {
            content.Append(
                Config(
                    $"column_spec_{i}",
                    Entry("column_name", "xstring", columns[i].Name)
                        + Config(
                            "column_type",
                            Entry("cell_class", "xstring", columns[i].CellClass)
                        )
                )
            );
        }
        return Xml(content.ToString());
    }

    private static string Data(string type, int id, string more = "") =>
        Xml(
            Entry("table_ID", "xint", id)
                + Entry("table_type", "xstring", type)
                + Entry("table_file_name", "xstring", "data.zip")
                + more
        );
}

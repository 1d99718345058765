using System.Globalization;
using K2P.Bundles;
using K2P.Workflows;

namespace K2P.Tables;

/// <summary>The kinds of stored tables (<c>BufferedDataTable.TABLE_TYPE_*</c>), the ways of compression set aside.</summary>
internal enum TableKind
{
    /// <summary>Holds its rows.</summary>
    Container,

    /// <summary>Columns of another table and columns of its own, in its own order.</summary>
    Rearranged,

    /// <summary>The rows of another table under other names and types.</summary>
    NewSpec,

    /// <summary>Another table as it is.</summary>
    Wrapped,

    /// <summary>Other tables one after the other.</summary>
    Concatenated,

    /// <summary>Two tables side by side.</summary>
    Joined,

    /// <summary>No rows.</summary>
    Void,

    /// <summary>A table that stands elsewhere in the same node.</summary>
    SameNode,

    /// <summary>Holds its rows in the columnar backend's way.</summary>
    Columnar,
}

/// <summary>What a <c>data.xml</c> says of a table.</summary>
/// <param name="Folder">The folder that it stands in.</param>
/// <param name="Settings">Its content.</param>
internal sealed record TableDescriptor(string Folder, SettingsConfig Settings)
{
    private SettingsConfig Inner => Settings.Config("meta_internal") ?? SettingsConfig.Empty;

    /// <summary>The table's id; null where it has none.</summary>
    public int? Id => Settings.Integer("table_ID");

    /// <summary>What kind of table it is.</summary>
    public TableKind Kind =>
        Settings.Text("table_type") switch
        {
            "container_table" or "container_table_compressed" or "container_table_custom" =>
                TableKind.Container,
            "rearrange_columns_table"
            or "rearrange_columns_table_compressed"
            or "rearrange_columns_table_custom" => TableKind.Rearranged,
            "new_spec_table" => TableKind.NewSpec,
            "wrapped_table" => TableKind.Wrapped,
            "concatenate_table" => TableKind.Concatenated,
            "joined_table" => TableKind.Joined,
            "void_table" => TableKind.Void,
            "reference_from_same_node_table" => TableKind.SameNode,
            "extension_table" => TableKind.Columnar,
            var type => throw TableException.Unsupported($"the table type {type}"),
        };

    /// <summary>Of two folders with one id, the one that holds rows is meant: it has the lower rank.</summary>
    public int Rank =>
        Settings.Text("table_type") switch
        {
            "wrapped_table" or "new_spec_table" => 2,
            "extension_table" => 0,
            { } type when type.StartsWith("container_table", StringComparison.Ordinal) => 0,
            _ => 1,
        };

    /// <summary>The path of the file that holds rows or columns.</summary>
    public string DataPath =>
        BundlePaths.Resolve(Folder, Settings.Text("table_file_name") ?? "data.zip");

    /// <summary>The ids of the tables that this one is made of.</summary>
    public IReadOnlyList<int> References =>
        Kind switch
        {
            TableKind.Rearranged or TableKind.NewSpec or TableKind.Wrapped =>
            [
                Number(Inner, "table_reference_ID"),
            ],
            TableKind.SameNode => [Number(Settings, "table_ID")],
            TableKind.Joined => [Number(Inner, "leftTableID"), Number(Inner, "rightTableID")],
            TableKind.Concatenated => [.. Array(Inner, "table_reference_IDS").Select(Number)],
            _ => [],
        };

    /// <summary>For each column of a rearranged table whether it is the other table's, and its place there or among the own ones.</summary>
    public IReadOnlyList<(bool IsOfTable, int Place)> Sources
    {
        get
        {
            var places = Array(Inner, "table_internal_map");
            var flags = Array(Inner, "table_internal_flags");
            return places.Count == flags.Count
                ? [.. places.Zip(flags, (place, flag) => (flag == "true", Number(place)))]
                : throw TableException.Damaged("data.xml does not say where the columns come from");
        }
    }

    /// <summary>What becomes of RowIDs that occur twice in a concatenated table, and what is appended to them.</summary>
    public (DuplicateRowIds Policy, string Suffix) Duplicates
    {
        get
        {
            var suffix = Inner.Text("duplicate_row_key_suffix");
            var policy = Inner.Text("duplicate_row_key_policy") switch
            {
                "CreateNew" => DuplicateRowIds.CreateNew,
                "Skip" when suffix is null => DuplicateRowIds.Skip,
                _ when suffix is { Length: > 0 } => DuplicateRowIds.AppendSuffix,
                _ => DuplicateRowIds.Keep,
            };
            return (policy, suffix ?? "");
        }
    }

    /// <summary>The values of an array in their order.</summary>
    private static IReadOnlyList<string> Array(SettingsConfig config, string key)
    {
        var array = config.Config(key) ?? throw TableException.Damaged($"data.xml lacks {key}");
        return
        [
            .. Enumerable
                .Range(0, Math.Clamp(array.Integer("array-size") ?? 0, 0, array.Items.Count))
                .Select(i => array.Text(i.ToString(CultureInfo.InvariantCulture)) ?? ""),
        ];
    }

    private static int Number(SettingsConfig config, string key) =>
        config.Integer(key) ?? throw TableException.Damaged($"data.xml lacks {key}");

    private static int Number(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw TableException.Damaged("data.xml holds no number where one must be");
}

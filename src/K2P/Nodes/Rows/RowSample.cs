using K2P.Python;

namespace K2P.Nodes.Rows;

/// <summary>How Row Sampling and the Table Partitioner draw rows.</summary>
/// <remarks><c>AbstractSamplingNodeSettings</c> and its forerunner <c>SamplingNodeSettings</c>; a share is cut to whole rows.</remarks>
/// <param name="Method">First, Random, Stratified or Linear.</param>
/// <param name="Share">The share of the rows; null where <see cref="Count"/> holds.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="ClassColumn">The column of the strata.</param>
/// <param name="Seed">The seed of the random numbers; null where every run draws others.</param>
internal sealed record RowSample(
    RowSample.Methods Method,
    double? Share,
    long Count,
    string? ClassColumn,
    long? Seed
)
{
    internal enum Methods
    {
        First,
        Random,
        Stratified,
        Linear,
    }

    /// <summary>The sample that a node's settings describe, in either format.</summary>
    public static RowSample Read(SettingsReader model) =>
        model.Has("partitioningMode") ? ReadNewer(model) : ReadOlder(model);

    private static RowSample ReadNewer(SettingsReader model)
    {
        model.Skip("decides only whether a table without rows is an error", "actionEmpty");
        var isRelative = model.OneOf("partitioningMode", "RELATIVE", "ABSOLUTE") == "RELATIVE";
        var method = model.OneOf("mode", "RANDOM", "STRATIFIED", "LINEAR", "FIRST_ROWS") switch
        {
            "RANDOM" => Methods.Random,
            "STRATIFIED" => Methods.Stratified,
            "LINEAR" => Methods.Linear,
            _ => Methods.First,
        };
        var percentage = model.Double("percentage");
        var count = model.Long("rowCount");
        var seed = model.Long("seed", 0);
        return new RowSample(
            method,
            isRelative ? percentage / 100.0 : null,
            count,
            model.TextOrNull("class_column"),
            model.Boolean("seed_is_present") ? seed : null
        );
    }

    private static RowSample ReadOlder(SettingsReader model)
    {
        var isRelative = model.OneOf("method", "Relative", "Absolute") == "Relative";
        var isStratified = model.Boolean("stratified_sampling", false);
        var isRandom = model.Boolean("random", false);
        var method = model.TextOrNull("samplingMethod") switch
        {
            "First" => Methods.First,
            "Random" => Methods.Random,
            "Stratified" => Methods.Stratified,
            "Linear" => Methods.Linear,
            null when isStratified => Methods.Stratified,
            null when isRandom => Methods.Random,
            null => Methods.First,
            var other => throw model.Bad("samplingMethod", $"has the unknown value '{other}'"),
        };
        var fraction = model.Double("fraction");
        var count = model.Long("count");
        var hasSeed = model.TextOrNull("random_seed") is { Length: > 0 };
        return new RowSample(
            method,
            isRelative ? fraction : null,
            count,
            model.TextOrNull("class_column"),
            hasSeed ? model.Long("random_seed") : null
        );
    }

    /// <summary>What is drawn, in words.</summary>
    public string Text
    {
        get
        {
            var size = Share is { } share
                ? string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{share * 100:0.####} %"
                )
                : $"{Count} rows";
            return Method switch
            {
                Methods.First => $"the first {size}",
                Methods.Random => $"{size} at random",
                Methods.Linear => $"{size} evenly spaced",
                _ => $"{size}, stratified by {ClassColumn}",
            };
        }
    }

    /// <summary>The number of drawn rows.</summary>
    public PyExpression CountOf(PyExpression table) =>
        Share is { } share ? Py.Expr($"int({share} * len({table}))") : PyExpression.Literal(Count);

    /// <summary>The mask of the drawn rows; not for <see cref="Methods.First"/>.</summary>
    public PyExpression MaskOf(NodeContext node, PyExpression table)
    {
        if (Seed is null && Method != Methods.Linear)
        {
            node.Approximate("KNIME draws other rows in each run, because the node has no seed.");
        }
        var count = CountOf(table);
        return Method switch
        {
            Methods.Linear => Py.Expr($"linear_rows(len({table}), {count})"),
            Methods.Random when Seed is { } seed => Py.Expr(
                $"random_rows(len({table}), {count}, seed={seed})"
            ),
            Methods.Random => Py.Expr($"random_rows(len({table}), {count})"),
            _ when ClassColumn is null => throw node.Manual("There is no column to stratify by."),
            _ when Seed is { } seed => Py.Expr(
                $"stratified_rows({table}[{ClassColumn}], {count}, seed={seed})"
            ),
            _ => Py.Expr($"stratified_rows({table}[{ClassColumn}], {count})"),
        };
    }
}

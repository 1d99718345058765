using System.Globalization;
using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>How a setting's value may stand in the code: as it is, or after one of a few small steps.</summary>
/// <param name="Literal">The text of the literal that a setting's value becomes; null where the step does not fit the value.</param>
/// <param name="Code">The same step in Python; null where the value stands as it is.</param>
internal sealed record SettingForm(Func<string, string?> Literal, Func<PyName, PyExpression>? Code);

/// <summary>
/// Two values that a setting is given in turn to see where it ends up in the code. They hold what a translation might treat
/// specially (quotes, patterns, blanks, letters beyond ASCII), so that a place that takes both over unchanged takes any value.
/// </summary>
internal sealed record SettingSamples(string First, string Second, IReadOnlyList<SettingForm> Forms)
{
    private static readonly SettingForm[] Paths =
    [
        new(Quoted, null),
        new(text => Quoted(FileName(text)), path => Py.Expr($"file_name({path})")),
    ];

    private static readonly SettingForm[] Integers =
    [
        new(text => text, null),
        new(text => Shifted(text, 1), value => Py.Expr($"{value} + 1")),
        new(text => Shifted(text, -1), value => Py.Expr($"{value} - 1")),
        new(text => Divided(text, 1), value => Py.Expr($"float({value})")),
    ];

    private static readonly SettingForm[] Numbers =
    [
        new(text => Divided(text, 1), null),
        new(text => Divided(text, 100), value => Py.Expr($"{value} / 100.0")),
    ];

    /// <summary>The samples for a setting; the stored value tells its sign, and whether it is a path. Null where there are none.</summary>
    /// <param name="item">The setting with its stored value.</param>
    /// <param name="type">KNIME's type word of the variable that controls it.</param>
    public static IReadOnlyList<SettingSamples> Of(SettingsItem item, string type) =>
        (item, type) switch
        {
            (SettingsConfig, FlowVariable.Location) =>
            [
                OfPath((item as SettingsConfig)!.Text("path")),
            ],
            (SettingsEntry { Type: SettingsType.Text } entry, "STRING" or FlowVariable.Location) =>
                entry.Value is { } text && text.AsSpan().ContainsAny('/', '\\')
                    ? [Special, OfPath(text)]
                    : [Special],
            (SettingsEntry { Type: SettingsType.Text } entry, "INTEGER" or "LONG") =>
            [
                Whole(entry.Value) with
                {
                    Forms = WholeTexts,
                },
            ],
            (
                SettingsEntry { Type: SettingsType.Integer or SettingsType.Long } entry,
                "INTEGER"
                    or "LONG"
            ) => [Whole(entry.Value) with { Forms = Integers }],
            (SettingsEntry { Type: SettingsType.Double } entry, "INTEGER" or "LONG") =>
            [
                Whole(entry.Value) with
                {
                    Forms = Integers[3..],
                },
            ],
            (SettingsEntry { Type: SettingsType.Double } entry, "DOUBLE") => [Broken(entry.Value)],
            _ => [],
        };

    private static SettingSamples Special { get; } =
        new("k2p\\ a/\"A\" .*[x]'é", "k/2p 'B'\\?(y|z)\"ß^$ {0}", Paths);

    private static SettingSamples OfPath(string? stored)
    {
        var folder = stored is null ? "" : stored[..(stored.LastIndexOfAny(['/', '\\']) + 1)];
        return new($"{folder}k2p A.csv", $"{folder}k2p 'B' é.csv", Paths);
    }

    private static SettingSamples Whole(string? stored)
    {
        var start = long.TryParse(stored, CultureInfo.InvariantCulture, out var value) ? value : 0;
        var step = start < 0 ? -1 : 1;
        return new(Text(start + (7 * step)), Text(start + (16 * step)), Integers);
    }

    private static SettingSamples Broken(string? stored)
    {
        var start =
            FlowVariableLiteral.JavaDouble(stored ?? "") is { } value && double.IsFinite(value)
                ? value
                : 0.5;
        var step = start < 0 ? -0.015625 : 0.015625;
        return new(
            (start + step).ToString("R", CultureInfo.InvariantCulture),
            (start + (3 * step)).ToString("R", CultureInfo.InvariantCulture),
            Numbers
        );
    }

    private static readonly SettingForm[] WholeTexts =
    [
        new(Quoted, value => Py.Expr($"str({value})")),
    ];

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text) => PyLiteral.Quote(text);

    private static string FileName(string path) => path[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private static string? Shifted(string text, long by) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out var value) ? Text(value + by) : null;

    private static string? Divided(string text, double by) =>
        FlowVariableLiteral.JavaDouble(text) is { } value && double.IsFinite(value)
            ? PyExpression.Literal(value / by).ToString()
            : null;
}

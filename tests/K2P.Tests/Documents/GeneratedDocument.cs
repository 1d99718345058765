namespace K2P.Tests.Documents;

/// <summary>A file in <c>docs/</c> that is made from the code.</summary>
internal static class GeneratedDocument
{
    /// <summary>Stands below the title of each.</summary>
    public const string Notice = "Do not edit: `make docs` writes this file from the code.";

    /// <summary>Compares, or writes where <c>make docs</c> asks for it.</summary>
    public static void ShouldBeUpToDate(string name, string expected)
    {
        var path = Path.Join(Repository.Root, "docs", name);
        if (Repository.Accepts)
        {
            File.WriteAllText(path, expected);
        }
        File.Exists(path).ShouldBeTrue($"docs/{name} is missing; make docs writes it");
        File.ReadAllText(path)
            .ShouldBe(expected, $"docs/{name} is not up to date; make docs writes it");
    }

    /// <summary>Text in a cell of a Markdown table, on one line.</summary>
    public static string Cell(string text) =>
        text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}

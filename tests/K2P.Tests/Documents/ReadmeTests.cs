using System.Text.RegularExpressions;
using K2P.Tests.Golden;

namespace K2P.Tests.Documents;

/// <summary>What the README shows is what there is.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Join(Repository.Root, "README.md"));

    [Fact]
    public void The_function_that_it_shows_stands_in_the_golden_script()
    {
        var example = Example().Match(Text).Groups[1].Value;
        example.ShouldNotBeEmpty();
        File.ReadAllText(Path.Join(GoldenWorkflow.Expected, "Order_report__g01_workbook.py"))
            .ShouldContain(example, Case.Sensitive);
    }

    [Fact]
    public void The_files_that_it_links_to_are_there() =>
        Link()
            .Matches(Text)
            .Select(link => link.Groups[1].Value)
            .Where(path => !Path.Exists(Path.Join(Repository.Root, path)))
            .ShouldBeEmpty();

    [GeneratedRegex("```python\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\]\(([^)#:]+)\)")]
    private static partial Regex Link();
}

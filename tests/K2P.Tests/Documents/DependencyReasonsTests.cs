using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace K2P.Tests.Documents;

/// <summary>Every package we use has its reason in <c>docs/decisions/0004-dependencies.md</c>, and no other has one.</summary>
[Trait("kind", "document")]
public sealed partial class DependencyReasonsTests
{
    [Fact]
    public void Every_package_has_a_reason_and_every_reason_a_package()
    {
        var reasons = Row()
            .Matches(Text("docs/decisions/0004-dependencies.md"))
            .Select(row => row.Groups["package"].Value);

        reasons.Order().ShouldBe(NuGetPackages().Concat(NpmPackages()).Order());
    }

    private static IEnumerable<string> NuGetPackages() =>
        XDocument
            .Parse(Text("Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(package => package.Attribute("Include")!.Value);

    private static IEnumerable<string> NpmPackages()
    {
        using var package = JsonDocument.Parse(Text("src/K2P.Web/ui/package.json"));
        string[] kinds = ["dependencies", "devDependencies"];
        return
        [
            .. kinds.SelectMany(kind =>
                package.RootElement.GetProperty(kind).EnumerateObject().Select(p => p.Name)
            ),
        ];
    }

    private static string Text(string path) => File.ReadAllText(Path.Join(Repository.Root, path));

    [GeneratedRegex(@"^\| `(?<package>[^`]+)` \| \S.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}

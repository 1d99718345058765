using System.Globalization;
using System.Text;
using System.Xml.Linq;
using K2P.Nodes;
using K2P.Tests.Nodes;

namespace K2P.Tests.Documents;

/// <summary><c>docs/nodes.md</c>: every node of the catalogue, in its own words, with what its fixtures show is not translated.</summary>
[Trait("kind", "document")]
public sealed class NodesDocumentTests
{
    private static readonly Dictionary<string, XElement> Comments = XElement
        .Load(
            Path.Join(
                Path.GetDirectoryName(Support.Programs.Built),
                "..",
                "..",
                "K2P",
                Path.GetFileName(Path.GetDirectoryName(Support.Programs.Built)),
                "K2P.xml"
            )
        )
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!);

    [Fact]
    public void Every_node_is_documented_with_its_factories_and_limits()
    {
        var factories = NodeCatalog.All.Sum(translator => translator.Info.Factories.Count);
        var text = new StringBuilder(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                # Nodes

                {NodeCatalog.All.Count} translators for {factories} factories; `k2p nodes --json` prints the list for programs. {GeneratedDocument.Notice}

                Any other node becomes a function that raises `NotImplementedError` and lists the node's settings. Below each node stands what
                is not translated, and, from its tests, the settings with which it is *partial*, *approximate* or *manual*. A setting that is not
                listed and that the translator does not know makes the node *partial* with K2P1003, so nothing is passed over in silence.

                """
            )
        );
        var folder = "";
        foreach (
            var translator in NodeCatalog
                .All.OrderBy(FolderOf, StringComparer.Ordinal)
                .ThenBy(each => each.Info.Name, StringComparer.Ordinal)
                .ThenBy(each => each.GetType().Name, StringComparer.Ordinal)
        )
        {
            if (FolderOf(translator) != folder)
            {
                folder = FolderOf(translator);
                text.Append(CultureInfo.InvariantCulture, $"\n## {folder}\n");
            }
            Describe(text, translator);
        }
        GeneratedDocument.ShouldBeUpToDate("nodes.md", text.ToString());
    }

    private static void Describe(StringBuilder text, NodeTranslator translator)
    {
        var info = translator.Info;
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n### {info.Name}\n\n{Summary(translator)}\n\n"
        );
        if (info.Limits is { } limits)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Not translated: {limits}\n");
        }
        foreach (var remark in Remarks(translator))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {remark}\n");
        }
        foreach (var factory in info.Factories)
        {
            text.Append(CultureInfo.InvariantCulture, $"- `{factory}`\n");
        }
    }

    /// <summary>The comment of the class, without the name that many begin with.</summary>
    private static string Summary(NodeTranslator translator)
    {
        var summary = Comments[$"T:{translator.GetType().FullName}"].Element("summary")!;
        var text = string.Concat(summary.Nodes().Select(Markdown));
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Markdown(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" } see => ((string)see.Attribute("cref")!).Split('.')[
                ^1
            ],
            XElement element => $"`{element.Value}`",
            _ => "",
        };

    /// <summary>The first lines of the fixtures: <c># partial</c>, then a line per diagnostic.</summary>
    private static IEnumerable<string> Remarks(NodeTranslator translator)
    {
        var prefix = $"{FolderOf(translator)}/{translator.GetType().Name}/";
        return NodeCase
            .All.Where(fixture => fixture.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(fixture => File.ReadLines(Path.Join(fixture.Folder, "expected.py")))
            .SelectMany(lines =>
            {
                var header = lines
                    .TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal))
                    .Select(line => line[2..])
                    .ToList();
                return header is ["partial" or "approximate" or "manual", ..]
                    ? header.Skip(1).Select(line => $"*{header[0]}*: {line}")
                    : [];
            })
            .Distinct()
            .Order(StringComparer.Ordinal);
    }

    private static string FolderOf(NodeTranslator translator) =>
        translator.GetType().Namespace!.Split('.')[^1];
}

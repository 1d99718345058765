using System.Text.Json;
using K2P.Tests.Support;

namespace K2P.Tests.Flow;

/// <summary>What a workflow was converted to, and its run.</summary>
internal sealed class ConvertedWorkflow(Conversion conversion, Scratch scratch, string folder)
{
    /// <summary>The text of the first graph's script.</summary>
    public string Script =>
        File.ReadAllText(
            Directory
                .EnumerateFiles(scratch.At(folder), "*.py")
                .Order(StringComparer.Ordinal)
                .First()
        );

    /// <summary>The status of each node by its id.</summary>
    public IReadOnlyDictionary<string, string> Statuses =>
        Nodes()
            .ToDictionary(
                node => node.GetProperty("id").GetString()!,
                node => node.GetProperty("status").GetString()!
            );

    /// <summary>The remarks on a node.</summary>
    public IReadOnlyList<string> Remarks(string id) =>
        [
            .. Nodes()
                .First(node => node.GetProperty("id").GetString() == id)
                .GetProperty("diagnostics")
                .EnumerateArray()
                .Select(each => each.GetProperty("message").GetString()!),
        ];

    /// <summary>Fails with the remarks on the node unless it is exact.</summary>
    public void ShouldBeExact(string id) =>
        Statuses[id].ShouldBe("exact", string.Join('\n', Remarks(id)));

    /// <summary>Runs every script as a program, with these options behind the folders, and gives the text of a file that it wrote.</summary>
    public string Run(string written, params IEnumerable<string> options) =>
        Run(written, null, options);

    /// <summary>Runs the scripts, which must end at a stub, and gives the text of a file that was written before.</summary>
    public string RunToStub(string written) => Run(written, "NotImplementedError", []);

    private string Run(string written, string? error, IEnumerable<string> options)
    {
        RealPython.Require("pandas");
        var output = scratch.Folder($"{folder}/out");
        foreach (
            var script in Directory
                .EnumerateFiles(scratch.At(folder), "*.py")
                .Order(StringComparer.Ordinal)
        )
        {
            var (code, _, errors) = RealPython.Start([
                script,
                "--data-dir",
                scratch.Root,
                "--out-dir",
                output,
                .. options,
            ]);
            code.ShouldBe(error is null ? 0 : 1, errors);
            errors.ShouldContain(error ?? "");
        }
        return File.ReadAllText(Path.Join(output, written));
    }

    private List<JsonElement> Nodes()
    {
        using var report = JsonDocument.Parse(conversion.Report);
        return
        [
            .. report
                .RootElement.GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.Clone()),
        ];
    }
}

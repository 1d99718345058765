namespace K2P.Tests.Golden;

/// <summary>The small workflow of <c>tests/golden</c>, with its data and everything that must come of it.</summary>
internal static class GoldenWorkflow
{
    private static readonly string Root = Path.Join(Repository.Root, "tests", "golden");

    /// <summary>The workflow's folder.</summary>
    public static string Folder { get; } = Path.Join(Root, "Order report");

    /// <summary>The files that its readers read.</summary>
    public static string Data { get; } = Path.Join(Folder, "data");

    /// <summary>Every output of the converter.</summary>
    public static string Expected { get; } = Path.Join(Root, "expected");

    /// <summary>What the workflow writes when KNIME runs it.</summary>
    public static string Revenue { get; } = Path.Join(Root, "revenue.csv");
}

namespace K2P.Tests.Workflows;

/// <summary>Large and deep workflows are read and written; how long that takes is measured by the benchmarks.</summary>
public sealed class SizeTests : IDisposable
{
    private readonly Scratch scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void Components_nest_500_levels()
    {
        var top = new WorkflowWriter(scratch.At("flow")).Stub(2);
        var level = top;
        for (var depth = 1; depth < 500; depth++)
        {
            level.Connect(2, 1, 1, 1);
            level = level.Component(1, "c", inputs: 1, outputs: 0).Stub(2).Connect(100, 1, 2, 1);
        }
        var flow = Converted.From(top);
        flow.Nodes.Count().ShouldBe(500);
        var deepest = string.Concat(Enumerable.Repeat("1:", 499)) + "2";
        flow.Inputs(deepest).ShouldBe([$"1:table from {deepest[2..]}.1"]);
    }

    [Fact]
    public void A_workflow_may_have_5_000_nodes_and_20_000_wires()
    {
        var workflow = new WorkflowWriter(scratch.At("flow"));
        for (var id = 1; id <= 5_000; id++)
        {
            workflow.Stub(id);
            for (var port = 1; port <= Math.Min(4, id - 1); port++)
            {
                workflow.Connect(id - port, 1, id, port);
            }
        }
        var flow = Converted.From(workflow);
        flow.Scripts.ShouldBe(1);
        flow.Nodes.Count().ShouldBe(5_000);
        flow.Inputs("5000")
            .ShouldBe([
                .. Enumerable.Range(1, 4).Select(port => $"{port}:table from {5000 - port}.1"),
            ]);
    }
}

using K2P.Python;

namespace K2P.Nodes.Loops;

/// <summary>Chunk Loop Start: the table in pieces of consecutive rows.</summary>
/// <remarks><c>LoopStartChunkNodeModel</c>.</remarks>
internal sealed class ChunkLoopStart : NodeTranslator<ChunkLoopStart.Settings>
{
    /// <param name="IsCount">The number of pieces is fixed, else the rows of each.</param>
    internal sealed record Settings(bool IsCount, int Chunks, int Rows);

    public override NodeInfo Info { get; } =
        new("Chunk Loop Start", ["org.knime.base.node.meta.looper.chunk.LoopStartChunkNodeFactory"])
        {
            Result = "chunk",
        };

    protected override Settings Read(SettingsReader model) =>
        new(
            model.OneOf("mode", "NrOfChunks", "RowsPerChunk") == "NrOfChunks",
            model.Integer("nrOfChunks"),
            model.Integer("nrRowsPerChunk")
        );

    protected override IEnumerable<PyStatement> Translate(Settings settings, NodeContext node)
    {
        var table = node.Input();
        var (size, count, iteration, start) = (
            node.Local("size"),
            node.Local("count"),
            node.Local("iteration"),
            node.Local("start")
        );
        if (settings.IsCount)
        {
            node.Summary = $"{settings.Chunks} pieces of the table";
            yield return Py.Assign(count, $"min({settings.Chunks}, len({table}))");
            yield return Py.Assign(size, $"-(-len({table}) // {count})");
        }
        else
        {
            node.Summary = $"Pieces of {settings.Rows} rows";
            yield return Py.Assign(size, $"{settings.Rows}");
            yield return Py.Assign(count, $"-(-len({table}) // {size})");
        }
        yield return Py.For(
            $"{iteration}, {start} in enumerate(range(0, max(len({table}), 1), {size}))",
            [
                Rounds.Yield(
                    [Py.Expr($"{table}.iloc[{start} : {start} + {size}]")],
                    Py.Expr($"{{'currentIteration': {iteration}, 'maxIterations': {count}}}")
                ),
            ]
        );
    }
}

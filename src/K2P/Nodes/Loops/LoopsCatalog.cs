namespace K2P.Nodes.Loops;

/// <summary>The translators of this folder, in order of their names.</summary>
internal static class LoopsCatalog
{
    public static IReadOnlyList<NodeTranslator> Translators { get; } =
    [
        new ChunkLoopStart(),
        new ColumnListLoopStart(),
        new CountingLoopStart(),
        new GroupLoopStart(),
        new IntervalLoopStart(),
        new LoopEnd(),
        new LoopEndColumnAppend(),
        new XAggregator(),
        new XPartitioner(),
    ];
}

using System.Collections.Frozen;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>Every translator, in one explicit list per folder, found by factory.</summary>
/// <remarks>No scanning: the lists keep native AOT clean, and a test holds that each class stands in one.</remarks>
internal static class NodeCatalog
{
    /// <summary>All translators in the order of their folders.</summary>
    public static IReadOnlyList<NodeTranslator> All { get; } =
    [
        .. Columns.ColumnsCatalog.Translators,
        .. Flow.FlowCatalog.Translators,
        .. IO.IOCatalog.Translators,
        .. Loops.LoopsCatalog.Translators,
        .. Rows.RowsCatalog.Translators,
        .. Tables.TablesCatalog.Translators,
        .. Values.ValuesCatalog.Translators,
    ];

    private static readonly FrozenDictionary<string, NodeTranslator> ByFactory = All.SelectMany(
            translator => translator.Info.Factories.Select(factory => (factory, translator))
        )
        .ToFrozenDictionary(pair => pair.factory, pair => pair.translator, StringComparer.Ordinal);

    /// <summary>The translator of a node, or null: the variant of a dynamic node first, then its factory.</summary>
    public static NodeTranslator? Find(Node node) =>
        ByFactory.GetValueOrDefault(node.FullFactory) ?? ByFactory.GetValueOrDefault(node.Factory);
}

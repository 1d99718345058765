using K2P.Python;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>One node of KNIME: its identity, its settings and its Python. A subclass is one file, and nothing inherits from it.</summary>
internal abstract class NodeTranslator
{
    /// <summary>Which node it is.</summary>
    public abstract NodeInfo Info { get; }

    /// <summary>The kinds of the output ports of this very node; differs from <see cref="NodeInfo.Outputs"/> where ports can be added.</summary>
    public virtual IReadOnlyList<PortKind> OutputsOf(Node node) => Info.Outputs;

    /// <summary>The flow variables that the node makes; asked where KNIME stored none for it.</summary>
    public virtual MadeVariables Makes(Node node) => MadeVariables.None;

    /// <summary>True where the node keeps a flow variable from what is behind it.</summary>
    public virtual bool Hides(Node node, string variable) => false;

    /// <summary>The body of the node's function.</summary>
    /// <exception cref="UntranslatableException">The node becomes a stub.</exception>
    internal abstract IReadOnlyList<PyStatement> Translate(NodeContext node);
}

/// <summary>A translator with a typed record of the node's settings.</summary>
/// <typeparam name="TSettings">The settings, resolved: no keys, no versions.</typeparam>
internal abstract class NodeTranslator<TSettings> : NodeTranslator
{
    /// <summary>Settings tree to record. Total and pure: every key is read or skipped with a reason.</summary>
    protected abstract TSettings Read(SettingsReader model);

    /// <summary>Record and ports to the statements of the node's function, which end in a return. Pure.</summary>
    protected abstract IEnumerable<PyStatement> Translate(TSettings settings, NodeContext node);

    internal sealed override IReadOnlyList<PyStatement> Translate(NodeContext node)
    {
        var reader = node.OpenSettings();
        var settings = Read(reader);
        IReadOnlyList<PyStatement> body = [.. Translate(settings, node)];
        node.ReportUnread(reader);
        return body;
    }
}

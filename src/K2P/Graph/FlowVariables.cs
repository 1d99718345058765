using K2P.Nodes;
using K2P.Workflows;

namespace K2P.Graph;

/// <summary>Finds where the flow variables that a node sees come from.</summary>
/// <remarks>
/// After <c>FlowObjectStack.merge</c>: where several inputs bring a variable of one name, the flow-variable port wins, then the
/// last port. Metanodes are transparent; a component hands in what its input node lets through, and hands out what its output
/// node does.
/// </remarks>
internal static class FlowVariables
{
    /// <summary>What the node's inputs bring under that name; null where nothing does.</summary>
    public static VariableOrigin? Find(Scope scope, Node node, string name) =>
        Search(new Step(scope, node.Id, 0, name, IsInput: true));

    /// <summary>A place of the search: the inputs of a node, or one of the ports that it puts its stack on.</summary>
    private readonly record struct Step(Scope Scope, int Node, int Port, string Name, bool IsInput);

    private static VariableOrigin? Search(Step start)
    {
        var open = new Stack<Step>();
        open.Push(start);
        var seen = new HashSet<Step>();
        VariableOrigin? possible = null;
        while (open.Count > 0)
        {
            var step = open.Pop();
            if (!seen.Add(step))
            {
                continue;
            }
            if (IsHidden(step))
            {
                open = Outside(step.Scope, open);
                continue;
            }
            var origin = step.IsInput ? Enter(step, open) : Leave(step, open);
            if (origin is { Stored: null, Declared: null, Setting: null })
            {
                possible ??= origin;
            }
            else if (origin is not null)
            {
                return origin with { Rival = possible?.Producer };
            }
        }
        return possible;
    }

    /// <summary>True where a node keeps the variable from what is behind it.</summary>
    private static bool IsHidden(Step step) =>
        !step.IsInput
        && step.Scope.Workflow.Nodes.TryGetValue(step.Node, out var node)
        && NodeCatalog.Find(node)?.Hides(node, step.Name) == true;

    /// <summary>What is left to look at where a variable is hidden: it is so for all weaker wires, but only within the component.</summary>
    private static Stack<Step> Outside(Scope scope, Stack<Step> open) =>
        new(open.Where(step => step.Scope.VariableScope != scope.VariableScope).Reverse());

    /// <summary>Pushes the wires into the node so that the strongest is looked at first.</summary>
    private static VariableOrigin? Enter(Step step, Stack<Step> open)
    {
        var wires = step.Scope.Into(step.Node);
        if (wires.Count == 0)
        {
            return OfWorkflow(step);
        }
        var first = wires[0].TargetPort == 0 ? 1 : 0;
        for (var i = first; i < wires.Count; i++)
        {
            open.Push(Source(step, wires[i]));
        }
        if (first == 1)
        {
            open.Push(Source(step, wires[0]));
        }
        return null;
    }

    private static Step Source(Step step, Connection wire) =>
        new(step.Scope, wire.Source, wire.SourcePort, step.Name, IsInput: false);

    private static VariableOrigin? OfWorkflow(Step step)
    {
        var scope = step.Scope.VariableScope;
        return
            scope.Container is null
            && scope.Workflow.Variables.FirstOrDefault(each => each.Name == step.Name) is { } found
            ? new VariableOrigin(scope, null, step.Name, found)
            : null;
    }

    private static VariableOrigin? Leave(Step step, Stack<Step> open)
    {
        var (scope, id, port, name, _) = step;
        if (id == Scope.Border)
        {
            if (scope.Outside(port) is { } outer)
            {
                open.Push(new Step(scope.Parent!, outer.Node, outer.Port, name, false));
            }
            return null;
        }
        if (!scope.Workflow.Nodes.TryGetValue(id, out var node))
        {
            return null;
        }
        if (node.IsComponentInput)
        {
            var prefix = VariableFilter.PrefixOf(node);
            if (
                name.StartsWith(prefix, StringComparison.Ordinal)
                && VariableFilter.Passes(node, name[prefix.Length..])
            )
            {
                open.Push(
                    new Step(scope.Parent!, scope.Container!.Id, 0, name[prefix.Length..], true)
                );
            }
            return null;
        }
        if (scope.Inside(node) is { } inside)
        {
            Inside(step, node, inside, open);
            return null;
        }
        var made = Made(scope, node, name);
        if (made is null or { Stored: null, Declared: null, Setting: null })
        {
            // What was made inside a block ends with it.
            var before = scope.Blocks.StartOf(node) ?? node;
            open.Push(step with { Node = before.Id, Port = 0, IsInput = true });
        }
        return made;
    }

    private static void Inside(Step step, Node node, Scope inside, Stack<Step> open)
    {
        if (node.Kind == NodeKind.Metanode)
        {
            if (inside.Exit(step.Port) is { } exit)
            {
                open.Push(new Step(inside, exit.Node, exit.Port, step.Name, false));
            }
            return;
        }
        // What the component was given goes on behind it; what its output lets out stands above that.
        open.Push(step with { Port = 0, IsInput = true });
        if (inside.Output is { } output && VariableFilter.Passes(output, step.Name))
        {
            open.Push(new Step(inside, output.Id, 0, step.Name, true));
        }
    }

    private static VariableOrigin? Made(Scope scope, Node node, string name)
    {
        var stored = node.Variables.LastOrDefault(each => each.Name == name);
        if (node.VariableSettings.FirstOrDefault(each => each.Exposed == name) is { } setting)
        {
            return new VariableOrigin(
                scope,
                node,
                name,
                stored ?? (setting.Used is null ? ValueOf(node, setting) : null),
                setting
            );
        }
        return stored is not null ? new VariableOrigin(scope, node, name, stored)
            : node.State == "EXECUTED" ? null
            : Declared(scope, node, name);
    }

    /// <summary>What a node that has not run makes by its settings; without a type where only its data will tell.</summary>
    private static VariableOrigin? Declared(Scope scope, Node node, string name)
    {
        var made = NodeCatalog.Find(node)?.Makes(node) ?? MadeVariables.None;
        return made.Classes.TryGetValue(name, out var type)
                ? new VariableOrigin(scope, node, name, null) { Declared = type }
            : made.AndOthers ? new VariableOrigin(scope, node, name, null)
            : null;
    }

    /// <summary>The value of a setting that is handed out and that nothing controls.</summary>
    private static FlowVariable? ValueOf(Node node, VariableSetting setting)
    {
        if (node.Model.At(setting.Path) is not SettingsEntry { Value: { } value } entry)
        {
            return null;
        }
        var type = FlowVariable.ClassOf(entry.Type);
        return type is null ? null : new FlowVariable(setting.Exposed!, type, value);
    }
}

using System.Globalization;
using K2P.Graph;
using K2P.Workflows;

namespace K2P.Nodes;

/// <summary>A node's settings as the dialog of its component leaves them: what the user entered there stands above the node's default value.</summary>
/// <remarks><c>SubNodeContainer</c> stores a branch for each <c>DialogNode</c> inside it, called after the node's parameter name and its id.</remarks>
/// <param name="Model">The settings.</param>
/// <param name="Controls">The settings that flow variables control.</param>
/// <param name="Outside">The variables among them that control the component's dialog, and are looked up around the component.</param>
internal sealed record DialogSettings(
    SettingsConfig Model,
    IReadOnlyList<VariableSetting> Controls,
    IReadOnlySet<string> Outside
)
{
    private const string Value = "defaultValue";

    public static DialogSettings Of(Scope scope, Node node)
    {
        var own = node.VariableSettings.Where(setting => setting.Used is not null).ToList();
        var key = KeyOf(node);
        if (
            scope.Container is not { Kind: NodeKind.Component } component
            || component.Model.Config(key) is not { } entered
        )
        {
            return new DialogSettings(node.Model, own, new HashSet<string>());
        }
        var value = new SettingsConfig(Value);
        foreach (var item in entered.Items)
        {
            value.Add(item);
        }
        var outer = component
            .VariableSettings.Where(setting => setting.Used is not null && setting.Path[0] == key)
            .ToList();
        return new DialogSettings(
            node.Model.With([Value], value),
            [
                .. own.Where(setting => setting.Path[0] != Value),
                .. outer.Select(setting =>
                    setting with
                    {
                        Path = [Value, .. setting.Path.Skip(1)],
                    }
                ),
            ],
            outer.Select(setting => setting.Used!).ToHashSet()
        );
    }

    /// <summary>Where a variable that the node reads comes from.</summary>
    public VariableOrigin? Find(Scope scope, Node node, string name) =>
        Outside.Contains(name)
            ? FlowVariables.Find(scope.Parent!, scope.Container!, name)
            : FlowVariables.Find(scope, node, name);

    private static string KeyOf(Node node)
    {
        var id = node.Id.ToString(CultureInfo.InvariantCulture);
        return node.Model.Text("parameterName") is { Length: > 0 } name ? $"{name}-{id}" : id;
    }
}

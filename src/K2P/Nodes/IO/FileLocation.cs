using K2P.Python;

namespace K2P.Nodes.IO;

/// <summary>Where a node reads or writes: a path that is looked up below a folder, or a URL.</summary>
/// <param name="Path">The path without KNIME's schemes, or the URL.</param>
/// <param name="IsUrl">True for http, https and ftp.</param>
internal sealed record FileLocation(string Path, bool IsUrl)
{
    /// <summary>The path as the settings have it: what a path column shows.</summary>
    public string Shown { get; init; } = Path;

    /// <summary>The file's own name.</summary>
    public string Name => Path.TrimEnd('/', '\\').Split('/', '\\')[^1];

    /// <summary>Reads <c>org.knime.filehandling.core.connections.FSLocation</c>, the path of the nodes since 4.2.</summary>
    public static FileLocation Read(SettingsReader location)
    {
        location.Skip("there is a path or Text complains", "location_present");
        var path = location.Text("path");
        var specifier = location.Text("file_system_specifier", "");
        return location.OneOf(
            "file_system_type",
            "LOCAL",
            "RELATIVE",
            "MOUNTPOINT",
            "CUSTOM_URL",
            "CONNECTED",
            "HUB_SPACE"
        ) switch
        {
            "CONNECTED" => throw location.Manual("The file lies in a connected file system."),
            "HUB_SPACE" => throw location.Manual("The file lies in a KNIME Hub space."),
            "RELATIVE" when specifier == "knime.workflow.data" => new(
                $"data/{path.TrimStart('/')}",
                false
            )
            {
                Shown = path,
            },
            "RELATIVE" or "MOUNTPOINT" => new(path.TrimStart('/'), false) { Shown = path },
            "CUSTOM_URL" => Of(path) with { Shown = path },
            _ => new(path, false),
        };
    }

    /// <summary>Takes what older nodes store: a path, a <c>file:</c> or <c>knime:</c> URL, or the URL of a server.</summary>
    public static FileLocation Of(string text)
    {
        if (
            text.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("ftp:", StringComparison.OrdinalIgnoreCase)
        )
        {
            return new(text, true);
        }
        if (text.StartsWith("knime://", StringComparison.OrdinalIgnoreCase))
        {
            var slash = text.IndexOf('/', "knime://".Length);
            return new(Uri.UnescapeDataString(slash < 0 ? "" : text[(slash + 1)..]), false);
        }
        if (text.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            var path = Uri.UnescapeDataString(text["file:".Length..]);
            var bare = path.TrimStart('/');
            var isDrive = bare.Length > 1 && bare[1] == ':';
            return new(
                isDrive ? bare
                    : path.StartsWith('/') ? $"/{bare}"
                    : path,
                false
            );
        }
        return new(text, false);
    }

    /// <summary>The file (or folder) to read, as a <c>Path</c> or a URL.</summary>
    public PyExpression Input(NodeContext node)
    {
        if (IsUrl)
        {
            node.ReadsUrl(Path);
            return PyExpression.Literal(Path);
        }
        var folder = node.ReadsFile(Path);
        return Py.Expr($"find_file({Path}, {folder})");
    }
}

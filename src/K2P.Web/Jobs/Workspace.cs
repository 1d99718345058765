using K2P.Web.Configuration;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>
/// The scratch folders of this worker. A locked file marks them as in use, so that the next worker
/// on this machine clears what a killed one left, and nothing else.
/// </summary>
internal sealed class Workspaces : IDisposable
{
    private const string LockName = "in-use";

    private readonly string home;
    private readonly FileStream mark;

    public Workspaces(IOptions<StorageOptions> storage)
    {
        var scratch = Directory.CreateDirectory(storage.Value.Scratch).FullName;
        ClearAbandoned(scratch);
        home = Path.Combine(scratch, $"worker-{Guid.NewGuid():N}");
        Directory.CreateDirectory(home);
        // The sandbox's users pass through, and see nothing of each other.
        Workspace.OpenToPassers(scratch);
        Workspace.OpenToPassers(home);
        mark = new FileStream(
            Path.Combine(home, LockName),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            FileShare.None
        );
    }

    public Workspace Open() => new(Path.Combine(home, Guid.NewGuid().ToString("N")));

    public void Dispose()
    {
        mark.Dispose();
        Directory.Delete(home, recursive: true);
    }

    private static void ClearAbandoned(string scratch)
    {
        foreach (var folder in Directory.EnumerateDirectories(scratch, "worker-*"))
        {
            try
            {
                using (
                    File.Open(
                        Path.Combine(folder, LockName),
                        FileMode.Open,
                        FileAccess.ReadWrite,
                        FileShare.None
                    )
                ) { }

                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // Its worker lives, or has not locked it yet.
            }
        }
    }
}

/// <summary>The folder of one attempt; gone when it is disposed of.</summary>
internal sealed class Workspace : IDisposable
{
    private const UnixFileMode Private =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly string root;

    public Workspace(string root)
    {
        this.root = root;
        Directory.CreateDirectory(root);
        OpenToPassers(root);
        Directory.CreateDirectory(Input, Private);
        Directory.CreateDirectory(Output, Private);
    }

    /// <summary>What the converter reads.</summary>
    public string Input => Path.Combine(root, "in");

    /// <summary>What the converter writes.</summary>
    public string Output => Path.Combine(root, "out");

    /// <summary>Where the result is packed; the converter does not see it.</summary>
    public string Archive => Path.Combine(root, "result.zip");

    /// <summary>Lets others go through a folder to what they own in it, and not list it.</summary>
    public static void OpenToPassers(string folder) =>
        File.SetUnixFileMode(
            folder,
            Private | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
        );

    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(root) && attempt <= 5; attempt++)
        {
            try
            {
                Directory.Delete(root, recursive: true);
            }
            catch (Exception exception)
                when (exception is IOException or UnauthorizedAccessException)
            {
                // A process that was just killed may still be writing. What stays is cleared at the next start.
                Thread.Sleep(10 * attempt);
            }
        }
    }
}

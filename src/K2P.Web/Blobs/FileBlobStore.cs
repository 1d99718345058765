using System.Runtime.InteropServices;
using K2P.Web.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Win32.SafeHandles;

namespace K2P.Web.Blobs;

/// <summary>
/// Blobs as files: written beside their place, synced, then renamed into it, so that a crash leaves
/// either the whole blob or a stray temporary file. Folders are sharded by the owner's last characters, which are random.
/// </summary>
internal sealed partial class FileBlobStore : IBlobStore
{
    private readonly string root;
    private readonly string incoming;

    public FileBlobStore(IOptions<StorageOptions> storage)
    {
        root = storage.Value.Blobs;
        incoming = Path.Combine(root, "incoming");
        Directory.CreateDirectory(incoming);
    }

    public async Task PutAsync(string key, Stream content, CancellationToken cancel)
    {
        var target = PathOf(key);
        var folder = Path.GetDirectoryName(target)!;
        var temporary = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                await content.CopyToAsync(file, cancel);
                file.Flush(flushToDisk: true);
            }

            Directory.CreateDirectory(folder);
            File.Move(temporary, target, overwrite: true);
            SyncFolder(folder);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(string key, CancellationToken cancel)
    {
        try
        {
            return Task.FromResult<Stream?>(
                new FileStream(
                    PathOf(key),
                    new FileStreamOptions
                    {
                        Mode = FileMode.Open,
                        Access = FileAccess.Read,
                        Share = FileShare.Read | FileShare.Delete,
                        Options = FileOptions.Asynchronous,
                    }
                )
            );
        }
        catch (Exception exception)
            when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task DeleteAsync(string key, CancellationToken cancel)
    {
        try
        {
            File.Delete(PathOf(key));
        }
        catch (DirectoryNotFoundException)
        {
            // Already gone.
        }

        return Task.CompletedTask;
    }

    public Task DeleteAllAsync(string owner, CancellationToken cancel)
    {
        var prefix = BlobKeys.Prefix(owner);
        var folder = new DirectoryInfo(FolderOf(owner));
        if (folder.Exists)
        {
            foreach (var file in folder.EnumerateFiles($"{prefix}*"))
            {
                file.Delete();
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>Files are only reached through the service.</summary>
    public Task<Uri?> LinkAsync(string key, string downloadName, CancellationToken cancel) =>
        Task.FromResult<Uri?>(null);

    public Task CheckAsync(CancellationToken cancel)
    {
        var probe = Path.Combine(incoming, $"check-{Guid.NewGuid():N}");
        using (
            new FileStream(
                probe,
                FileMode.CreateNew,
                FileAccess.Write,
                FileShare.None,
                1,
                FileOptions.DeleteOnClose
            )
        )
        {
            return Task.CompletedTask;
        }
    }

    private string PathOf(string key) => Path.Combine(FolderOf(BlobKeys.Owner(key)), key);

    private string FolderOf(string owner) => Path.Combine(root, owner[^2..]);

    /// <summary>A rename is durable only when its folder is synced too.</summary>
    private static void SyncFolder(string folder)
    {
        var descriptor = Open(
            folder,
            0x80000 /* O_RDONLY, O_CLOEXEC */
        );
        if (descriptor < 0)
        {
            throw new IOException(
                $"The folder of a blob cannot be opened (errno {Marshal.GetLastPInvokeError()})."
            );
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (Sync(descriptor) != 0)
        {
            throw new IOException(
                $"The folder of a blob cannot be synced (errno {Marshal.GetLastPInvokeError()})."
            );
        }
    }

    [LibraryImport(
        "libc",
        EntryPoint = "open",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Sync(int descriptor);
}

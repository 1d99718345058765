using System.Runtime.InteropServices;

namespace K2P.Web.Sandbox;

/// <summary>The few system calls that .NET does not offer.</summary>
internal static partial class Native
{
    public const int Kill = 9;

    public static bool IsRoot => Environment.IsPrivilegedProcess;

    /// <summary>A plain file with one name: no link, pipe, socket or device, which must never be opened.</summary>
    public static bool IsRegularFile(string path)
    {
        const int WorkingDirectory = -100;
        const int NoFollow = 0x100;
        const uint TypeAndLinks = 0x1 | 0x4;
        // struct statx: links at byte 16, mode at byte 28, the same on every architecture.
        Span<byte> status = stackalloc byte[256];
        if (StatusOf(WorkingDirectory, path, NoFollow, TypeAndLinks, status) != 0)
        {
            return false;
        }

        var links = BitConverter.ToUInt32(status[16..]);
        var type = BitConverter.ToUInt16(status[28..]) & 0xF000;
        return type == 0x8000 && links == 1;
    }

    [LibraryImport(
        "libc",
        EntryPoint = "statx",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatusOf(
        int folder,
        string path,
        int flags,
        uint mask,
        Span<byte> status
    );

    /// <summary>A negative id means the process group.</summary>
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int Signal(int process, int signal);

    [LibraryImport(
        "libc",
        EntryPoint = "chown",
        SetLastError = true,
        StringMarshalling = StringMarshalling.Utf8
    )]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int ChangeOwner(string path, uint user, uint group);
}

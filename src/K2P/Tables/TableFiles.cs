using K2P.Bundles;
using K2P.Workflows;

namespace K2P.Tables;

/// <summary>Opens the files of stored tables; what is wrong with them becomes a <see cref="TableException"/>.</summary>
internal sealed class TableFiles(IBundleFiles files)
{
    /// <summary>True where the file is there.</summary>
    public bool Contains(string path) => files.Contains(path);

    /// <summary>The content of a file.</summary>
    public Stream Open(string path)
    {
        if (!files.Contains(path))
        {
            throw TableException.NotStored($"{path[(path.LastIndexOf('/') + 1)..]} is not there");
        }
        try
        {
            return files.Open(path);
        }
        catch (BundleException error)
        {
            throw TableException.Damaged(error.Message, error);
        }
    }

    /// <summary>The content of a file that is read back and forth; out of an archive it is unpacked first.</summary>
    public Stream OpenToSeek(string path)
    {
        var stream = Open(path);
        if (stream.CanSeek)
        {
            return stream;
        }
        using (stream)
        {
            var unpacked = new MemoryStream();
            try
            {
                stream.CopyTo(unpacked);
            }
            catch (BundleException error)
            {
                throw TableException.Damaged(error.Message, error);
            }
            unpacked.Position = 0;
            return unpacked;
        }
    }

    /// <summary>An XML file.</summary>
    public SettingsConfig ReadXml(string path)
    {
        using var stream = Open(path);
        try
        {
            return SettingsFile.Read(stream, path);
        }
        catch (BundleException error)
        {
            throw LfsPointer.IsIn(() => Open(path))
                ? LfsPointer.Found()
                : TableException.Damaged(error.Message, error);
        }
    }
}

/// <summary>The small text that git-lfs leaves where a large file should be.</summary>
internal static class LfsPointer
{
    /// <summary>True where the stream begins as such a text does.</summary>
    public static bool IsIn(Func<Stream> open)
    {
        using var stream = open();
        return IsIn(stream);
    }

    /// <inheritdoc cref="IsIn(Func{Stream})"/>
    public static bool IsIn(Stream stream)
    {
        var start = "version https://git-lfs"u8;
        Span<byte> head = stackalloc byte[start.Length];
        var length = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head[..length].SequenceEqual(start);
    }

    public static TableException Found() =>
        new(TableProblem.LfsPointer, "a git-lfs pointer stands in for the file");
}

using System.Text;
using K2P.Bundles.Names;

namespace K2P.Bundles.Zip;

/// <summary>The rules for names and kinds of entries. Data files are never opened, so size and depth do not matter for them.</summary>
internal static class EntryRules
{
    /// <summary>Throws the first refusal; with <paramref name="dataToo"/>, the limits hold for every entry.</summary>
    public static void Check(List<ZipEntry> entries, ArchiveLimits limits, bool dataToo)
    {
        var counted = dataToo
            ? entries
            : entries.FindAll(entry => BundlePaths.IsWorkflowFile(entry.Name));
        if (counted.Count > limits.MaxEntries)
        {
            throw ZipDirectory.TooMany(limits.MaxEntries);
        }

        foreach (var entry in entries)
        {
            CheckSafe(entry);
        }

        foreach (var entry in counted)
        {
            CheckLimits(entry, limits);
        }

        CheckDuplicates(entries, entry => entry.Name);
        CheckDuplicates(counted, entry => PathNames.FoldingKey(entry.Name));
    }

    private static void CheckSafe(ZipEntry entry)
    {
        if (PathNames.WhyUnsafe(entry.Name) is { } why)
        {
            throw new BundleException(
                RefusalCode.ZipPathUnsafe,
                $"The archive holds an unsafe path: it {why}.",
                entry.Name
            );
        }

        if (entry.IsSpecial)
        {
            throw new BundleException(
                RefusalCode.ZipSymlink,
                "The archive holds a symbolic link or another special file; only plain files are allowed.",
                entry.Name,
                $"attributes {entry.Attributes:x8}"
            );
        }

        if (entry.IsFolder && entry.Size != 0)
        {
            throw ZipDirectory.Corrupt("a folder has content", entry.Name);
        }
    }

    private static void CheckLimits(ZipEntry entry, ArchiveLimits limits)
    {
        if (Encoding.UTF8.GetByteCount(entry.Name) > limits.MaxPathBytes)
        {
            throw new BundleException(
                RefusalCode.ZipPathTooLong,
                $"A path in the archive is longer than {limits.MaxPathBytes} bytes; shorten it, or convert the unpacked folder.",
                entry.Name
            );
        }

        if (entry.Name.TrimEnd('/').AsSpan().Count('/') > limits.MaxDepth)
        {
            throw new BundleException(
                RefusalCode.ZipPathTooDeep,
                $"A path in the archive is deeper than {limits.MaxDepth} folders; convert the unpacked folder.",
                entry.Name
            );
        }

        if (!entry.HasKnownMethod)
        {
            throw ZipDirectory.UnsupportedMethod(entry);
        }
    }

    /// <summary>Neither two files of one name, nor a file where another entry needs a folder.</summary>
    private static void CheckDuplicates(List<ZipEntry> entries, Func<ZipEntry, string> key)
    {
        var files = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!files.Add(key(entry).TrimEnd('/')))
            {
                throw Duplicate(entry);
            }
        }

        var folders = entries
            .Where(entry => entry.IsFolder)
            .Select(entry => key(entry).TrimEnd('/'))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var name = key(entry).TrimEnd('/');
            for (
                var slash = name.LastIndexOf('/');
                slash > 0;
                slash = name.LastIndexOf('/', slash - 1)
            )
            {
                var parent = name[..slash];
                if (!folders.Add(parent))
                {
                    break;
                }

                if (files.Contains(parent))
                {
                    throw Duplicate(entry);
                }
            }
        }
    }

    private static BundleException Duplicate(ZipEntry entry) =>
        new(
            RefusalCode.ZipDuplicate,
            "The archive holds two files whose names are the same, or differ only by case or accents' form.",
            entry.Name
        );
}

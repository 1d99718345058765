using System.Text;

namespace K2P.Bundles;

/// <summary>The paths of one archive: each must be harmless on every system, and no two may be the same anywhere.</summary>
internal sealed class UploadPaths(ArchiveLimits limits)
{
    private static readonly HashSet<string> Devices =
    [
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "CLOCK$",
        "CONIN$",
        "CONOUT$",
        .. Enumerable.Range(0, 10).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" }),
    ];

    private const string Composed =
        "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝĀĂĄĆĈĊČĎĒĔĖĘĚĜĞĠĢĤĨĪĬĮİĴĶĹĻĽŃŅŇŌŎŐŔŖŘŚŜŞŠŢŤŨŪŬŮŰŲŴŶŸŹŻŽǍǏǑǓǦǨǪǴǸȀȂȄȆȈȊ"
        + "ȌȎȐȒȔȖȘȚȞḀḂḄḆḊḌḎḐḒḘḚḞḠḢḤḦḨḪḬḰḲḴḶḺḼḾṀṂṄṆṈṊṔṖṘṚṞṠṢṪṬṮṰṲṴṶṼṾẀẂẄẆẈẊẌẎẐẒẔẠẢẸẺẼỈỊỌỎỤỦỲỴỶỸ";

    private const string Bases =
        "AAAAAACEEEEIIIINOOOOOUUUUYAAACCCCDEEEEEGGGGHIIIIIJKLLLNNNOOORRRSSSSTTUUUUUUWYYZZZAIOUGKOGNAAEEII"
        + "OORRUUSTHABBBDDDDDEEFGHHHHHIKKKLLLMMMNNNNPPRRRSSTTTTUUUVVWWWWWXXYZZZAAEEEIIOOUUYYYY";

    private const string Marks =
        "\u0300\u0301\u0302\u0303\u0308\u030A\u0327\u0300\u0301\u0302\u0308\u0300\u0301\u0302\u0308\u0303"
        + "\u0300\u0301\u0302\u0303\u0308\u0300\u0301\u0302\u0308\u0301\u0304\u0306\u0328\u0301\u0302\u0307"
        + "\u030C\u030C\u0304\u0306\u0307\u0328\u030C\u0302\u0306\u0307\u0327\u0302\u0303\u0304\u0306\u0328"
        + "\u0307\u0302\u0327\u0301\u0327\u030C\u0301\u0327\u030C\u0304\u0306\u030B\u0301\u0327\u030C\u0301"
        + "\u0302\u0327\u030C\u0327\u030C\u0303\u0304\u0306\u030A\u030B\u0328\u0302\u0302\u0308\u0301\u0307"
        + "\u030C\u030C\u030C\u030C\u030C\u030C\u030C\u0328\u0301\u0300\u030F\u0311\u030F\u0311\u030F\u0311"
        + "\u030F\u0311\u030F\u0311\u030F\u0311\u0326\u0326\u030C\u0325\u0307\u0323\u0331\u0307\u0323\u0331"
        + "\u0327\u032D\u032D\u0330\u0307\u0304\u0307\u0323\u0308\u0327\u032E\u0330\u0301\u0323\u0331\u0323"
        + "\u0331\u032D\u0301\u0307\u0323\u0307\u0323\u0331\u032D\u0301\u0307\u0307\u0323\u0331\u0307\u0323"
        + "\u0307\u0323\u0331\u032D\u0324\u0330\u032D\u0303\u0323\u0300\u0301\u0308\u0307\u0323\u0307\u0308"
        + "\u0307\u0302\u0323\u0331\u0323\u0309\u0323\u0309\u0303\u0309\u0323\u0323\u0309\u0323\u0309\u0300"
        + "\u0323\u0309\u0303";

    // What is there already, as file systems without case or with another Unicode form see it.
    private readonly HashSet<string> files = new(StringComparer.Ordinal);
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    public void Add(string path, bool isFolder, bool isMeasured)
    {
        var plain = isFolder ? path[..^1] : path;
        var parts = plain.Split('/');
        if (!parts.All(IsHarmless))
        {
            throw new BundleException(
                RefusalCode.ZipPathUnsafe,
                "A path of the archive is absolute, leaves its folder, or is no name on some system. Pack it again."
            );
        }

        if (isMeasured && Encoding.UTF8.GetByteCount(path) > limits.MaxPathBytes)
        {
            throw new BundleException(
                RefusalCode.ZipPathTooLong,
                $"A path of the archive is longer than {limits.MaxPathBytes} bytes. Shorten the names."
            );
        }

        if (isMeasured && parts.Length - 1 > limits.MaxDepth)
        {
            throw new BundleException(
                RefusalCode.ZipPathTooDeep,
                $"A path of the archive lies deeper than {limits.MaxDepth} folders."
            );
        }

        Remember(plain, isFolder);
    }

    private void Remember(string path, bool isFolder)
    {
        var key = Fold(path);
        for (var slash = key.IndexOf('/'); slash > 0; slash = key.IndexOf('/', slash + 1))
        {
            folders.Add(key[..slash]);
        }

        // Folders may be named before or after what is in them, but once; a file is no folder.
        var isTwice = isFolder ? files.Contains(key) : !files.Add(key) || folders.Contains(key);
        if (isFolder)
        {
            folders.Add(key);
        }

        if (isTwice || files.Overlaps(Parents(key)))
        {
            throw new BundleException(
                RefusalCode.ZipDuplicate,
                "Two entries of the archive have the same path.",
                path
            );
        }
    }

    private static IEnumerable<string> Parents(string key)
    {
        for (var slash = key.IndexOf('/'); slash > 0; slash = key.IndexOf('/', slash + 1))
        {
            yield return key[..slash];
        }
    }

    /// <summary>The same for names that differ only in case, or in how an accented Latin letter is written.</summary>
    private static string Fold(string path)
    {
        var upper = path.ToUpperInvariant();
        var folded = new StringBuilder(upper.Length);
        foreach (var letter in upper)
        {
            // Invariant globalisation brings no normalisation: composed letters are taken apart by this table.
            var at = Composed.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0)
            {
                folded.Append(letter);
            }
            else
            {
                folded.Append(Bases[at]).Append(Marks[at]);
            }
        }

        return folded.ToString();
    }

    private static bool IsHarmless(string part)
    {
        if (part is "" or "." or ".." || part[^1] is '.' or ' ')
        {
            return false;
        }

        foreach (var letter in part)
        {
            // Control and format characters hide what a name is; the others mean something to some system.
            if (char.IsControl(letter) || "\\:*?\"<>|\uFFFD".Contains(letter) || IsFormat(letter))
            {
                return false;
            }
        }

        return !Devices.Contains(part.Split('.')[0].TrimEnd().ToUpperInvariant());
    }

    private static bool IsFormat(char letter) =>
        char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.Format;
}

using System.Globalization;
using System.IO.Compression;

namespace K2P.Tables;

/// <summary>Where a large cell lies (<c>BlobDataCell.BlobAddress</c>).</summary>
/// <param name="Table">The id of the table that it was first stored with.</param>
/// <param name="Column">The column there.</param>
/// <param name="Index">Its number within the column.</param>
/// <param name="IsCompressed">Whether its file is gzip.</param>
internal readonly record struct BlobAddress(int Table, int Column, int Index, bool IsCompressed)
{
    /// <summary>The number of bytes that an address takes.</summary>
    public const int Length = 13;

    private const int PerFolder = 1000;

    /// <summary>The path within the archive (<c>Buffer.getBlobFile</c>).</summary>
    public string Path =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"blobs/col_{Column}/{Index / (PerFolder * PerFolder):D3}/{Index % (PerFolder * PerFolder) / PerFolder:D3}/{Index}.bin{(IsCompressed ? ".gz" : "")}"
        );
}

/// <summary>The large cells that lie in files of their own, beside the rows or beside those of the table that first held them.</summary>
/// <param name="own">The archive that holds the rows.</param>
/// <param name="ownTable">The id of that table; null where it has none.</param>
/// <param name="openOther">Opens the archive of another table of the workflow.</param>
internal sealed class BlobFiles(ZipArchive own, int? ownTable, Func<int, ZipArchive?> openOther)
    : IDisposable
{
    private readonly Dictionary<int, ZipArchive?> others = [];

    /// <summary>The bytes of a cell.</summary>
    public byte[] Read(BlobAddress address, TableLimits limits)
    {
        var archive = own;
        if (address.Table != ownTable && !others.TryGetValue(address.Table, out archive))
        {
            archive = others[address.Table] = openOther(address.Table);
        }
        var entry =
            Find(archive, address.Path)
            ?? Find(own, address.Path)
            ?? throw TableException.NotStored($"the file of a large cell, {address.Path}");
        var content = entry.Open();
        using var blocks = new BlockReader(
            address.IsCompressed ? new GZipStream(content, CompressionMode.Decompress) : content,
            limits.MaxCellBytes
        );
        return blocks.LastBlock().ToArray();
    }

    /// <summary>KNIME writes some of the folders with two slashes behind them.</summary>
    private static ZipArchiveEntry? Find(ZipArchive? archive, string path) =>
        archive?.GetEntry(path)
        ?? archive?.Entries.FirstOrDefault(entry =>
            entry.FullName.Replace("//", "/", StringComparison.Ordinal) == path
        );

    public void Dispose()
    {
        foreach (var archive in others.Values)
        {
            archive?.Dispose();
        }
        own.Dispose();
    }
}

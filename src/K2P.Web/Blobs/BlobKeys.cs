using System.Buffers;

namespace K2P.Web.Blobs;

/// <summary>What a key may look like; checked by every store before it becomes a path or an address.</summary>
internal static class BlobKeys
{
    private static readonly SearchValues<char> Characters = SearchValues.Create(
        "-.0123456789abcdefghijklmnopqrstuvwxyz"
    );

    /// <summary>The owner that a key begins with.</summary>
    public static string Owner(string key)
    {
        var dot = key.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? CheckedOwner(key[..dot], key) : throw Wrong(key);
    }

    /// <summary>What all keys of an owner begin with.</summary>
    public static string Prefix(string owner) => $"{CheckedOwner(owner, owner)}.";

    private static string CheckedOwner(string owner, string text) =>
        owner.Length >= 2
        && !owner.Contains('.', StringComparison.Ordinal)
        && !text.AsSpan().ContainsAnyExcept(Characters)
            ? owner
            : throw Wrong(text);

    private static ArgumentException Wrong(string key) =>
        new(
            $"'{key}' is no blob key: an owner, a dot and a name of lower-case letters, digits, dots and dashes.",
            nameof(key)
        );
}

using K2P.Bundles.Names;

namespace K2P.Bundles;

/// <summary>Finds a file by the path that a workflow gives, which may be spelt otherwise where the file lies.</summary>
/// <remarks>
/// KNIME itself ignores case (FileWorkflowPersistor.loadNodeFile); archivers change Unicode form and code page, and put <c>_</c>
/// for characters that a file system cannot hold. Each step is tried only when those before found nothing.
/// </remarks>
internal sealed class PathIndex<T>
    where T : class
{
    private readonly Dictionary<string, T> _exact;
    private readonly Func<T, IEnumerable<string>> _otherReadings;
    private readonly Lazy<Dictionary<string, T?>>[] _tolerant;

    public PathIndex(
        IEnumerable<KeyValuePair<string, T>> files,
        Func<T, IEnumerable<string>> otherReadings
    )
    {
        _exact = new Dictionary<string, T>(files, StringComparer.Ordinal);
        _otherReadings = otherReadings;
        _tolerant = [Index(PathNames.FormKey), Index(PathNames.FoldingKey), Index(PortableKey)];
        Paths = [.. _exact.Keys.Order(StringComparer.Ordinal)];
    }

    public IReadOnlyCollection<string> Paths { get; }

    public T? Find(string path)
    {
        if (_exact.TryGetValue(path, out var found))
        {
            return found;
        }

        Func<string, string>[] keys = [PathNames.FormKey, PathNames.FoldingKey, PortableKey];
        for (var i = 0; i < keys.Length; i++)
        {
            if (_tolerant[i].Value.TryGetValue(keys[i](path), out var tolerated))
            {
                return tolerated;
            }
        }

        return null;
    }

    /// <summary>The key, with what no Windows file name can hold made the same.</summary>
    private static string PortableKey(string path) =>
        PathNames.FoldingKey(
            string.Create(
                path.Length,
                path,
                static (target, source) =>
                {
                    for (var i = 0; i < target.Length; i++)
                    {
                        target[i] = source[i]
                            is < ' '
                                or '<'
                                or '>'
                                or ':'
                                or '"'
                                or '|'
                                or '*'
                                or '\\'
                                or '?'
                            ? '_'
                            : source[i];
                    }
                }
            )
        );

    /// <summary>Two files under one key stand as null: neither is taken.</summary>
    private Lazy<Dictionary<string, T?>> Index(Func<string, string> key) =>
        new(() =>
        {
            var index = new Dictionary<string, T?>(StringComparer.Ordinal);
            foreach (var (path, file) in _exact)
            {
                foreach (
                    var reading in _otherReadings(file)
                        .Prepend(path)
                        .Select(key)
                        .Distinct(StringComparer.Ordinal)
                )
                {
                    index[reading] =
                        index.TryGetValue(reading, out var other) && other != file ? null : file;
                }
            }

            return index;
        });
}

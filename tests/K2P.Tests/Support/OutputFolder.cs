using System.Text;
using System.Text.RegularExpressions;

namespace K2P.Tests.Support;

/// <summary>What a conversion wrote: relative path to content.</summary>
internal static class OutputFolder
{
    public static SortedDictionary<string, byte[]> Read(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => Path.GetRelativePath(folder, file).Replace('\\', '/'),
                    File.ReadAllBytes
                ),
            StringComparer.Ordinal
        );

    /// <summary>The files as text, with <c>{version}</c> for the converter's version and its commit.</summary>
    public static SortedDictionary<string, string> ReadTexts(string folder) =>
        new(
            Read(folder).ToDictionary(file => file.Key, file => WithoutVersion(file.Value)),
            StringComparer.Ordinal
        );

    /// <summary>Fails with the names of the files that differ.</summary>
    public static void ShouldBeTheSame(
        SortedDictionary<string, byte[]> actual,
        SortedDictionary<string, byte[]> expected
    )
    {
        actual.Keys.ShouldBe(expected.Keys);
        actual
            .Where(file => !file.Value.AsSpan().SequenceEqual(expected[file.Key]))
            .Select(file => file.Key)
            .ShouldBeEmpty();
    }

    /// <summary>The commit may be another one: the native program need not be built from the last.</summary>
    private static string WithoutVersion(byte[] content) =>
        Regex
            .Replace(
                new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content),
                $@"{Regex.Escape(ProductVersion.Short)}\+[0-9a-z]+",
                "{version}",
                RegexOptions.None,
                TimeSpan.FromSeconds(10)
            )
            .Replace($"k2p {ProductVersion.Short}", "k2p {version}", StringComparison.Ordinal);
}

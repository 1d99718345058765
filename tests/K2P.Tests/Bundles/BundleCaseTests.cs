using System.IO.Compression;
using System.Text;
using System.Text.Json;
using K2P.Bundles;
using K2P.Bundles.Secrets;

namespace K2P.Tests.Bundles;

/// <summary>The cases of <c>tests/bundles</c>, which the browser UI is tested with too.</summary>
public sealed class BundleCaseTests
{
    private static readonly Dictionary<string, JsonElement> Cases = JsonDocument
        .Parse(File.ReadAllBytes(Path.Join(Repository.Root, "tests", "bundles", "cases.json")))
        .RootElement.EnumerateArray()
        .ToDictionary(one => one.GetProperty("name").GetString()!);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_bundle_is_what_its_case_says(string name)
    {
        var expected = Cases[name];
        using var archive = Zip(expected.GetProperty("files"));
        using var files = Bundle.Open(archive, "case", new ArchiveLimits());
        using var written = new MemoryStream();
        if (expected.TryGetProperty("refused", out var code))
        {
            Should
                .Throw<BundleException>(() => BundleWriter.Write(files, written))
                .Refusal.Code.Word()
                .ShouldBe(code.GetString());
            return;
        }

        var secrets = BundleWriter.Write(files, written);
        var missing = WorkflowReferences.Of(files).Missing.Select(problem => problem.Path);
        var sent = Unzip(written);

        sent.Keys.Order(StringComparer.Ordinal).ShouldBe(Texts(expected, "sent"));
        missing.ShouldBe(Texts(expected, "missing"));
        secrets.ShouldBe(
            expected
                .GetProperty("secrets")
                .EnumerateArray()
                .Select(secret => new FoundSecret(
                    secret.GetProperty("path").GetString()!,
                    secret.GetProperty("key").GetString()!
                ))
        );
        if (expected.TryGetProperty("blanked", out var blanked))
        {
            foreach (var file in blanked.EnumerateObject())
            {
                sent[file.Name].ShouldBe(file.Value.GetString());
            }
        }

        foreach (var text in Texts(expected, "gone"))
        {
            sent.Values.ShouldAllBe(content => !content.Contains(text));
        }
    }

    private static List<string> Texts(JsonElement expected, string key) =>
        expected.TryGetProperty(key, out var list)
            ? [.. list.EnumerateArray().Select(text => text.GetString()!)]
            : [];

    private static MemoryStream Zip(JsonElement files)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files.EnumerateObject())
            {
                using var content = zip.CreateEntry(file.Name).Open();
                content.Write(Encoding.UTF8.GetBytes(file.Value.GetString()!));
            }
        }

        archive.Position = 0;
        return archive;
    }

    private static Dictionary<string, string> Unzip(MemoryStream archive)
    {
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                return reader.ReadToEnd();
            }
        );
    }
}

using System.IO.Compression;
using System.Text;
using K2P.Web.Tests.Support;

namespace K2P.Web.Tests;

/// <summary>Each bad upload is refused with its own code, and nothing of it is stored.</summary>
public sealed class RefusalTests(SharedService shared)
{
    private const string Workflow = TestBundle.Workflow;
    private const string Settings = TestBundle.Settings;
    private const string Node = "demo/Table Creator (#1)/settings.xml";

    private static readonly Dictionary<string, (string Code, Func<byte[]> Bundle)> Cases = new()
    {
        ["empty file"] = ("not_a_zip", () => []),
        ["text"] = ("not_a_zip", () => "version https://git-lfs.github.com/spec/v1"u8.ToArray()),
        ["only the first bytes"] = ("not_a_zip", () => TestBundle.Good[..2]),
        ["cut off"] = ("zip_corrupt", () => TestBundle.Good[..^30]),
        ["cut in the middle"] = (
            "zip_corrupt",
            () => TestBundle.Good[..(TestBundle.Good.Length / 2)]
        ),
        ["flipped content"] = (
            "zip_corrupt",
            () => Patch(TestBundle.Good, "demo/workflow.knime", 40, 0xFF)
        ),
        ["encrypted"] = ("zip_encrypted", () => PatchDirectory(TestBundle.Good, 8, 1)),
        ["bzip2"] = ("zip_unsupported_method", () => PatchDirectory(TestBundle.Good, 10, 12)),
        ["too many entries"] = (
            "zip_too_many_files",
            () =>
                TestBundle.ZipWith(zip => Repeat(2000, i => TestBundle.Add(zip, $"demo/f{i}/", [])))
        ),
        ["large entry"] = (
            "zip_entry_too_large",
            () => With("demo/x/settings.xml", Noise(3 << 20))
        ),
        ["large in all"] = (
            "zip_too_large",
            () =>
                TestBundle.ZipWith(zip =>
                    Repeat(
                        5,
                        i => TestBundle.Add(zip, $"demo/x{i}/settings.xml", Xml(Noise(1_300_000)))
                    )
                )
        ),
        ["bomb"] = ("zip_bomb", () => With("demo/x/settings.xml", new byte[1_900_000])),
        ["parent"] = ("zip_path_unsafe", () => With("demo/../../settings.xml")),
        ["absolute"] = ("zip_path_unsafe", () => With("/etc/settings.xml")),
        ["drive"] = ("zip_path_unsafe", () => With("C:/settings.xml")),
        ["backslash"] = ("zip_path_unsafe", () => With("demo\\..\\settings.xml")),
        ["empty part"] = ("zip_path_unsafe", () => With("demo//settings.xml")),
        ["dot part"] = ("zip_path_unsafe", () => With("demo/./settings.xml")),
        ["control character"] = ("zip_path_unsafe", () => With("demo/a\u0001/settings.xml")),
        ["bidi mark"] = ("zip_path_unsafe", () => With("demo/a\u202E/settings.xml")),
        ["trailing dot"] = ("zip_path_unsafe", () => With("demo/a./settings.xml")),
        ["trailing space"] = ("zip_path_unsafe", () => With("demo/a /settings.xml")),
        ["device"] = ("zip_path_unsafe", () => With("demo/aux/settings.xml")),
        ["device with ending"] = ("zip_path_unsafe", () => With("demo/Com1.txt/settings.xml")),
        ["deep"] = (
            "zip_path_too_deep",
            () => With(string.Concat(Enumerable.Repeat("a/", 21)) + "settings.xml")
        ),
        ["long"] = ("zip_path_too_long", () => With($"demo/{new string('a', 240)}/settings.xml")),
        ["link"] = (
            "zip_symlink",
            () =>
                TestBundle.ZipWith(zip =>
                    TestBundle
                        .Add(zip, "demo/x/settings.xml", "/etc/passwd"u8.ToArray())
                        .ExternalAttributes = unchecked((int)0xA1FF0000)
                )
        ),
        ["device node"] = (
            "zip_symlink",
            () =>
                TestBundle.ZipWith(zip =>
                    TestBundle.Add(zip, "demo/x/settings.xml", []).ExternalAttributes = 0x21B6 << 16
                )
        ),
        ["twice"] = ("zip_duplicate", () => With(Node)),
        ["twice by case"] = ("zip_duplicate", () => With("demo/table creator (#1)/SETTINGS.XML")),
        ["twice by Unicode form"] = (
            "zip_duplicate",
            () =>
                TestBundle.ZipWith(zip =>
                {
                    TestBundle.Add(
                        zip,
                        "demo/\u00FCber/settings.xml",
                        Encoding.UTF8.GetBytes(Settings)
                    );
                    TestBundle.Add(
                        zip,
                        "demo/u\u0308ber/settings.xml",
                        Encoding.UTF8.GetBytes(Settings)
                    );
                })
        ),
        ["file and folder"] = ("zip_duplicate", () => With($"{Node}/settings.xml")),
        ["data"] = ("zip_entry_not_allowed", () => With("demo/data/table.csv", "a,b"u8.ToArray())),
        ["nested archive"] = (
            "zip_entry_not_allowed",
            () => With("demo/inner.zip", TestBundle.Good)
        ),
        ["no workflow"] = ("missing_workflow", () => TestBundle.Zip((Node, Settings))),
        ["workflow too deep"] = (
            "missing_workflow",
            () => TestBundle.Zip(("a/b/workflow.knime", Workflow))
        ),
        ["two workflows"] = (
            "missing_workflow",
            () => TestBundle.Zip(("a/workflow.knime", Workflow), ("b/workflow.knime", Workflow))
        ),
        ["missing settings"] = (
            "missing_settings",
            () => TestBundle.Zip(("demo/workflow.knime", Workflow))
        ),
        ["missing inside a metanode"] = (
            "missing_settings",
            () =>
                TestBundle.Zip(
                    (
                        "workflow.knime",
                        Workflow.Replace(
                            "Table Creator (#1)/settings.xml",
                            "Meta (#1)/workflow.knime"
                        )
                    ),
                    ("Meta (#1)/workflow.knime", Workflow)
                )
        ),
        ["no XML"] = (
            "invalid_xml",
            () => TestBundle.Zip(("demo/workflow.knime", "<<<<<<< HEAD"), (Node, Settings))
        ),
        ["XML cut off"] = (
            "invalid_xml",
            () => TestBundle.Zip(("demo/workflow.knime", Workflow), (Node, Settings[..200]))
        ),
        ["another root"] = (
            "invalid_xml",
            () => TestBundle.Zip(("demo/workflow.knime", Workflow), (Node, "<html/>"))
        ),
        ["DTD"] = (
            "invalid_xml",
            () =>
                TestBundle.Zip(
                    ("demo/workflow.knime", Workflow),
                    (
                        Node,
                        "<!DOCTYPE c [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><config>&a;</config>"
                    )
                )
        ),
        ["billion laughs"] = (
            "invalid_xml",
            () =>
                TestBundle.Zip(
                    ("demo/workflow.knime", Workflow),
                    (
                        Node,
                        "<!DOCTYPE c [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><config>&b;</config>"
                    )
                )
        ),
        ["deep XML"] = (
            "invalid_xml",
            () =>
                TestBundle.Zip(
                    ("demo/workflow.knime", Workflow),
                    (
                        Node,
                        string.Concat(Enumerable.Repeat("<config key=\"a\">", 5000))
                            + string.Concat(Enumerable.Repeat("</config>", 5000))
                    )
                )
        ),
    };

    public static TheoryData<string> Names() => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_bundle_is_refused_with_its_code_and_leaves_nothing(string name)
    {
        var (code, bundle) = Cases[name];
        await using var service = await Service.StartAsync(
            "--Roles:Worker=false",
            "--Upload:MaxEntryMiB=2",
            "--Upload:MaxTotalMiB=6"
        );
        using var response = await service.PostAsync(bundle());
        await response.ShouldBeProblemAsync(400, code);
        Directory.EnumerateFiles(Path.Combine(service.Root, "tmp")).ShouldBeEmpty();
        Directory
            .EnumerateFiles(Path.Combine(service.Root, "blobs"), "*", SearchOption.AllDirectories)
            .ShouldBeEmpty();
        (await response.Content.ReadAsStringAsync()).ShouldNotContain(service.Root);
    }

    [Fact]
    public async Task A_full_export_is_taken_with_prune_and_only_the_workflow_is_kept()
    {
        var export = TestBundle.ZipWith(zip =>
        {
            TestBundle.Add(zip, "demo/data/table.bin", Noise(500_000));
            TestBundle.Add(zip, "demo/workflow.svg", "<svg/>"u8.ToArray());
            TestBundle.Add(zip, $"{string.Concat(Enumerable.Repeat("deep/", 20))}data.bin", []);
            Repeat(100, i => TestBundle.Add(zip, $"demo/internal/table{i}.bin", []));
        });
        using var refused = await shared.Service.PostAsync(export);
        await refused.ShouldBeProblemAsync(400, "zip_entry_not_allowed");
        using var taken = await shared.Service.PostAsync(export, query: "?prune=true");
        var id = (await taken.JsonAsync()).Text("id");
        (await shared.Service.EndOfAsync(id)).Text("status").ShouldBe("SUCCEEDED");
        var stored = Directory
            .EnumerateFiles(
                Path.Combine(shared.Service.Root, "blobs"),
                $"{id}.bundle.zip",
                SearchOption.AllDirectories
            )
            .Single();
        using var zip = ZipFile.OpenRead(stored);
        zip.Entries.Select(entry => entry.FullName).ShouldBe([Node, "demo/workflow.knime"]);
    }

    [Fact]
    public async Task Missing_settings_are_taken_when_that_is_asked_for()
    {
        var bundle = TestBundle.Zip(("demo/workflow.knime", Workflow));
        using var response = await shared.Service.PostAsync(bundle, query: "?allow_missing=true");
        ((int)response.StatusCode).ShouldBe(201);
    }

    [Theory]
    [InlineData("Table Creator (#1)/settings.xml", "Table Creator (#1)/settings.xml")]
    [InlineData("O&apos;Brien &amp; Söhne (#1)/settings.xml", "O'Brien & Söhne (#1)/settings.xml")]
    [InlineData("Tab%%00009 (#1)/settings.xml", "Tab_ (#1)/settings.xml")]
    public async Task Settings_are_found_however_their_folder_is_written(
        string named,
        string stored
    )
    {
        var bundle = TestBundle.Zip(
            ("workflow.knime", Workflow.Replace("Table Creator (#1)/settings.xml", named)),
            (stored, Settings)
        );
        using var response = await shared.Service.PostAsync(bundle);
        ((int)response.StatusCode).ShouldBe(201, await response.Content.ReadAsStringAsync());
    }

    private static byte[] With(string path) => With(path, Encoding.UTF8.GetBytes(Settings));

    private static byte[] With(string path, byte[] content) =>
        TestBundle.ZipWith(zip => TestBundle.Add(zip, path, content));

    private static void Repeat(int times, Action<int> action) =>
        Enumerable.Range(0, times).ToList().ForEach(action);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Xml(byte[] noise) =>
        Encoding.ASCII.GetBytes(
            $"<config key=\"a\"><!--{Convert.ToHexString(noise).AsSpan(0, noise.Length)}--></config>"
        );

    /// <summary>Changes a byte of an entry's compressed content.</summary>
    private static byte[] Patch(byte[] zip, string entry, int offset, byte mask)
    {
        var copy = (byte[])zip.Clone();
        var at = copy.AsSpan().IndexOf(Encoding.UTF8.GetBytes(entry)) + entry.Length + offset;
        copy[at] ^= mask;
        return copy;
    }

    /// <summary>Changes a field of every header: of the local ones, and of the directory, where it lies two bytes further.</summary>
    private static byte[] PatchDirectory(byte[] zip, int field, byte value)
    {
        var copy = (byte[])zip.Clone();
        for (var at = 0; at < copy.Length - 4; at++)
        {
            if (copy.AsSpan(at, 4).SequenceEqual("PK\x1\x2"u8))
            {
                copy[at + field] |= value;
                copy[at + field] = field == 10 ? value : copy[at + field];
            }
        }

        return copy;
    }
}

using System.Globalization;
using System.Text;
using static K2P.Tests.Bundles.HostileCase;

namespace K2P.Tests.Bundles;

/// <summary>What can be wrong with an archive.</summary>
internal static class ZipCases
{
    private const uint Link = 0xA1FF0000;
    private const uint Device = 0x61A40000;
    private const uint Pipe = 0x11A40000;

    public static IEnumerable<HostileCase> All =>
        [.. Shapes, .. Contents, .. Sizes, .. Names, .. Workflows];

    private static IEnumerable<HostileCase> Shapes =>
        [
            new("text", () => "no archive"u8.ToArray(), "not_a_zip"),
            new("empty file", () => [], "not_a_zip"),
            new("another archiver's file", () => "Rar!\x1a\x7\0"u8.ToArray(), "not_a_zip"),
            new("cut off", () => Sent()[..^40], "zip_corrupt"),
            new("no entry", () => RawZip.Write(), "missing_workflow"),
            new("data in front", () => Around("MZ", ""), "zip_corrupt"),
            new("data behind", () => Around("", "more"), "zip_corrupt"),
            new("a comment", () => Commented("a comment"u8), Accepted),
            new(
                "a second end in the comment",
                () => Commented([.. "PK\x5\x6"u8, .. new byte[18]]),
                "zip_corrupt"
            ),
            new(
                "more entries claimed than listed",
                () => RawZip.Write([Workflow(), Settings()], [], [], [], count: 3),
                "zip_corrupt"
            ),
            new("zip64", () => Node(entry => entry with { IsZip64 = true }), Accepted),
            new(
                "zip64 with another size",
                () => Node(entry => entry with { IsZip64 = true, Size64 = 7 }),
                "zip_corrupt"
            ),
            new(
                "data descriptor",
                () => Node(entry => entry with { HasDescriptor = true }),
                Accepted
            ),
            new(
                "wrong data descriptor",
                () => Node(entry => entry with { HasDescriptor = true, DescriptorError = 1 }),
                "zip_corrupt"
            ),
            new(
                "another name in the local header",
                () => Node(entry => entry with { LocalName = "flow/Stub (#1)/settings.xmk" }),
                "zip_corrupt"
            ),
        ];

    private static IEnumerable<HostileCase> Contents =>
        [
            new("encrypted", () => Node(entry => entry with { Flags = 0x801 }), "zip_encrypted"),
            new(
                "encrypted with AES",
                () => Node(entry => entry with { Method = 99 }),
                "zip_encrypted"
            ),
            new("LZMA", () => Node(entry => entry with { Method = 14 }), "zip_unsupported_method"),
            new("bzip2", () => Node(entry => entry with { Method = 12 }), "zip_unsupported_method"),
            new("stored", () => Node(entry => entry with { Method = 0 }), Accepted),
            new("wrong checksum", () => Node(entry => entry with { Crc = 1 }), "zip_corrupt"),
            new(
                "smaller than claimed",
                () => Node(entry => entry with { Size = 1_000_000 }),
                "zip_corrupt"
            ),
            new(
                "larger than claimed",
                () => Node(entry => entry with { Size = 10 }),
                "zip_corrupt"
            ),
            new(
                "damaged data",
                () => Node(entry => entry with { Damage = data => [0xFF, .. data[1..]] }),
                "zip_corrupt"
            ),
            new(
                "symbolic link",
                () => Node(entry => entry with { Attributes = Link }),
                "zip_symlink"
            ),
            new("device", () => Node(entry => entry with { Attributes = Device }), "zip_symlink"),
            new("pipe", () => Node(entry => entry with { Attributes = Pipe }), "zip_symlink"),
            new("junction", () => Node(entry => entry with { Attributes = 0x400 }), "zip_symlink"),
        ];

    private static IEnumerable<HostileCase> Sizes =>
        [
            new("bomb in one entry", () => SettingsOf(Blanks(20 << 20)), "zip_bomb"),
            new("bomb in many entries", () => Many(60, Named, Blanks(60_000)), "zip_bomb"),
            new(
                "two names for the same data",
                () => Sent(Settings("flow/B (#2)") with { SharesFirst = true }),
                "zip_bomb"
            ),
            new(
                "data that reach into the next entry",
                () => RawZip.Write(Workflow() with { Reach = 60 }, Settings()),
                "zip_bomb"
            ),
            new("entry of 51 MiB", () => SettingsOf(Large(51 << 20)), "zip_entry_too_large"),
            new(
                "301 MiB in all",
                () => Many(7, Named, Encoding.UTF8.GetString(Large(43 << 20))),
                "zip_too_large"
            ),
            new("2,001 entries", () => Many(2_000, Named, SettingsText), "zip_too_many_files", 0),
            new("1,900 nodes", () => Many(1_900, Named, SettingsText), Accepted),
            new(
                "a path of 300 bytes",
                () => Sent(Settings("flow/" + new string('n', 300))),
                "zip_path_too_long",
                0
            ),
            new(
                "21 folders deep",
                () => Sent(Settings("flow" + Repeat("/n", 21))),
                "zip_path_too_deep",
                0
            ),
        ];

    private static IEnumerable<HostileCase> Names =>
        [
            Path("parent folder", "../settings.xml"),
            Path("parent folder further down", "flow/n/../../../settings.xml"),
            Path("absolute", "/tmp/settings.xml"),
            Path("drive", "C:/settings.xml"),
            Path("backslash", "flow\\..\\..\\settings.xml"),
            Path("NUL", "flow/a\0b/settings.xml"),
            Path("line break", "flow/a\nb/settings.xml"),
            Path("direction mark", "flow/a\u202eb/settings.xml"),
            Path("dot at the end", "flow/n./settings.xml"),
            Path("blank at the end", "flow/n /settings.xml"),
            Path("this folder", "flow/./settings.xml"),
            Path("empty folder name", "flow//settings.xml"),
            Path("device name", "flow/CON/settings.xml"),
            Path("device name with an ending", "flow/aux.txt/settings.xml"),
            Path("numbered device name", "flow/com1/settings.xml"),
            Path("stream of a file", "flow/n/settings.xml:hidden"),
            Path("empty name", ""),
            new("same name twice", () => Sent(Settings()), "zip_duplicate"),
            new("same name by case", () => Sent(Settings("flow/STUB (#1)")), "zip_duplicate"),
            new(
                "same name by Unicode form",
                () => Sent(Settings("flow/\u00e4"), Settings("flow/a\u0308")),
                "zip_duplicate"
            ),
            new(
                "a file where a folder is",
                () => Sent(new RawEntry("flow/Stub (#1)", "x")),
                "zip_duplicate"
            ),
            new(
                "name that is no UTF-8",
                () =>
                    Node(entry =>
                        entry with
                        {
                            RawName = [.. "flow/"u8, 0xFF, .. "/settings.xml"u8],
                        }
                    ),
                "zip_corrupt"
            ),
            new(
                "name in code page 437",
                () =>
                    RawZip.Write(
                        Workflow("Z\u00e4hler (#1)/settings.xml"),
                        Settings() with
                        {
                            Flags = 0,
                            RawName = [.. "flow/Z"u8, 0x84, .. "hler (#1)/settings.xml"u8],
                        }
                    ),
                Accepted
            ),
        ];

    private static IEnumerable<HostileCase> Workflows =>
        [
            new("no workflow", () => RawZip.Write(Settings()), "missing_workflow"),
            new(
                "two workflows",
                () =>
                    RawZip.Write(
                        Workflow(),
                        Settings(),
                        Workflow() with
                        {
                            Name = "other/workflow.knime",
                        }
                    ),
                "missing_workflow"
            ),
            new(
                "workflow two folders down",
                () => RawZip.Write(new RawEntry("a/flow/workflow.knime", WorkflowText([]))),
                "missing_workflow",
                0
            ),
            new("no settings", () => RawZip.Write(Workflow()), "missing_settings"),
            new(
                "data beside the workflow",
                () => Sent(new RawEntry("flow/data.csv", "a,b")),
                "zip_entry_not_allowed"
            ),
        ];

    private static HostileCase Path(string what, string name) =>
        new($"path: {what}", () => Sent(new RawEntry(name, SettingsText)), "zip_path_unsafe");

    private static byte[] Node(Func<RawEntry, RawEntry> change) =>
        RawZip.Write(Workflow(), change(Settings()));

    private static byte[] Around(string prefix, string suffix) =>
        RawZip.Write(
            [Workflow(), Settings()],
            Encoding.ASCII.GetBytes(prefix),
            Encoding.ASCII.GetBytes(suffix),
            []
        );

    private static byte[] Commented(ReadOnlySpan<byte> comment) =>
        RawZip.Write([Workflow(), Settings()], [], [], comment.ToArray());

    private static byte[] Many(int count, Func<int, string> name, string text) =>
        RawZip.Write([
            Workflow([.. Enumerable.Range(1, count).Select(i => $"{name(i)}/settings.xml")]),
            .. Enumerable
                .Range(1, count)
                .Select(i => new RawEntry($"flow/{name(i)}/settings.xml", text)),
        ]);

    private static string Named(int id) =>
        string.Create(CultureInfo.InvariantCulture, $"N (#{id})");

    /// <summary>Well-formed settings that shrink to less than a tenth and more than a hundredth.</summary>
    private static byte[] Large(int size)
    {
        var random = new Random(1);
        var text = new StringBuilder(size + 2_000).Append("<config key=\"settings.xml\">");
        while (text.Length < size)
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"<!--{random.NextInt64():x16}{random.NextInt64():x16}"
                )
                .Append(' ', 1_500)
                .Append("-->");
        }

        return Encoding.ASCII.GetBytes(text.Append("</config>").ToString());
    }

    /// <summary>Well-formed settings that shrink to a thousandth.</summary>
    private static string Blanks(int count) =>
        $"<config key=\"settings.xml\">{new string(' ', count)}</config>";

    private static string Repeat(string text, int count) =>
        string.Concat(Enumerable.Repeat(text, count));
}

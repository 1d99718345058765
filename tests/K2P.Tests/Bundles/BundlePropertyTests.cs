using CsCheck;
using K2P.Bundles;
using K2P.Bundles.Names;

namespace K2P.Tests.Bundles;

/// <summary>What holds for any name and any archive.</summary>
public sealed class BundlePropertyTests
{
    private static readonly string[] Parts =
    [
        "..",
        ".",
        "CON",
        "nul.txt",
        "a",
        "ä",
        "a.",
        "b ",
        "C:",
        "~",
    ];

    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.String[0, 20],
        Gen.String[Gen.Char["./\\:ab \0\n\u202e\u0308C"], 0, 12],
        Gen.Int[0, Parts.Length - 1]
            .Select(i => Parts[i])
            .Array[1, 5]
            .Select(parts => string.Join('/', parts))
    );

    [Fact]
    public void An_accepted_path_stays_below_its_folder() =>
        Names.Sample(
            name =>
            {
                if (PathNames.WhyUnsafe(name) is null)
                {
                    var full = Path.GetFullPath(Path.Combine("/root/folder", name));
                    full.ShouldStartWith("/root/folder/");
                    full.TrimEnd('/').ShouldBe($"/root/folder/{name}".TrimEnd('/'));
                    name.ShouldNotContain('\\');
                    name.ShouldNotContain(':');
                    name.Any(char.IsControl).ShouldBeFalse();
                }
            },
            iter: 20_000
        );

    [Fact]
    public void A_path_that_a_workflow_names_stays_below_its_folder_or_is_refused() =>
        Names.Sample(
            name =>
            {
                string resolved;
                try
                {
                    resolved = BundlePaths.Resolve("folder", name);
                }
                catch (BundleException refused)
                {
                    refused.Refusal.Code.ShouldBe(RefusalCode.InvalidXml);
                    return;
                }

                resolved.ShouldStartWith("folder/");
                resolved.Split('/').ShouldNotContain("..");
            },
            iter: 20_000
        );

    [Fact]
    public void Names_that_differ_by_case_or_form_have_one_key()
    {
        PathNames.FoldingKey("\u00c4RGER").ShouldBe(PathNames.FoldingKey("a\u0308rger"));
        PathNames.FoldingKey("\uac00").ShouldBe(PathNames.FoldingKey("\u1100\u1161"));
        PathNames.FoldingKey("a").ShouldNotBe(PathNames.FoldingKey("\u00e4"));
        Names.Sample(
            name =>
                PathNames.FoldingKey(PathNames.FoldingKey(name)) == PathNames.FoldingKey(name)
                && PathNames.FoldingKey(name) == PathNames.FoldingKey(PathNames.FormKey(name)),
            iter: 5_000
        );
    }

    [Fact]
    public void A_bundle_with_changed_bytes_is_accepted_or_refused_and_nothing_else()
    {
        var bundle = HostileCase.Sent();
        Gen.Select(Gen.Int[0, bundle.Length - 1], Gen.Byte)
            .Array[1, 4]
            .Sample(
                changes =>
                {
                    var changed = (byte[])bundle.Clone();
                    foreach (var (at, value) in changes)
                    {
                        changed[at] = value;
                    }

                    using var archive = new MemoryStream(changed);
                    HostileFileTests.Check(archive).ShouldNotBeEmpty();
                },
                iter: 3_000
            );
    }
}

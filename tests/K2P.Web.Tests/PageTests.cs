using System.Text.RegularExpressions;
using K2P.Web.Tests.Support;

namespace K2P.Web.Tests;

/// <summary>The page as the service serves it, and the whole way through the real converter.</summary>
public sealed partial class PageTests
{
    [Fact]
    public async Task The_page_and_all_it_refers_to_is_served_without_inline_code()
    {
        var wwwroot = Path.Combine(Repository.Root, "src", "K2P.Web", "wwwroot");
        Needs.Part(Directory.Exists(wwwroot), "The page is not built (scripts/build-ui).");
        await using var service = await Service.StartAsync(
            "--Roles:Worker=false",
            $"--webroot={wwwroot}"
        );
        using var response = await service.Client.GetAsync("/");
        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/html");
        response.Headers.CacheControl?.NoCache.ShouldBeTrue();
        var page = await response.Content.ReadAsStringAsync();
        page.ShouldNotContain("<style");
        page.ShouldNotContain(" style=");
        page.ShouldNotContain(" onclick=");
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        InlineScript().IsMatch(page).ShouldBeFalse();
        var assets = Asset().Matches(page).Select(match => match.Groups[1].Value).ToList();
        assets.Count.ShouldBeGreaterThanOrEqualTo(3);
        foreach (var asset in assets)
        {
            using var answer = await service.Client.GetAsync(asset);
            answer.IsSuccessStatusCode.ShouldBeTrue(asset);
            answer
                .Headers.CacheControl?.Extensions.Select(part => part.Name)
                .ShouldContain("immutable");
        }
    }

    [Fact]
    public async Task The_real_converter_converts_a_real_upload()
    {
        var converter = Needs.RealConverter();
        var golden = Path.Combine(Repository.Root, "tests", "golden");
        Needs.Part(Directory.Exists(golden), "There is no golden workflow.");
        var folder = Directory
            .EnumerateFiles(golden, "workflow.knime", SearchOption.AllDirectories)
            .Select(path => Path.GetDirectoryName(path)!)
            .MinBy(path => path.Length)!;
        var bundle = new MemoryStream();
        await System.IO.Compression.ZipFile.CreateFromDirectoryAsync(folder, bundle);

        await using var service = await Service.StartAsync($"--Converter:Path={converter}");
        using var response = await service.PostAsync(bundle.ToArray(), "golden.zip", "?prune=true");
        var job = await service.EndOfAsync((await response.JsonAsync()).Text("id"));
        job.Text("status").ShouldBe("SUCCEEDED", await service.LogAsync(job.Text("id")));
        job.Text("converter_version").ShouldStartWith("k2p ");
        // How many come out how is the converter's to prove; here every node must be counted.
        var report = await (
            await service.Client.GetAsync($"/api/jobs/{job.Text("id")}/report")
        ).JsonAsync();
        var totals = job.GetProperty("totals")
            .EnumerateObject()
            .Sum(total => total.Value.GetInt32());
        totals.ShouldBe(report.GetProperty("nodes").GetArrayLength());
        totals.ShouldBeGreaterThan(0);
        var files = await (
            await service.Client.GetAsync($"/api/jobs/{job.Text("id")}/files")
        ).JsonAsync();
        files
            .GetProperty("files")
            .EnumerateArray()
            .Select(file => file.Text("name"))
            .ShouldContain("golden__g01_workbook.py");
    }

    [GeneratedRegex("<script(?![^>]* src=)[^>]*>")]
    private static partial Regex InlineScript();

    [GeneratedRegex("(?:src|href)=\"(/assets/[^\"]+)\"")]
    private static partial Regex Asset();
}

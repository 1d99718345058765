using System.Text;
using System.Text.RegularExpressions;
using K2P.Web.Blobs;
using K2P.Web.Configuration;
using K2P.Web.Database;
using K2P.Web.Jobs;
using K2P.Web.Sandbox;
using K2P.Web.Tests.Support;
using K2P.Web.Uploads;

namespace K2P.Web.Tests;

/// <summary>Documents that are made from the code say what the code does.</summary>
[Trait("kind", "document")]
public sealed partial class DocumentTests(SharedService shared)
{
    [Fact]
    public async Task The_committed_openapi_document_is_the_services_own()
    {
        var document = await shared.Service.Client.GetStringAsync("/api/openapi.json");
        await CompareAsync("openapi.json", document.ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    [Fact]
    public async Task The_openapi_document_describes_a_job_as_it_is_sent()
    {
        var document = await (
            await shared.Service.Client.GetAsync("/api/openapi.json")
        ).JsonAsync();
        var described = document
            .GetProperty("components")
            .GetProperty("schemas")
            .GetProperty("JobView")
            .GetProperty("properties")
            .EnumerateObject()
            .Select(property => property.Name);
        var job = await shared.Service.JobAsync(await shared.Service.SubmitAsync("demo.zip"));
        described.ShouldBe(job.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public async Task Every_setting_is_documented_with_its_default()
    {
        var text = new StringBuilder(
            """
            # Configuration of the service

            Each setting can be given as an argument (`--Jobs:Slots=4`), in the environment (`K2P_Jobs__Slots=4` or
            `Jobs__Slots=4`), or in `appsettings.json` beside the program. The service checks all of them when it starts
            and names the one that is wrong; a name that it does not know is an error too.
            `--urls` is the address to listen on.

            Do not edit: `make docs` writes this file from the code.

            """
        );
        Describe<RoleOptions>(text);
        Describe<StorageOptions>(text);
        Describe<DatabaseOptions>(text);
        Describe<BlobOptions>(text);
        Describe<UploadOptions>(text);
        Describe<JobOptions>(text);
        Describe<SandboxOptions>(text);
        Describe<ConverterOptions>(text);
        await CompareAsync("configuration.md", text.ToString());
    }

    private static void Describe<T>(StringBuilder text)
        where T : class, IOptionsSection, new()
    {
        var source = Source(typeof(T).Name);
        text.Append($"\n## {T.Section}\n\n{Summary(source, $"class {typeof(T).Name}")}\n\n");
        text.Append("| setting | default | meaning |\n|---|---|---|\n");
        var defaults = new T();
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(defaults);
            var shown = value is string { Length: 0 }
                ? ""
                : $"`{value?.ToString()?.ToLowerInvariant()}`";
            text.Append(
                $"| `{T.Section}:{property.Name}` | {shown} | {Summary(source, $" {property.Name} {{")} |\n"
            );
        }
    }

    private static string Source(string type)
    {
        var folder = Path.Combine(Repository.Root, "src", "K2P.Web");
        return Directory
            .EnumerateFiles(folder, "*Options.cs", SearchOption.AllDirectories)
            .Select(File.ReadAllText)
            .Single(text => text.Contains($"class {type} ", StringComparison.Ordinal));
    }

    /// <summary>The summary above a declaration; every setting has one.</summary>
    private static string Summary(string source, string declaration)
    {
        var lines = source[..source.IndexOf(declaration, StringComparison.Ordinal)].Split('\n');
        var comment = lines[..^1].Last(line => line.Trim().Length > 0).Trim();
        var match = SummaryLine().Match(comment);
        match.Success.ShouldBeTrue($"{declaration.Trim()} needs a summary on one line.");
        return CodeTag().Replace(match.Groups[1].Value, "`$1`");
    }

    private static async Task CompareAsync(string name, string expected)
    {
        var path = Path.Combine(Repository.Root, "docs", name);
        if (Environment.GetEnvironmentVariable("K2P_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(path, expected);
        }

        File.Exists(path).ShouldBeTrue($"docs/{name} is missing; `make docs` writes it.");
        (await File.ReadAllTextAsync(path)).ShouldBe(
            expected,
            $"docs/{name} is not up to date; `make docs` writes it."
        );
    }

    [GeneratedRegex("^/// <summary>(.*)</summary>$")]
    private static partial Regex SummaryLine();

    [GeneratedRegex("<c>(.*?)</c>")]
    private static partial Regex CodeTag();
}

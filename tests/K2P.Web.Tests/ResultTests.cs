using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using K2P.Web.Tests.Support;

namespace K2P.Web.Tests;

/// <summary>Results, whole and in part.</summary>
public sealed class ResultTests(SharedService shared)
{
    private readonly Service service = shared.Service;

    [Fact]
    public async Task The_result_is_an_archive_named_for_the_workflow()
    {
        var id = await DoneAsync("Sales report.zip");
        using var response = await service.Client.GetAsync($"/api/jobs/{id}/result.zip");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/zip");
        response.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition?.FileNameStar.ShouldBe("Sales report.zip");
        response.Headers.ETag.ShouldNotBeNull();
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var job = await service.JobAsync(id);
        job.GetProperty("result_size").GetInt64().ShouldBe(bytes.Length);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        zip.Entries.Select(entry => entry.FullName)
            .ShouldBe(["Sales report__g01_workbook.py", "Sales report__report.json"]);
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(10, 19)]
    [InlineData(100, null)]
    [InlineData(null, 25)]
    public async Task Parts_of_the_result_are_the_bytes_of_the_whole(int? from, int? to)
    {
        var path = $"/api/jobs/{await DoneAsync("demo.zip")}/result.zip";
        var whole = await service.Client.GetByteArrayAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Range = new RangeHeaderValue(from, to);
        using var response = await service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        var expected = from is { } start
            ? whole[start..((to ?? (whole.Length - 1)) + 1)]
            : whole[^to!.Value..];
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task A_range_beyond_the_end_cannot_be_satisfied()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/jobs/{await DoneAsync("demo.zip")}/result.zip"
        );
        request.Headers.Range = new RangeHeaderValue(10_000_000, null);
        using var response = await service.Client.SendAsync(request);
        await response.ShouldBeProblemAsync(416, "invalid_request");
    }

    [Fact]
    public async Task A_known_result_is_not_sent_again()
    {
        var path = $"/api/jobs/{await DoneAsync("demo.zip")}/result.zip";
        using var first = await service.Client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await service.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_part_of_another_result_is_not_mixed_in()
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/jobs/{await DoneAsync("demo.zip")}/result.zip"
        );
        request.Headers.Range = new RangeHeaderValue(0, 9);
        request.Headers.IfRange = new RangeConditionHeaderValue(
            new EntityTagHeaderValue("\"another\"")
        );
        using var response = await service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Files_are_listed_and_shown_one_by_one()
    {
        var id = await DoneAsync("demo.zip");
        var list = await (await service.Client.GetAsync($"/api/jobs/{id}/files")).JsonAsync();
        var files = list.GetProperty("files").EnumerateArray().ToList();
        files
            .Select(file => file.Text("name"))
            .ShouldBe(["demo__g01_workbook.py", "demo__report.json"]);

        using var script = await service.Client.GetAsync(
            $"/api/jobs/{id}/files/demo__g01_workbook.py"
        );
        (await script.Content.ReadAsStringAsync()).ShouldBe("print(\"hello\")\n");
        script.Content.Headers.ContentType?.MediaType.ShouldBe("text/plain");
        script.Content.Headers.ContentDisposition?.DispositionType.ShouldBe("inline");
        files[0]
            .GetProperty("size")
            .GetInt64()
            .ShouldBe(script.Content.Headers.ContentLength!.Value);

        using var request = new HttpRequestMessage(
            HttpMethod.Get,
            $"/api/jobs/{id}/files/demo__g01_workbook.py"
        );
        request.Headers.Range = new RangeHeaderValue(0, 4);
        (await (await service.Client.SendAsync(request)).Content.ReadAsStringAsync()).ShouldBe(
            "print"
        );
    }

    [Theory]
    [InlineData("nothing.py")]
    [InlineData("..%2f..%2fk2p.db")]
    [InlineData("%2fetc%2fpasswd")]
    [InlineData("demo__report.json%00")]
    public async Task Only_files_of_the_result_are_shown(string name)
    {
        var id = await DoneAsync("demo.zip");
        using var response = await service.Client.GetAsync($"/api/jobs/{id}/files/{name}");
        ((int)response.StatusCode).ShouldBeOneOf(400, 404);
    }

    [Fact]
    public async Task The_report_is_the_converters()
    {
        var report = await (
            await service.Client.GetAsync($"/api/jobs/{await DoneAsync("demo.zip")}/report")
        ).JsonAsync();
        report.Text("schema").ShouldBe("k2p-report/1");
    }

    [Theory]
    [InlineData("result.zip")]
    [InlineData("report")]
    [InlineData("files")]
    [InlineData("files/demo__report.json")]
    public async Task There_is_no_result_before_the_end_nor_after_a_failure(string what)
    {
        var slow = await service.SubmitAsync("forever.zip");
        using var early = await service.Client.GetAsync($"/api/jobs/{slow}/{what}");
        await early.ShouldBeProblemAsync(409, "job_not_ready");
        await service.Client.PostAsync($"/api/jobs/{slow}/cancel", null);

        var failed = await service.SubmitAsync("exit5.zip");
        await service.EndOfAsync(failed);
        using var response = await service.Client.GetAsync($"/api/jobs/{failed}/{what}");
        await response.ShouldBeProblemAsync(409, "job_failed");
    }

    [Fact]
    public async Task A_result_is_gone_after_its_time()
    {
        // 0.36 seconds.
        await using var brief = await Service.StartAsync("--Jobs:RetentionHours=0.0001");
        var id = await brief.SubmitAsync("demo.zip");
        await brief.EndOfAsync(id);
        await Task.Delay(500);
        var queue = (K2P.Web.Jobs.IJobQueue)
            brief.Services.GetService(typeof(K2P.Web.Jobs.IJobQueue))!;
        (await queue.ExpireAsync(CancellationToken.None)).ShouldBe(1);
        (await brief.JobAsync(id)).Text("status").ShouldBe("EXPIRED");
        using var response = await brief.Client.GetAsync($"/api/jobs/{id}/result.zip");
        await response.ShouldBeProblemAsync(410, "job_expired");
    }

    private async Task<string> DoneAsync(string filename)
    {
        var id = await service.SubmitAsync(filename);
        (await service.EndOfAsync(id)).Text("status").ShouldBe("SUCCEEDED");
        return id;
    }
}

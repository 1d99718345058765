using K2P.Web.Blobs;
using K2P.Web.Configuration;
using K2P.Web.Sandbox;
using Microsoft.Extensions.Options;

namespace K2P.Web.Jobs;

/// <summary>One attempt at one job: bundle out of the store, converter in the sandbox, result into the store.</summary>
internal sealed class JobRun(
    IBlobStore blobs,
    ISandbox sandbox,
    Workspaces workspaces,
    JobAnswers answers,
    IOptions<StorageOptions> storage,
    IOptions<ConverterOptions> converter
)
{
    private const string BundleName = "bundle.zip";

    public async Task<(JobOutcome Outcome, bool MayRetry)> RunAsync(
        Lease lease,
        string version,
        CancellationToken cancel
    )
    {
        var job = lease.Job;
        using var workspace = workspaces.Open();
        if (!await FetchBundleAsync(job, workspace, cancel))
        {
            return (
                new JobOutcome.Failed("sandbox_failed", "The bundle is no longer in the store."),
                false
            );
        }

        var result = await sandbox.RunAsync(
            new SandboxRun(workspace.Input, workspace.Output, paths => Arguments(job, paths)),
            cancel
        );
        var paths = new[]
        {
            workspace.Output,
            workspace.Input,
            "/job/out",
            "/job/in",
            storage.Value.FullRoot,
            Path.GetDirectoryName(converter.Value.FullPath)!,
        };
        var (outcome, mayRetry) = await JudgeAsync(lease, result, workspace, paths, cancel);
        return (
            outcome with
            {
                ConverterVersion = version,
                SandboxKind = sandbox.Kind,
                StdoutTail = Redaction.Tail(result.Stdout, paths),
                StderrTail = Redaction.Tail(result.Stderr, paths),
            },
            mayRetry
        );
    }

    /// <summary>Deletes what an attempt stored that turned out to be nobody's any more.</summary>
    public async Task DiscardAsync(Lease lease, JobOutcome outcome, CancellationToken cancel)
    {
        // A connection that broke during the commit tells nothing; the row does.
        if (
            outcome is not JobOutcome.Succeeded success
            || (await answers.FindAsync(lease.Job.Id, cancel))?.ResultKey == success.ResultKey
        )
        {
            return;
        }

        await blobs.DeleteAsync(success.ResultKey, cancel);
        if (success.ReportKey is not null)
        {
            await blobs.DeleteAsync(success.ReportKey, cancel);
        }
    }

    private static List<string> Arguments(Job job, SandboxPaths paths)
    {
        List<string> arguments =
        [
            "--in-zip",
            $"{paths.Input}/{BundleName}",
            "--out",
            paths.Output,
            $"--name={Path.GetFileNameWithoutExtension(job.OriginalFilename)}",
        ];
        if (job.Workbook is not null)
        {
            arguments.AddRange(["--workbook", job.Workbook]);
        }

        if (job.Graph is not null)
        {
            arguments.AddRange(["--graph", job.Graph]);
        }

        if (job.Strict)
        {
            arguments.Add("--strict");
        }

        return arguments;
    }

    private async Task<bool> FetchBundleAsync(
        Job job,
        Workspace workspace,
        CancellationToken cancel
    )
    {
        await using var stored = job.BundleKey is null
            ? null
            : await blobs.OpenAsync(job.BundleKey, cancel);
        if (stored is null)
        {
            return false;
        }

        await using var copy = new FileStream(
            Path.Combine(workspace.Input, BundleName),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                // The sandbox's user only reads.
                UnixCreateMode =
                    UnixFileMode.UserRead
                    | UnixFileMode.UserWrite
                    | UnixFileMode.GroupRead
                    | UnixFileMode.OtherRead,
            }
        );
        await stored.CopyToAsync(copy, cancel);
        return true;
    }

    private async Task<(JobOutcome Outcome, bool MayRetry)> JudgeAsync(
        Lease lease,
        SandboxResult result,
        Workspace workspace,
        string[] paths,
        CancellationToken cancel
    )
    {
        if (result.Stop is { } stop)
        {
            return (new JobOutcome.Failed(stop.Code, stop.Message), stop.IsOurFault);
        }

        if (result.ExitCode != 0)
        {
            var (code, message) = ConverterErrors.Read(result.ExitCode, result.Stderr);
            var clean = Redaction.Clean(message, paths);
            return (
                new JobOutcome.Failed(code, clean.Length <= 1000 ? clean : clean[..1000]),
                false
            );
        }

        var packed = await ResultArchive.PackAsync(
            workspace.Output,
            workspace.Archive,
            Path.GetFileNameWithoutExtension(lease.Job.OriginalFilename),
            cancel
        );
        if (packed is null)
        {
            return (
                new JobOutcome.Failed(
                    "output_error",
                    "The converter left no result that can be taken."
                ),
                false
            );
        }

        // The attempt is part of the key: an attempt that lost its lease cannot touch another's result.
        var stem = $"{lease.Job.Id}.{lease.Token}";
        var resultKey = $"{stem}.result.zip";
        await using (var archive = File.OpenRead(workspace.Archive))
        {
            await blobs.PutAsync(resultKey, archive, cancel);
        }

        string? reportKey = null;
        if (packed.ReportPath is not null)
        {
            reportKey = $"{stem}.report.json";
            await using var report = File.OpenRead(packed.ReportPath);
            await blobs.PutAsync(reportKey, report, cancel);
        }

        var size = new FileInfo(workspace.Archive).Length;
        return (
            new JobOutcome.Succeeded(resultKey, reportKey, packed.Name, size, packed.Report?.Totals)
            {
                Nodes = packed.Report?.NodesOf(lease.Job.Id) ?? [],
            },
            false
        );
    }
}

using System.Diagnostics;
using System.Text;

namespace K2P.Verification;

/// <summary>A Python process that answers cases, a line each. It is started again when it died or was stopped.</summary>
/// <param name="python">The Python to start.</param>
/// <param name="harness">The folder of the Python side's files.</param>
/// <param name="folder">Its working folder.</param>
internal sealed class PythonWorker(string python, string harness, string folder) : IDisposable
{
    private Process? process;
    private StringBuilder errors = new();

    /// <summary>The answer to a case; null where there was none in time or where the process died.</summary>
    /// <param name="line">The case, without line breaks.</param>
    /// <param name="timeout">How long to wait.</param>
    /// <param name="cancel">Stops the waiting.</param>
    public async Task<(string? Answer, string? Death)> Ask(
        string line,
        TimeSpan timeout,
        CancellationToken cancel
    )
    {
        process ??= Start();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(timeout);
        try
        {
            await process.StandardInput.WriteLineAsync(line.AsMemory(), patience.Token);
            await process.StandardInput.FlushAsync(patience.Token);
            var answer = await process.StandardOutput.ReadLineAsync(patience.Token);
            if (answer is not null)
            {
                return (answer, null);
            }
            await process.WaitForExitAsync(patience.Token);
            var death = $"Python ended with code {process.ExitCode}: {LastError()}";
            Stop();
            return (null, death);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            Stop();
            return (null, null);
        }
        catch (IOException error)
        {
            var death = $"Python died: {error.Message} {LastError()}";
            Stop();
            return (null, death);
        }
    }

    public void Dispose() => Stop();

    private Process Start()
    {
        errors = new StringBuilder();
        var start = new ProcessStartInfo(
            python,
            ["-X", "utf8", "-B", Path.Join(harness, "replay.py")]
        )
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = folder,
        };
        // One core each: the processes run side by side, and sums must not depend on the number of threads.
        foreach (var name in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS" })
        {
            start.Environment[name] = "1";
        }
        start.Environment["MPLBACKEND"] = "Agg";
        var started = new Process { StartInfo = start };
        var kept = errors;
        started.ErrorDataReceived += (_, data) =>
        {
            lock (kept)
            {
                if (data.Data is { Length: > 0 } text && kept.Length < 10_000)
                {
                    kept.AppendLine(text);
                }
            }
        };
        started.Start();
        started.BeginErrorReadLine();
        return started;
    }

    private string LastError()
    {
        lock (errors)
        {
            return errors.ToString().TrimEnd().Split('\n')[^1];
        }
    }

    private void Stop()
    {
        if (process is not { } running)
        {
            return;
        }
        process = null;
        try
        {
            running.Kill(entireProcessTree: true);
            running.WaitForExit(5000);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
        running.Dispose();
    }
}

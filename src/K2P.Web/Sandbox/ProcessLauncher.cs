using System.Collections.Concurrent;
using System.Diagnostics;

namespace K2P.Web.Sandbox;

/// <summary>
/// Starts all processes from one thread that lives as long as the service. Linux sends the parent-death signal
/// when the *thread* that started the process ends, and threads of the pool end whenever they like.
/// </summary>
internal sealed class ProcessLauncher : IDisposable
{
    private readonly BlockingCollection<(
        ProcessStartInfo Info,
        TaskCompletionSource<Process> Started
    )> requests = [];

    public ProcessLauncher() =>
        new Thread(Run) { IsBackground = true, Name = "sandbox launcher" }.Start();

    public Task<Process> StartAsync(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        requests.Add((info, started));
        return started.Task;
    }

    public void Dispose() => requests.CompleteAdding();

    private void Run()
    {
        foreach (var (info, started) in requests.GetConsumingEnumerable())
        {
            var process = new Process { StartInfo = info };
            try
            {
                process.Start();
                started.SetResult(process);
            }
            catch (Exception exception)
            {
                process.Dispose();
                started.SetException(exception);
            }
        }
    }
}

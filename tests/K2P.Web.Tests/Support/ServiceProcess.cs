using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using K2P.Web.Sandbox;

namespace K2P.Web.Tests.Support;

/// <summary>The service as a process of its own, which can be killed.</summary>
internal sealed class ServiceProcess : IDisposable
{
    private const int Terminate = 15;

    private readonly Process process;

    private ServiceProcess(Process process, Uri address)
    {
        this.process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static Process Run(string root, params string[] settings)
    {
        var info = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "k2p-web"))
        {
            WorkingDirectory = root,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        info.ArgumentList.Add($"--Storage:Root={root}");
        info.ArgumentList.Add($"--Converter:Path={ScriptedConverter.FilePath}");
        info.ArgumentList.Add("--Jobs:LeaseSeconds=1");
        foreach (var setting in settings)
        {
            info.ArgumentList.Add(setting);
        }

        return Process.Start(info)!;
    }

    public static async Task<ServiceProcess> StartAsync(string root, params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var started = Run(root, [$"--urls={address}", .. settings]);
        var said = new System.Collections.Concurrent.ConcurrentQueue<string?>();
        started.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        started.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        var service = new ServiceProcess(started, address);
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await service.Client.GetAsync("/healthz");
                return service;
            }
            catch (HttpRequestException) when (clock.Elapsed.TotalSeconds < 60)
            {
                started.HasExited.ShouldBeFalse(string.Join('\n', said));
                await Task.Delay(50);
            }
        }
    }

    /// <summary>As kill -9 does: without a word to anyone.</summary>
    public void Kill()
    {
        _ = Native.Signal(process.Id, Native.Kill);
        process.WaitForExit();
    }

    public async Task StopAsync()
    {
        _ = Native.Signal(process.Id, Terminate);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    public void Dispose()
    {
        Client.Dispose();
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

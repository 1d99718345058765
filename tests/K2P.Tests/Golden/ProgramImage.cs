using K2P.Tests.Support;

namespace K2P.Tests.Golden;

/// <summary>The image of the program, built for one test and removed when it ends.</summary>
internal sealed class ProgramImage : IDisposable
{
    private readonly string docker;
    private readonly string tag;

    private ProgramImage(string docker, string tag)
    {
        this.docker = docker;
        this.tag = tag;
    }

    public static async Task<ProgramImage> Build()
    {
        _ = Programs.Native();
        var image = new ProgramImage(Programs.Docker(), $"k2p:test-{Guid.NewGuid():N}");
        var build = await Support.Run.Start(
            Path.Join(Repository.Root, "scripts", "build-image"),
            [],
            environment: new Dictionary<string, string?> { ["K2P_IMAGE"] = image.tag }
        );
        build.ExitCode.ShouldBe(0, build.Errors);
        return image;
    }

    /// <summary>Runs the program as a nobody: no rights, no network, nothing writable but what is mounted, no HOME.</summary>
    public Task<Run> Run(IEnumerable<string> mounts, IEnumerable<string> arguments) =>
        Support.Run.Start(
            docker,
            [
                "run",
                "--rm",
                "--read-only",
                "--network",
                "none",
                "--user",
                "12345:12345",
                "--cap-drop",
                "ALL",
                .. mounts,
                tag,
                .. arguments,
            ]
        );

    public void Dispose() =>
        Support.Run.Start(docker, ["rmi", "--force", tag]).GetAwaiter().GetResult();
}

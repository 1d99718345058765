namespace K2P.Web.Tests.Support;

/// <summary>A test that lacks a part is skipped with the reason; where everything must be there, it fails.</summary>
internal static class Needs
{
    public static void Part(bool isThere, string reason)
    {
        if (isThere)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    public static void Bwrap() =>
        Part(
            File.Exists("/usr/bin/bwrap"),
            "bubblewrap is not installed (apt-get install bubblewrap)."
        );

    public static string RealConverter()
    {
        var path =
            Environment.GetEnvironmentVariable("K2P_CLI")
            ?? Path.Combine(Repository.Root, "bin", "k2p");
        Part(File.Exists(path), $"There is no converter at {path} (make k2p).");
        return path;
    }
}

/// <summary>The checkout that the tests belong to.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "K2P.slnx"))
            ? folder
            : Find(Path.GetDirectoryName(folder)!);
}

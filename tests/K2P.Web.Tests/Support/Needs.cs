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

    /// <summary>How the PostgreSQL server of the tests is reached.</summary>
    public static string Postgres() =>
        Variable(
            "K2P_POSTGRES",
            "No PostgreSQL server (scripts/postgres start, scripts/postgres env)."
        );

    /// <summary>The S3 store of the tests: address, access key, secret.</summary>
    public static (string Endpoint, string Access, string Secret) S3() =>
        (
            Variable("K2P_S3", "No S3 store (scripts/s3 start, scripts/s3 env)."),
            Environment.GetEnvironmentVariable("K2P_S3_ACCESS")!,
            Environment.GetEnvironmentVariable("K2P_S3_SECRET")!
        );

    private static string Variable(string name, string reason)
    {
        var value = Environment.GetEnvironmentVariable(name);
        Part(!string.IsNullOrEmpty(value), reason);
        return value!;
    }

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

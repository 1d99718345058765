namespace K2P.Tests;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>True where expected files are to be rewritten (<c>make accept</c>).</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("K2P_ACCEPT") == "1";

    private static string Find()
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            if (File.Exists(Path.Join(folder.FullName, "K2P.slnx")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}

using System.Reflection;

namespace K2P;

/// <summary>The version of this build.</summary>
public static class ProductVersion
{
    /// <summary><c>1.2.3+abc1234</c>: semantic version and commit.</summary>
    public static string Full { get; } = Shorten();

    /// <summary><c>1.2.3</c>: the semantic version alone.</summary>
    public static string Short => Full.Split('+')[0];

    private static string Shorten()
    {
        var version =
            typeof(ProductVersion)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion
            ?? "0.0.0";
        var plus = version.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? version + "+unknown" : version[..Math.Min(version.Length, plus + 13)];
    }
}

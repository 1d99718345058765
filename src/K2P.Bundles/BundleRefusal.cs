namespace K2P.Bundles;

/// <summary>An expected refusal: a stable code, a sentence for the user, and the file it is about.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">One sentence that says what to do; never a secret, never a path of the server.</param>
/// <param name="Path">The path inside the bundle, where one file is to blame.</param>
public sealed record BundleRefusal(RefusalCode Code, string Message, string? Path = null)
{
    /// <summary>What the log is told beyond the message.</summary>
    public string? Detail { get; init; }

    /// <summary>The single files to blame, where there are several.</summary>
    public IReadOnlyList<BundleProblem> Problems { get; init; } = [];
}

/// <summary>One file of several that are to blame for a refusal or a warning.</summary>
public sealed record BundleProblem(string Path, RefusalCode Code, string Detail);

/// <summary>Carries a <see cref="BundleRefusal"/> up to the edge that answers with it.</summary>
public sealed class BundleException(BundleRefusal refusal) : Exception(refusal.Message)
{
    public BundleException(
        RefusalCode code,
        string message,
        string? path = null,
        string? detail = null
    )
        : this(new BundleRefusal(code, message, path) { Detail = detail }) { }

    public BundleRefusal Refusal { get; } = refusal;
}

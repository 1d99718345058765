namespace K2P.Bundles;

/// <summary>Why a bundle is refused; the names in snake_case are the service's codes.</summary>
public enum RefusalCode
{
    NotAZip,
    ZipEncrypted,
    ZipUnsupportedMethod,
    ZipCorrupt,
    ZipTooManyFiles,
    ZipEntryTooLarge,
    ZipTooLarge,
    ZipBomb,
    ZipPathUnsafe,
    ZipPathTooDeep,
    ZipPathTooLong,
    ZipSymlink,
    ZipDuplicate,
    ZipEntryNotAllowed,
    MissingWorkflow,
    MissingSettings,
    InvalidXml,
}

/// <summary>A refusal: a stable code, a sentence for the public that says what to do, and the file it is about.</summary>
/// <param name="Code">The code.</param>
/// <param name="Message">One sentence; never a secret, never a path of the server.</param>
/// <param name="Path">The path inside the bundle, where there is one.</param>
public sealed record BundleRefusal(RefusalCode Code, string Message, string? Path = null)
{
    /// <summary>The code as the HTTP interface spells it: <c>zip_path_unsafe</c>.</summary>
    public string Word =>
        string.Concat(
            Code.ToString()
                .Select(
                    (letter, i) =>
                        char.IsUpper(letter) && i > 0
                            ? $"_{char.ToLowerInvariant(letter)}"
                            : $"{char.ToLowerInvariant(letter)}"
                )
        );
}

/// <summary>Carries a refusal out of a reader.</summary>
public sealed class BundleException(BundleRefusal refusal) : Exception(refusal.Message)
{
    public BundleException(RefusalCode code, string message, string? path = null)
        : this(new BundleRefusal(code, message, path)) { }

    /// <summary>The refusal.</summary>
    public BundleRefusal Refusal { get; } = refusal;
}

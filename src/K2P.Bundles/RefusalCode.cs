namespace K2P.Bundles;

/// <summary>Every reason for which a bundle is refused. <see cref="RefusalCodes"/> gives the stable names.</summary>
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

/// <summary>The public names of refusals.</summary>
public static class RefusalCodes
{
    /// <summary>The code in an answer of the web service, such as <c>zip_path_unsafe</c>.</summary>
    public static string Word(this RefusalCode code) =>
        code switch
        {
            RefusalCode.NotAZip => "not_a_zip",
            RefusalCode.ZipEncrypted => "zip_encrypted",
            RefusalCode.ZipUnsupportedMethod => "zip_unsupported_method",
            RefusalCode.ZipCorrupt => "zip_corrupt",
            RefusalCode.ZipTooManyFiles => "zip_too_many_files",
            RefusalCode.ZipEntryTooLarge => "zip_entry_too_large",
            RefusalCode.ZipTooLarge => "zip_too_large",
            RefusalCode.ZipBomb => "zip_bomb",
            RefusalCode.ZipPathUnsafe => "zip_path_unsafe",
            RefusalCode.ZipPathTooDeep => "zip_path_too_deep",
            RefusalCode.ZipPathTooLong => "zip_path_too_long",
            RefusalCode.ZipSymlink => "zip_symlink",
            RefusalCode.ZipDuplicate => "zip_duplicate",
            RefusalCode.ZipEntryNotAllowed => "zip_entry_not_allowed",
            RefusalCode.MissingWorkflow => "missing_workflow",
            RefusalCode.MissingSettings => "missing_settings",
            RefusalCode.InvalidXml => "invalid_xml",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, message: null),
        };
}

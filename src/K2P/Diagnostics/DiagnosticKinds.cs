namespace K2P.Diagnostics;

/// <summary>The catalogue of every remark that the converter makes, in order of its code.</summary>
/// <remarks>1xxx: translation of a node. 2xxx: command line and output. 3xxx: the input.</remarks>
public static class DiagnosticKinds
{
    public static readonly DiagnosticKind Manual = new(
        "K2P1001",
        "manual",
        Severity.Warning,
        "The node, or the way it is set up, has no translation. Its function raises NotImplementedError; write its body."
    );

    public static readonly DiagnosticKind Approximate = new(
        "K2P1002",
        "approximate",
        Severity.Warning,
        "The code means the same as the node, but other numbers are possible. The message says why."
    );

    public static readonly DiagnosticKind UnreadSetting = new(
        "K2P1003",
        "unread_setting",
        Severity.Warning,
        "The node has a setting that the translation does not know, so the node is reported as partial. Look whether it matters, and report it."
    );

    public static readonly DiagnosticKind Partial = new(
        "K2P1004",
        "partial",
        Severity.Warning,
        "A setting of the node is known but not honoured. The message names it and says what differs."
    );

    public static readonly DiagnosticKind VariableSetting = new(
        "K2P1005",
        "variable_setting",
        Severity.Warning,
        "A flow variable controls a setting of the node. The value that KNIME stored for it is used."
    );

    public static readonly DiagnosticKind BadSetting = new(
        "K2P1006",
        "bad_setting",
        Severity.Warning,
        "A setting of the node is missing or has a value that KNIME does not write. The node is left as a stub."
    );

    public static readonly DiagnosticKind Note = new(
        "K2P1007",
        "note",
        Severity.Info,
        "A remark on the translation that needs no action."
    );

    public static readonly DiagnosticKind UnconnectedInput = new(
        "K2P1008",
        "unconnected_input",
        Severity.Warning,
        "The node needs an input that nothing is connected to, so it cannot run in KNIME either. It is left as a stub."
    );

    public static readonly DiagnosticKind Locked = new(
        "K2P1009",
        "locked",
        Severity.Warning,
        "The component or metanode is encrypted. Its content cannot be read; unlock it in KNIME and convert again."
    );

    public static readonly DiagnosticKind Usage = new(
        "K2P2001",
        "usage",
        Severity.Error,
        "The command line is wrong or the input does not exist. k2p --help lists the verbs and options."
    );

    public static readonly DiagnosticKind OutputError = new(
        "K2P2002",
        "output_error",
        Severity.Error,
        "The output cannot be written. Look at the rights of the folder and at the space on its disk."
    );

    public static readonly DiagnosticKind Internal = new(
        "K2P2003",
        "internal_error",
        Severity.Error,
        "A bug in k2p. Please report it with the workflow that shows it."
    );

    public static readonly DiagnosticKind VerifyFailed = new(
        "K2P2004",
        "verify_failed",
        Severity.Error,
        "k2p verify found that a node which is claimed exact differs from KNIME's stored table, or does not run."
    );

    public static readonly DiagnosticKind MissingWorkflow = new(
        "K2P3001",
        "missing_workflow",
        Severity.Error,
        "There is no workflow.knime where it must be. Name the workflow's own folder or one exported workflow, not a group of workflows."
    );

    public static readonly DiagnosticKind MissingSettings = new(
        "K2P3002",
        "missing_settings",
        Severity.Warning,
        "A settings.xml that the workflow refers to is not there; its node becomes a stub. With --strict this ends the conversion."
    );

    public static readonly DiagnosticKind InvalidXml = new(
        "K2P3003",
        "invalid_xml",
        Severity.Error,
        "A file is not XML, or not what KNIME writes. Open the workflow in KNIME, save it and convert it again."
    );

    public static readonly DiagnosticKind InvalidArchive = new(
        "K2P3004",
        "invalid_archive",
        Severity.Error,
        "The archive is not a zip, is encrypted, damaged or unsafe, or is over a limit. Export the workflow again, without data if it is large."
    );

    public static readonly DiagnosticKind Unsupported = new(
        "K2P3005",
        "unsupported",
        Severity.Error,
        "The workflow cannot be converted at all, or with --strict not without a stub. The message names the node or the construct."
    );

    public static readonly DiagnosticKind Secret = new(
        "K2P3006",
        "secret",
        Severity.Warning,
        "The workflow holds a stored password or token. Its value is never copied; set the environment variable that the message names."
    );

    public static readonly DiagnosticKind BrokenWire = new(
        "K2P3007",
        "broken_wire",
        Severity.Warning,
        "A wire of the workflow starts or ends at a node that is not there. It is left out, as in KNIME; look at the node at its other end."
    );

    /// <summary>Every kind, for the documentation and the tests.</summary>
    public static IReadOnlyList<DiagnosticKind> All { get; } =
    [
        Manual,
        Approximate,
        UnreadSetting,
        Partial,
        VariableSetting,
        BadSetting,
        Note,
        UnconnectedInput,
        Locked,
        Usage,
        OutputError,
        Internal,
        VerifyFailed,
        MissingWorkflow,
        MissingSettings,
        InvalidXml,
        InvalidArchive,
        Unsupported,
        Secret,
        BrokenWire,
    ];
}

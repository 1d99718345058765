using K2P.Bundles;

namespace K2P.Diagnostics;

/// <summary>The converter's word for what <c>K2P.Bundles</c> refuses.</summary>
public static class Refusals
{
    public static Diagnostic DiagnosticOf(BundleRefusal refusal)
    {
        var kind = refusal.Code switch
        {
            RefusalCode.MissingWorkflow => DiagnosticKinds.MissingWorkflow,
            RefusalCode.MissingSettings => DiagnosticKinds.MissingSettings,
            RefusalCode.InvalidXml => DiagnosticKinds.InvalidXml,
            _ => DiagnosticKinds.InvalidArchive,
        };
        return new Diagnostic(kind, refusal.Message, refusal.Path);
    }
}

using K2P.Diagnostics;

namespace K2P;

/// <summary>Ends a conversion with one of the contract's errors.</summary>
public sealed class ConversionException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    /// <summary>Which error, with its public sentence.</summary>
    public Diagnostic Diagnostic { get; } = diagnostic;
}

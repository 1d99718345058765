using K2P.Bundles;
using K2P.Diagnostics;

namespace K2P.Cli;

/// <summary>Opens what the user named.</summary>
internal static class Inputs
{
    /// <exception cref="ConversionException">It is not there, or is refused.</exception>
    public static IBundleFiles Open(string input, ArchiveLimits? limits = null)
    {
        try
        {
            return Bundle.Open(input, limits ?? ArchiveLimits.OfOwnFile);
        }
        catch (FileNotFoundException)
        {
            throw new ConversionException(
                DiagnosticKinds.Usage.With("The input does not exist.") with
                {
                    Path = input,
                }
            );
        }
        catch (BundleException error)
        {
            throw new ConversionException(Refusals.DiagnosticOf(error.Refusal));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ConversionException(
                DiagnosticKinds.Usage.With($"The input cannot be read: {error.Message}") with
                {
                    Path = input,
                }
            );
        }
    }
}

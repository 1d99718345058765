using System.Xml;

namespace K2P.Bundles;

/// <summary>Reads KNIME's XML: no document type, no entities but the five of XML, nothing external, bounded depth and size.</summary>
public static class SafeXml
{
    private const long MaxCharacters = 200_000_000;

    /// <summary>How deep elements may nest.</summary>
    public const int MaxDepth = 512;

    /// <summary>A reader that refuses a document type; ask <see cref="CheckDepth"/> at each element.</summary>
    public static XmlReader CreateReader(Stream stream) =>
        XmlReader.Create(
            stream,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxCharacters,
                MaxCharactersFromEntities = 1,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
                CloseInput = false,
            }
        );

    /// <summary>Refuses elements that nest too deeply.</summary>
    /// <exception cref="BundleException"><c>invalid_xml</c>.</exception>
    public static void CheckDepth(XmlReader reader, string path)
    {
        if (reader.Depth > MaxDepth)
        {
            throw Invalid(path, $"its elements nest deeper than {MaxDepth}");
        }
    }

    /// <summary>The refusal of a file that is not what KNIME writes.</summary>
    public static BundleException Invalid(string path, string why) =>
        new(RefusalCode.InvalidXml, $"The file cannot be read: {why}.", path);

    /// <summary>The refusal of a file that is no XML; the parser's words may quote the file, so only the place is told.</summary>
    public static BundleException Invalid(string path, XmlException error) =>
        Invalid(
            path,
            $"it is no well-formed XML at line {error.LineNumber}, column {error.LinePosition}"
        );
}

using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace K2P.Output;

/// <summary>JSON as every file of the result has it: indented, UTF-8 as it is, a line end at its end.</summary>
internal static class JsonFile
{
    /// <param name="write">Writes the value.</param>
    /// <param name="indent">Spaces per level.</param>
    public static byte[] Write(Action<Utf8JsonWriter> write, int indent = 2)
    {
        var options = new JsonWriterOptions
        {
            Indented = true,
            IndentSize = indent,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            // A graph is as deep as its workflow, whose depth the reader bounds.
            MaxDepth = int.MaxValue,
        };
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            write(json);
        }
        return [.. buffer.WrittenSpan, (byte)'\n'];
    }
}

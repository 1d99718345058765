using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using K2P.Diagnostics;

namespace K2P.Cli;

/// <summary>Standard output and error as the contract has them: results on the one, remarks and the closing error on the other.</summary>
/// <remarks>Both are UTF-8, whatever the locale says.</remarks>
internal sealed class ConsoleStreams(Stream output, Stream error, bool asJson)
{
    private const int MaxWarnings = 200;

    /// <summary>Writes a result.</summary>
    public void Write(ReadOnlySpan<byte> content)
    {
        output.Write(content);
        output.Flush();
    }

    /// <inheritdoc cref="Write(ReadOnlySpan{byte})"/>
    public void Write(string text) => Write(Encoding.UTF8.GetBytes(text));

    /// <summary>Tells a person something; nothing where remarks are read by a program.</summary>
    public void Say(string text)
    {
        if (!asJson)
        {
            error.Write(Encoding.UTF8.GetBytes(text));
            error.Flush();
        }
    }

    /// <summary>Writes remarks, one line each; past a limit only their number.</summary>
    public void Warn(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Take(MaxWarnings))
        {
            WriteLine("warning", diagnostic);
        }
        if (diagnostics.Count > MaxWarnings)
        {
            WriteLine(
                "warning",
                DiagnosticKinds.Note.With(
                    $"{diagnostics.Count - MaxWarnings} more warnings stand in the report."
                )
            );
        }
    }

    /// <summary>Writes the closing error and gives its exit code.</summary>
    public int Fail(Diagnostic diagnostic)
    {
        WriteLine("error", diagnostic);
        return ExitCodes.Of(diagnostic.Kind);
    }

    private void WriteLine(string level, Diagnostic diagnostic)
    {
        error.Write(Encoding.UTF8.GetBytes(Line(level, diagnostic) + "\n"));
        error.Flush();
    }

    private string Line(string level, Diagnostic diagnostic)
    {
        var message = OneLine(diagnostic.Message);
        var path = diagnostic.Path is { } text ? OneLine(text) : null;
        if (!asJson)
        {
            return $"k2p: {level} {diagnostic.Kind.Id} {diagnostic.Kind.Name}: {message}{(path is null ? "" : $" [{path}]")}";
        }
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            json.WriteString("level", level);
            json.WriteString("id", diagnostic.Kind.Id);
            json.WriteString("code", diagnostic.Kind.Name);
            json.WriteString("message", message);
            if (path is not null)
            {
                json.WriteString("path", path);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Control characters of file names or messages cannot forge a line of their own.</summary>
    private static string OneLine(string text) =>
        string.Concat(
            text.Select(letter =>
                char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter
            )
        );
}

using System.Text.Json;

namespace K2P.Verification;

/// <summary>An argument of a function: a stored table, or what the maker of a model returns for a port.</summary>
/// <param name="Table">The table's file; null for a model.</param>
/// <param name="Maker">The id of the node that makes the model; null for a table.</param>
/// <param name="Port">The port of the maker.</param>
internal sealed record CaseInput(string? Table, string? Maker, int Port);

/// <summary>A function that can be called with what KNIME stored, and the stored tables to compare with.</summary>
/// <param name="Id">The node's id.</param>
/// <param name="Script">The file of the script.</param>
/// <param name="Function">The name of the function.</param>
/// <param name="Ports">The numbers of the ports that it returns values for.</param>
/// <param name="Inputs">Its arguments in order.</param>
/// <param name="Outputs">The stored tables by port.</param>
/// <param name="Makers">The makers of its models, and of theirs.</param>
internal sealed record NodeCase(
    string Id,
    string Script,
    string Function,
    IReadOnlyList<int> Ports,
    IReadOnlyList<CaseInput> Inputs,
    IReadOnlyList<(int Port, string Table)> Outputs,
    IReadOnlyDictionary<string, NodeCase> Makers
)
{
    /// <summary>True where the share of equal predictions is of interest.</summary>
    public bool Predicts { get; init; }

    /// <summary>Writes the case as the Python side takes it.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="file">The path to write for a file.</param>
    /// <param name="more">Writes further entries into the object of the case and of each maker.</param>
    public void Write(Utf8JsonWriter json, Func<string, string> file, Action<NodeCase>? more = null)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("script", file(Script));
        json.WriteString("function", Function);
        json.WriteBoolean("predicts", Predicts);
        json.WriteStartArray("ports");
        foreach (var port in Ports)
        {
            json.WriteNumberValue(port);
        }
        json.WriteEndArray();
        json.WriteStartArray("inputs");
        foreach (var input in Inputs)
        {
            json.WriteStartObject();
            if (input.Table is { } table)
            {
                json.WriteString("table", file(table));
            }
            else
            {
                json.WriteString("maker", input.Maker);
                json.WriteNumber("port", input.Port);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("outputs");
        foreach (var (port, table) in Outputs)
        {
            json.WriteStartObject();
            json.WriteNumber("port", port);
            json.WriteString("table", file(table));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartObject("makers");
        foreach (var (id, maker) in Makers)
        {
            json.WritePropertyName(id);
            maker.Write(json, file, more);
        }
        json.WriteEndObject();
        more?.Invoke(this);
        json.WriteEndObject();
    }
}

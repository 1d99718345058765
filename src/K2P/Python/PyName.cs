namespace K2P.Python;

/// <summary>A name of the script: an ASCII identifier that is not a keyword. Made by <see cref="PyNames"/> from text of the workflow.</summary>
internal readonly record struct PyName
{
    private readonly string? text;

    public PyName(string text)
    {
        if (!PyWords.IsIdentifier(text))
        {
            throw new ArgumentException($"'{text}' is not a Python name", nameof(text));
        }
        this.text = text;
    }

    public string Text => text ?? throw new InvalidOperationException("a PyName without text");

    public override string ToString() => Text;
}

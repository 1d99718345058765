namespace K2P.Python.Layout;

/// <summary>A token on its way to the page. Parentheses without text are optional: they show when a line is split at them.</summary>
internal sealed class Leaf
{
    private int textLength;

    public required PyTokenKind Kind { get; init; }
    public required PyRole Role { get; init; }
    public required string Text
    {
        get;
        set
        {
            field = value;
            // Python counts code points.
            textLength = value.Length - LowSurrogates(value);
        }
    }

    /// <summary>A space goes before it when it is not the first of its line.</summary>
    public bool Space { get; set; }

    /// <summary>The bracket that this one closes, once a line has tracked both.</summary>
    public Leaf? Opening { get; set; }

    public int Depth { get; set; }

    /// <summary>A comma between arguments or parameters, not in a tuple or subscript.</summary>
    public bool InArguments { get; init; }

    /// <summary>Put in by the layout: a trailing comma that the source did not have.</summary>
    public bool IsAdded { get; init; }

    /// <summary>The optional parenthesis around what a function returns.</summary>
    public bool IsReturnType { get; init; }

    public bool Opens => Kind == PyTokenKind.Open;

    public bool Closes => Kind == PyTokenKind.Close;

    public bool IsComma => Role == PyRole.Comma;

    /// <summary>Names and keywords alike.</summary>
    public bool IsWord => Kind is PyTokenKind.Name or PyTokenKind.Local or PyTokenKind.Keyword;

    public bool IsInvisible => Text.Length == 0;

    public int Length => (Space ? 1 : 0) + textLength;

    public void Show()
    {
        if (IsInvisible)
        {
            Text = Opens ? "(" : ")";
        }
    }

    public Leaf Copy() =>
        new()
        {
            Kind = Kind,
            Role = Role,
            Text = Text,
            Space = Space,
            InArguments = InArguments,
            IsAdded = IsAdded,
            IsReturnType = IsReturnType,
        };

    public static Leaf TrailingComma() =>
        new()
        {
            Kind = PyTokenKind.Operator,
            Role = PyRole.Comma,
            Text = ",",
            IsAdded = true,
        };

    private static int LowSurrogates(string text)
    {
        var count = 0;
        foreach (var c in text)
        {
            count += char.IsLowSurrogate(c) ? 1 : 0;
        }
        return count;
    }
}

using System.Text;

namespace K2P.Python.Layout;

/// <summary>Leaves that are to stand on one line, unless they have to be split.</summary>
internal sealed class LogicalLine(int depth, bool insideBrackets = false)
{
    public int Depth => depth;

    /// <summary>The line is what stood between brackets.</summary>
    public bool InsideBrackets => insideBrackets;

    public List<Leaf> Leaves { get; } = [];

    public BracketTracker Tracker => field ??= new();

    /// <summary>One element a line is wanted, however short the line is.</summary>
    public bool MustSplit { get; set; }

    /// <summary>A comma before a closing bracket asks for one element a line.</summary>
    public bool HasMagicComma { get; private set; }

    public bool IsDefinition => Leaves.Count > 0 && Leaves[0].IsWord && Leaves[0].Text == "def";

    public void Add(Leaf leaf, bool track)
    {
        if (insideBrackets || track)
        {
            Tracker.Mark(leaf);
            HasMagicComma |= IsMagicComma(leaf);
        }
        Leaves.Add(leaf);
    }

    /// <summary>An empty line of the same kind.</summary>
    public LogicalLine Clone() =>
        new(depth, insideBrackets) { MustSplit = MustSplit, HasMagicComma = HasMagicComma };

    public bool Fits
    {
        get
        {
            var length = 4 * depth;
            for (var i = 0; i < Leaves.Count; i++)
            {
                length += Leaves[i].Length - (i == 0 && Leaves[i].Space ? 1 : 0);
            }
            return length <= PyWriter.LineLength;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder().Append(' ', 4 * depth);
        for (var i = 0; i < Leaves.Count; i++)
        {
            text.Append(i > 0 && Leaves[i].Space ? " " : "").Append(Leaves[i].Text);
        }
        return text.ToString();
    }

    private bool IsMagicComma(Leaf closing)
    {
        if (!closing.Closes || Leaves is not [.., { IsComma: true }])
        {
            return false;
        }
        return closing.Text switch
        {
            "}" => true,
            "]" => closing.Role != PyRole.TrailerClose || !IsOneSequence(closing),
            _ => closing.Opening is not null && !IsOneSequence(closing),
        };
    }

    /// <summary>Between the brackets is one element and at most a comma, and it is not a call's argument.</summary>
    public bool IsOneSequence(Leaf closing)
    {
        var inside = closing.Depth + 1;
        var commas = 0;
        for (
            var i = Leaves.IndexOf(closing.Opening!) + 1;
            i < Leaves.Count && Leaves[i] != closing;
            i++
        )
        {
            if (Leaves[i].IsComma && Leaves[i].Depth == inside)
            {
                commas += Leaves[i].InArguments ? 2 : 1;
            }
        }
        return commas < 2;
    }
}

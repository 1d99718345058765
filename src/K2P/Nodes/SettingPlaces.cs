using K2P.Python;

namespace K2P.Nodes;

/// <summary>The literals of a body in which the values of settings stand.</summary>
internal sealed record SettingPlaces
{
    private sealed record Place(int Token, int Filling, SettingForm Form);

    private readonly IReadOnlyList<SettingFilling> fillings;
    private readonly IReadOnlyList<PyStatement> body;
    private readonly IReadOnlyList<Place> places;

    private SettingPlaces(
        IReadOnlyList<SettingFilling> fillings,
        IReadOnlyList<PyStatement> body,
        IReadOnlyList<Place> places
    )
    {
        this.fillings = fillings;
        this.body = body;
        this.places = places;
    }

    /// <summary>The summary that the first samples gave, and the stored values in the order of the settings.</summary>
    public (string? OfSamples, IReadOnlyList<string> Values) Summaries { get; init; }

    /// <summary>Compares what two sets of samples gave; null where more than the samples themselves differs.</summary>
    public static SettingPlaces? Find(
        IReadOnlyList<PyStatement> first,
        IReadOnlyList<PyStatement> second,
        IReadOnlyList<SettingFilling> fillings
    )
    {
        var (a, shape) = PyBodies.Flatten(first);
        var (b, otherShape) = PyBodies.Flatten(second);
        if (shape != otherShape || a.Count != b.Count)
        {
            return null;
        }
        var found = new List<Place>();
        for (var i = 0; i < a.Count; i++)
        {
            if (a[i] == b[i])
            {
                continue;
            }
            if (PlaceOf(a, b, i, fillings) is not { } place)
            {
                return null;
            }
            found.Add(place);
        }
        return new SettingPlaces(fillings, first, found);
    }

    private static Place? PlaceOf(
        IReadOnlyList<PyToken> a,
        IReadOnlyList<PyToken> b,
        int at,
        IReadOnlyList<SettingFilling> fillings
    )
    {
        for (var f = 0; f < fillings.Count; f++)
        {
            var samples = fillings[f].Samples;
            foreach (var form in samples.Forms)
            {
                if (
                    IsLiteral(a, at, form.Literal(samples.First))
                    && IsLiteral(b, at, form.Literal(samples.Second))
                )
                {
                    return new Place(at, f, form);
                }
            }
        }
        return null;
    }

    private static bool IsLiteral(IReadOnlyList<PyToken> tokens, int at, string? literal) =>
        tokens[at].Kind is PyTokenKind.String or PyTokenKind.Number
        && literal is not null
        && (
            literal[0] == '-'
                ? tokens[at].Text == literal[1..] && at > 0 && tokens[at - 1].Is("-")
                : tokens[at].Text == literal
        );

    /// <summary>True where the body is the other one once these values stand in the places.</summary>
    public bool Gives(IReadOnlyList<PyStatement> other, IReadOnlyList<string> values)
    {
        var tokens = new Dictionary<int, PyToken?>();
        foreach (var place in places)
        {
            var isNegative = IsNegative(place);
            if (
                place.Form.Literal(values[place.Filling]) is not { } literal
                || (literal[0] == '-') != isNegative
            )
            {
                return false;
            }
            var kind = literal[0] is '"' or '\'' ? PyTokenKind.String : PyTokenKind.Number;
            tokens[place.Token] = new PyToken(kind, isNegative ? literal[1..] : literal);
        }
        var (mine, shape) = PyBodies.Flatten(PyBodies.Replace(body, tokens));
        var (others, otherShape) = PyBodies.Flatten(other);
        return shape == otherShape && PyBodies.Normal(mine) == PyBodies.Normal(others);
    }

    private bool IsNegative(Place place) =>
        place.Form.Literal(fillings[place.Filling].Samples.First)![0] == '-';

    /// <summary>The body with the parameters in the places; what is more than a parameter is worked out first.</summary>
    public IReadOnlyList<PyStatement> Body(NodeContext context)
    {
        var tokens = new Dictionary<int, PyToken?>();
        var before = new List<PyStatement>();
        var locals = new Dictionary<(int, SettingForm), PyName>();
        foreach (var place in places)
        {
            var parameter = fillings[place.Filling].Parameter.Name;
            var name = parameter;
            if (
                place.Form.Code is { } code
                && !locals.TryGetValue((place.Filling, place.Form), out name)
            )
            {
                name = context.Local($"{parameter.Text}_value");
                locals[(place.Filling, place.Form)] = name;
                before.Add(Py.Assign(name, code(parameter)));
            }
            if (IsNegative(place))
            {
                tokens[place.Token - 1] = null;
            }
            tokens[place.Token] = new PyToken(PyTokenKind.Local, name.Text);
        }
        return [.. before, .. PyBodies.Replace(body, tokens)];
    }

    /// <summary>The summary that names the parameters instead of their values, where that is all that differs.</summary>
    public string? Summary(string? stored)
    {
        if (Summaries.OfSamples is not { } sample)
        {
            return stored;
        }
        var (named, valued) = (sample, sample);
        for (var f = 0; f < fillings.Count; f++)
        {
            var first = fillings[f].Samples.First;
            named = named.Replace(first, fillings[f].Parameter.Name.Text, StringComparison.Ordinal);
            valued = valued.Replace(first, Summaries.Values[f], StringComparison.Ordinal);
        }
        return valued == stored ? named : stored;
    }
}

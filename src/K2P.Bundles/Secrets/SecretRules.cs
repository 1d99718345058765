using System.Buffers;
using System.Text.RegularExpressions;

namespace K2P.Bundles.Secrets;

/// <summary>Which settings hold a password, a token or a key: by type, by name, or by the form of the value.</summary>
/// <remarks>
/// KNIME's <c>xpassword</c> is encrypted with a key that everybody knows, so it is the password itself. Every pattern is
/// linear: it starts at a fixed word or at the border of one.
/// </remarks>
public static partial class SecretRules
{
    private static readonly SearchValues<string> Words = SearchValues.Create(
        ["passw", "passphrase", "pwd", "secret", "key", "token", "sig="],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> Marks = SearchValues.Create(
        [
            "sk-",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "xox",
            "AKIA",
            "AIza",
            "hf_",
            "eyJ",
            "-----BEGIN",
            "Bearer ",
            "Basic ",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> NameHints = SearchValues.Create(
        [
            "passw",
            "passphrase",
            "pwd",
            "secret",
            "key",
            "token",
            "authorization",
            "cookie",
            "credential",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The value with every secret taken out, or the value itself when it holds none.</summary>
    /// <param name="name">What the value is called: the setting's key, or the name that stands beside it.</param>
    /// <param name="type">KNIME's type of the entry.</param>
    public static string Blank(string name, string? type, string value)
    {
        if (value.Length == 0 || type == "xpassword")
        {
            return "";
        }

        if (type is "xboolean" or "xint" or "xlong" or "xdouble" or "xfloat" or "xshort" or "xbyte")
        {
            return value;
        }

        return IsSecretName(name) && !IsReference(value) ? "" : BlankText(value);
    }

    /// <summary>True for names such as <c>password</c>, <c>apiKey</c>, <c>client_secret</c>; false for <c>tokenizer</c>, <c>credentialsId</c>.</summary>
    public static bool IsSecretName(string name) =>
        name.AsSpan().ContainsAny(NameHints) && SecretName().IsMatch(name);

    /// <summary>The text without what has the form of a secret.</summary>
    public static string BlankText(string text)
    {
        if (text.AsSpan().ContainsAny(Words))
        {
            text = Quoted().Replace(text, "$1");
            text = InConnection().Replace(text, "$1");
        }

        if (text.Contains("://", StringComparison.Ordinal) && text.Contains('@'))
        {
            text = InAddress().Replace(text, "$1");
        }

        return text.AsSpan().ContainsAny(Marks) ? Token().Replace(text, "$1") : text;
    }

    /// <summary>A variable, which KNIME looks up, is no secret, and neither is a choice.</summary>
    private static bool IsReference(string value) =>
        value.StartsWith("$${", StringComparison.Ordinal)
        || value is "true" or "false" or "none" or "null";

    [GeneratedRegex(
        "(?:passw(?:or)?d|passphrase|passwort|pwd|secret|(?:password|secret)[-_. ]*(?:weakly)?[-_. ]*encrypted|"
            + "(?:secret|api|access|private|account|storage|shared|encryption|subscription)[-_. ]*(?:access[-_. ]*)?key|"
            + "(?:api|access|refresh|auth|bearer|sas|id|session|security|oauth)[-_. ]*token|token[-_. ]*secret|"
            + "credential[-_. ]*byte[-_. ]*file|^(?:x-)?token|^(?:proxy-)?authorization|^(?:set-)?cookie)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex SecretName();

    /// <summary>A text in quotes that is given to a secret's name, in JSON or in a program.</summary>
    [GeneratedRegex(
        "((?:passw(?:or)?d|passphrase|pwd|secret|(?:secret|api|access|private)[-_]?(?:access[-_]?)?key|token)"
            + "(?:\\\\?[\"'])?\\s{0,9}[=:]\\s{0,9}\\\\?[\"'])[^\"'\\r\\n\\\\]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Quoted();

    /// <summary>The password in a connection string or in the query of an address; not an argument of a function.</summary>
    [GeneratedRegex(
        "((?:^|[;?&]|[A-Za-z0-9_\"'] )\\s{0,9}(?:[A-Za-z.]{0,20}password|passwd|pwd|client_secret|secret|api_?key|key|sig|"
            + "(?:account|shared|secret)[A-Za-z]{0,10}key|(?:access_?)?token)=)(?![=])[^;&\\s\"']+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex InConnection();

    /// <summary>The password in <c>https://user:password@host</c>.</summary>
    [GeneratedRegex("(://[^/?#@:\\s\"']*:)[^\\s/\"'<>]+(?=@)", RegexOptions.CultureInvariant)]
    private static partial Regex InAddress();

    /// <summary>Forms of tokens that their makers document, what follows an authorisation scheme, and private keys.</summary>
    [GeneratedRegex(
        "(?<![A-Za-z0-9_-])(?:sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|"
            + "glpat-[A-Za-z0-9_-]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|"
            + "hf_[A-Za-z0-9]{30,}|eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*|"
            + "(?i:(Bearer |Basic ))(?=[A-Za-z+/_~-]*[0-9=])[A-Za-z0-9+/=._~-]{8,})|"
            + "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\\z)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Token();
}

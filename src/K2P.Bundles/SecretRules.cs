using System.Text.RegularExpressions;

namespace K2P.Bundles;

/// <summary>Which settings hold a password, a token or a key.</summary>
/// <remarks>
/// KNIME's <c>xpassword</c> is encrypted with a key that everybody knows, so it is the password itself. Other secrets stand as
/// plain text, and are known by the setting's name or by their form.
/// </remarks>
public static partial class SecretRules
{
    /// <summary>The value with every secret taken out, or the value itself when it holds none.</summary>
    /// <param name="key">The setting's key, or for a stored flow variable the variable's name.</param>
    public static string Blank(string key, string? type, string value)
    {
        if (value.Length == 0 || type == "xpassword")
        {
            return "";
        }

        if (type is not ("xstring" or null))
        {
            return value;
        }

        return IsSecretName(key) && !IsReference(value)
            ? ""
            : Token().Replace(InAddress().Replace(Assigned().Replace(value, "$1$2$3"), "$1$2"), "");
    }

    /// <summary>True for keys such as <c>password</c>, <c>apiKey</c>, <c>client_secret</c>; false for <c>tokenizer</c>, <c>credentialsId</c>.</summary>
    public static bool IsSecretName(string key) =>
        SecretName().IsMatch(Separators().Replace(key, ""));

    /// <summary>A name of credentials or of a variable, which KNIME looks up, is no secret.</summary>
    private static bool IsReference(string value) =>
        value.StartsWith("$${", StringComparison.Ordinal)
        || value is "true" or "false" or "none" or "null";

    [GeneratedRegex(
        "(password|passwd|passphrase|passwort|pwd|passwordencrypted|passwordweaklyencrypted|secret|secretkey|"
            + "secretaccesskey|clientsecret|apikey|apitoken|accesskey|accesstoken|refreshtoken|authtoken|bearertoken|"
            + "privatekey|sastoken|credentialbytefile|^token)$",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex SecretName();

    [GeneratedRegex("[^A-Za-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();

    /// <summary>Forms of tokens that their makers document, so that they can be found.</summary>
    [GeneratedRegex(
        "sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{30,}|glpat-[A-Za-z0-9_-]{20,}|"
            + "xox[abprs]-[A-Za-z0-9-]{10,}|AKIA[0-9A-Z]{16}|AIza[0-9A-Za-z_-]{35}|hf_[A-Za-z0-9]{30,}|"
            + "eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]*|"
            + "-----BEGIN [A-Z ]*PRIVATE KEY-----(?s:.)*?(-----END [A-Z ]*PRIVATE KEY-----|$)",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Token();

    /// <summary>The password in <c>https://user:password@host</c>.</summary>
    [GeneratedRegex("(://[^/?#@:\\s]*:)[^/?#@\\s]+(@)", RegexOptions.NonBacktracking)]
    private static partial Regex InAddress();

    /// <summary>The password in a connection string, and what follows an authorisation scheme.</summary>
    [GeneratedRegex(
        "(\\b(?:password|pwd|client_secret|api_key|apikey|access_token)=)[^;&\\s\"']+|"
            + "(\\bBearer +)[A-Za-z0-9+/=._~-]{20,}|(\\bBasic +)[A-Za-z0-9+/]{6,}={1,2}",
        RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Assigned();
}

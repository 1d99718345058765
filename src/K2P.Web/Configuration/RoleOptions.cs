namespace K2P.Web.Configuration;

/// <summary>What this process does: answer HTTP (<c>api</c>), convert (<c>worker</c>), or both.</summary>
internal sealed class RoleOptions : IOptionsSection
{
    public static string Section => "Roles";

    /// <summary>Answers the API and the page.</summary>
    public bool Api { get; set; } = true;

    /// <summary>Claims jobs and runs the converter.</summary>
    public bool Worker { get; set; } = true;

    public IEnumerable<string> Faults()
    {
        if (!Api && !Worker)
        {
            yield return "Roles:Api and Roles:Worker are both false; this process would do nothing.";
        }
    }
}

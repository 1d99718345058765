using System.Text.Json.Serialization;

namespace K2P.Web.Jobs;

/// <summary>Where a job stands; the last four are final.</summary>
[JsonConverter(typeof(JobStatusJson))]
internal enum JobStatus
{
    Queued,
    Running,
    Succeeded,
    Failed,
    Cancelled,
    Expired,
}

internal static class JobStatuses
{
    public static bool IsOver(this JobStatus status) =>
        status is not (JobStatus.Queued or JobStatus.Running);

    public static string ToText(this JobStatus status) => status.ToString().ToUpperInvariant();

    public static JobStatus Parse(string text) => Enum.Parse<JobStatus>(text, ignoreCase: true);
}

/// <summary>Statuses are upper-case words in JSON.</summary>
internal sealed class JobStatusJson()
    : JsonStringEnumConverter<JobStatus>(
        System.Text.Json.JsonNamingPolicy.SnakeCaseUpper,
        allowIntegerValues: false
    );

using K2P.Web.Configuration;

namespace K2P.Web.Jobs;

/// <summary>How jobs are admitted, worked on and kept.</summary>
internal sealed class JobOptions : IOptionsSection
{
    public static string Section => "Jobs";

    /// <summary>How many jobs may wait; the next one is refused with <c>queue_full</c>.</summary>
    public int MaxQueued { get; set; } = 1000;

    /// <summary>Conversions at a time in this process; 0 means one per processor.</summary>
    public int Slots { get; set; }

    /// <summary>How often a job is tried when the service, not the workflow, is at fault.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>The pause before the second try; it doubles with each further one.</summary>
    public double RetrySeconds { get; set; } = 1;

    /// <summary>A worker that is silent for so long has lost its job to another.</summary>
    public double LeaseSeconds { get; set; } = 30;

    /// <summary>How often an idle worker looks for work that no signal announced.</summary>
    public double PollSeconds { get; set; } = 1;

    /// <summary>How long running conversions may go on at shutdown before they are handed back.</summary>
    public double GraceSeconds { get; set; } = 20;

    /// <summary>How long results are kept.</summary>
    public double RetentionHours { get; set; } = 24;

    public int EffectiveSlots => Slots > 0 ? Slots : Environment.ProcessorCount;

    public TimeSpan Lease => TimeSpan.FromSeconds(LeaseSeconds);

    public TimeSpan Retention => TimeSpan.FromHours(RetentionHours);

    public IEnumerable<string> Faults() =>
        [
            .. OptionsSectionRegistration.InRange("Jobs:MaxQueued", MaxQueued, 1, 1_000_000),
            .. OptionsSectionRegistration.InRange("Jobs:Slots", Slots, 0, 256),
            .. OptionsSectionRegistration.InRange("Jobs:MaxAttempts", MaxAttempts, 1, 20),
            .. OptionsSectionRegistration.InRange("Jobs:RetrySeconds", RetrySeconds, 0, 600),
            .. OptionsSectionRegistration.InRange("Jobs:LeaseSeconds", LeaseSeconds, 0.5, 3600),
            .. OptionsSectionRegistration.InRange("Jobs:PollSeconds", PollSeconds, 0.05, 60),
            .. OptionsSectionRegistration.InRange("Jobs:GraceSeconds", GraceSeconds, 0, 600),
            .. OptionsSectionRegistration.InRange(
                "Jobs:RetentionHours",
                RetentionHours,
                0.0001,
                24 * 365
            ),
        ];
}

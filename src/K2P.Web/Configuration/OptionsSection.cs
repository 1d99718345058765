using Microsoft.Extensions.Options;

namespace K2P.Web.Configuration;

/// <summary>A section of the configuration, checked when the service starts.</summary>
internal interface IOptionsSection
{
    /// <summary>The name of the section, as settings spell it.</summary>
    static abstract string Section { get; }

    /// <summary>What is wrong, each sentence beginning with the setting to change.</summary>
    IEnumerable<string> Faults();
}

/// <summary>Binds sections and refuses to start with a wrong one.</summary>
internal static class OptionsSectionRegistration
{
    public static void AddSection<T>(this WebApplicationBuilder builder)
        where T : class, IOptionsSection
    {
        var section = builder.Configuration.GetSection(T.Section);
        builder
            .Services.AddOptions<T>()
            .Configure(options =>
                section.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true)
            )
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<T>, Check<T>>();
    }

    public static IEnumerable<string> InRange(
        string setting,
        double value,
        double least,
        double most
    )
    {
        if (value < least || value > most)
        {
            yield return $"{setting} is {value}; it must be from {least} to {most}.";
        }
    }

    private sealed class Check<T> : IValidateOptions<T>
        where T : class, IOptionsSection
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            var faults = options.Faults().ToList();
            return faults.Count == 0
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(faults);
        }
    }
}

using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Roster.Mediators;

namespace Concord.Roster.Standby;

/// <summary>Flexible funding (R24).</summary>
/// <param name="Amount">0.01 to 1,000,000,000; at most two decimals.</param>
/// <param name="Currency">ISO 4217, such as USD.</param>
/// <param name="Source">Who pays, the start-up fund included (¶47); 1 to 300 characters.</param>
internal sealed record Funding(decimal? Amount, string? Currency, string? Source);

/// <summary>What of a request is changed.</summary>
/// <param name="Package">What stands behind the people who are sent (R24).</param>
internal sealed record StandbyEdit(SupportPackage? Package);

/// <summary>What stands behind the people who are sent (R24). What is absent is not there yet; that is told, and refuses nothing.</summary>
/// <param name="ProcessExperts">Who helps with the design and the management of the process; at most 1,000 characters.</param>
/// <param name="ThematicExperts">Who helps on the substance, of the United Nations and from outside; at most 1,000 characters.</param>
/// <param name="Funding">What it is paid from.</param>
/// <param name="Logistics">Administration and logistics: tickets, quarters, interpreters; at most 1,000 characters.</param>
/// <param name="GenderAdviser">Who advises on sexual violence in conflict and on the participation of women: a profile, or words of at most 300 characters. Nobody senior is sent without (R10).</param>
/// <param name="GenderAdvicePhases">Phases in which that adviser takes part, each once; those that lack are told (R11).</param>
[Personal]
internal sealed record SupportPackage(string? ProcessExperts, string? ThematicExperts, Funding? Funding, string? Logistics, string? GenderAdviser, IReadOnlyList<AdvisedPhase>? GenderAdvicePhases = null)
{
    public static SupportPackage Empty { get; } = new(null, null, null, null, null);

    /// <summary>What is not there yet.</summary>
    public IReadOnlyList<SupportPart> Missing() =>
    [
        .. ProcessExperts is null ? [SupportPart.ProcessExperts] : (SupportPart[])[],
        .. ThematicExperts is null ? [SupportPart.ThematicExperts] : (SupportPart[])[],
        .. Funding is null ? [SupportPart.Funding] : (SupportPart[])[],
        .. Logistics is null ? [SupportPart.Logistics] : (SupportPart[])[],
        .. GenderAdviser is null || Enum.GetValues<AdvisedPhase>().Except(GenderAdvicePhases ?? []).Any() ? [SupportPart.GenderAdvice] : (SupportPart[])[],
    ];

    public SupportPackage Checked()
    {
        var check = new Violations();
        if (Funding is { } f)
        {
            check.Check(f.Amount is >= 0.01m and <= 1_000_000_000m && decimal.Round(f.Amount.Value, 2) == f.Amount, "package.funding.amount", "From 0.01 to 1000000000, with at most two decimals.");
            check.Check(f.Currency is { Length: 3 } && f.Currency.All(char.IsAsciiLetterUpper), "package.funding.currency", "Three capital letters (ISO 4217).");
            check.Text(f.Source, "package.funding.source", 300);
        }

        check.Check(GenderAdviser?.StartsWith($"{ProfileId.Collection}/", StringComparison.Ordinal) != true || ResourceName.IsIn(ProfileId.Collection, GenderAdviser), "package.genderAdviser", "Expected the form profiles/{uuid}, or words.");
        check.Check(GenderAdvicePhases is null || GenderAdvicePhases.Distinct().Count() == GenderAdvicePhases.Count, "package.genderAdvicePhases", "Each at most once.");
        check.Check(GenderAdviser is not null || GenderAdvicePhases is not { Count: > 0 }, "package.genderAdvicePhases", "Only with an adviser.");
        var kept = new SupportPackage(
            check.OptionalText(ProcessExperts, "package.processExperts", 1000), check.OptionalText(ThematicExperts, "package.thematicExperts", 1000), Funding is null ? null : Funding with { Source = Funding.Source?.Trim() },
            check.OptionalText(Logistics, "package.logistics", 1000), check.OptionalText(GenderAdviser, "package.genderAdviser", 300), GenderAdvicePhases ?? []);
        check.ThrowIfAny();
        return kept;
    }
}

using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;

namespace Concord.Roster.SharingAgreements;

/// <summary>Proposes, in the name of one's organization, to share part of its roster.</summary>
/// <param name="Receivers">Resource names of the organizations to share it with; 1 to 20.</param>
/// <param name="Purpose">What for; 1 to 2,000 characters, shown to them.</param>
/// <param name="Scope">Which people; everybody whom the organization keeps where absent.</param>
/// <param name="Fields">What is shown of them beside name, gender and level.</param>
/// <param name="FromDay">First day; today where absent.</param>
/// <param name="UntilDay">Last day; 366 days after the first at most.</param>
/// <param name="ExposedToReprisals">Who may be exposed to reprisals by it, and what is done about that; "nobody" is an answer, silence is not (R156). 1 to 2,000 characters.</param>
internal sealed record ProposeSharing(
    IReadOnlyList<string>? Receivers, string? Purpose, AgreementScope? Scope, IReadOnlyList<SharedFields>? Fields, DateOnly? FromDay, DateOnly? UntilDay, string? ExposedToReprisals)
{
    /// <summary>A purpose that lasts longer is agreed on again.</summary>
    public const int LongestDays = 366;
    private const int MostReceivers = 20;

    public CheckedSharing Checked(string owner, Atlas atlas, DateOnly today)
    {
        var check = new Violations();
        // In the one spelling that tokens have: another one would be an agreement with nobody.
        check.Check(Receivers is { Count: > 0 and <= MostReceivers } && Receivers.All(r => ResourceName.IsIn("organizations", r) && !r.Any(char.IsAsciiLetterUpper)), "receivers", $"1 to {MostReceivers}, each of the form organizations/{{uuid}}.");
        check.Check(Receivers is null || Receivers.Distinct(StringComparer.Ordinal).Count() == Receivers.Count, "receivers", "Each at most once.");
        check.Check(Receivers is null || !Receivers.Contains(owner), "receivers", "Your own organization has them already.");
        check.Check(Fields is null || Fields.Distinct().Count() == Fields.Count, "fields", "Each at most once.");
        var (purpose, exposed) = (check.Text(Purpose, "purpose", 2000), check.Text(ExposedToReprisals, "exposedToReprisals", 2000));
        var scope = (Scope ?? new AgreementScope(null, null, null, null, null)).Checked(atlas, check);
        var (from, until) = (FromDay ?? today, check.Required(UntilDay, "untilDay"));
        check.Check(from >= today, "fromDay", "Lies in the past.");
        check.Check(UntilDay is null || (until >= from && until.DayNumber - from.DayNumber <= LongestDays), "untilDay", $"Not before its first day, and {LongestDays} days later at most.");
        check.ThrowIfAny();
        return new CheckedSharing(Receivers!, purpose, exposed, scope, [.. (Fields ?? []).Order()], from, until);
    }
}

/// <summary>The same, fit to be kept.</summary>
internal sealed record CheckedSharing(
    IReadOnlyList<string> Receivers, string Purpose, string ExposedToReprisals, AgreementScope Scope, IReadOnlyList<SharedFields> Fields, DateOnly FromDay, DateOnly UntilDay);

/// <summary>Withdraws from an agreement: the owner ends it as a whole, a receiving organization for itself.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
internal sealed record WithdrawSharing(string? Reason);

using Concord.Platform.Errors;
using Concord.Roster.Mediators;

namespace Concord.Roster.Consents;

/// <summary>What somebody consents to.</summary>
internal enum ConsentScope
{
    /// <summary>To be kept as active and found by those who search. Without it nobody is activated; once it is over the person is found no more.</summary>
    Search = 1,

    /// <summary>To be shown to organizations with which the profile is shared (R20).</summary>
    Sharing,
}

/// <summary>What a person has said to one scope last; what was said before is in the audit chain.</summary>
/// <param name="Scope">To what.</param>
/// <param name="GivenDay">When the person consented; absent where the person only ever said no.</param>
/// <param name="Until">Last day; absent where it counts until it is withdrawn.</param>
/// <param name="Evidence">How the person consented, in the words of who recorded it; absent where the person did it here.</param>
/// <param name="ByThePerson">The person said so here.</param>
/// <param name="WithdrawTime">When it was withdrawn, UTC.</param>
internal sealed record Consent(ConsentScope Scope, DateOnly? GivenDay, DateOnly? Until, string? Evidence, bool ByThePerson, DateTime? WithdrawTime)
{
    /// <summary>Last day on which it counts: the last of all where no end was said, null where it was withdrawn.</summary>
    public DateOnly? LastDay => WithdrawTime is not null || GivenDay is null ? null : Until ?? DateOnly.MaxValue;
}

/// <summary>How and when a person consented, recorded by who keeps the profile.</summary>
/// <param name="Scope">To what.</param>
/// <param name="GivenDay">The day; not in the future, and not before 1990.</param>
/// <param name="Until">Last day; absent where it counts until it is withdrawn.</param>
/// <param name="Evidence">How: a letter, a call, whom the person told; 1 to 500 characters.</param>
internal sealed record ConsentTold(ConsentScope? Scope, DateOnly? GivenDay, DateOnly? Until, string? Evidence)
{
    /// <summary>First year in which somebody of today can have consented.</summary>
    public const int FirstYear = 1990;

    public Consent Checked(string prefix, DateTime now, Violations check)
    {
        var (scope, day) = (check.Required(Scope, $"{prefix}scope"), check.Required(GivenDay, $"{prefix}givenDay"));
        check.Check(day <= DateOnly.FromDateTime(now), $"{prefix}givenDay", "Lies in the future.");
        check.NotBefore(GivenDay, FirstYear, $"{prefix}givenDay");
        check.Check(!(Until < day), $"{prefix}until", "Not before givenDay.");
        return new Consent(scope, day, Until, check.Text(Evidence, $"{prefix}evidence", 500), ByThePerson: false, null);
    }
}

/// <summary>Takes a consent back.</summary>
/// <param name="Scope">To what.</param>
internal sealed record ConsentTakenBack(ConsentScope? Scope);

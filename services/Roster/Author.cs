using Concord.Platform.Audit;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;

namespace Concord.Roster;

/// <summary>Who recorded something of a person, as it is kept: no judgement is without its author (R158).</summary>
/// <param name="Account">Resource name of the account.</param>
/// <param name="DisplayName">The name at that time.</param>
/// <param name="Organization">Resource name of the organization acted for; null where for none.</param>
/// <param name="ActsFor">Resource name of the account of who was away and for whom it was done; null where for nobody.</param>
[Personal]
internal sealed record Author(string Account, string DisplayName, string? Organization, string? ActsFor)
{
    /// <summary>Longest as it is stored, in characters.</summary>
    public const int MaxLength = 1000;

    public static Author Of(Caller caller) => new(caller.Subject, caller.DisplayName, caller.Organization, caller.ActsFor);

    /// <summary>As an answer tells it. A method and no property: what is stored has all properties.</summary>
    public ActPerson ToPerson() => new(Account, DisplayName);
}

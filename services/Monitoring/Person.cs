using Concord.Platform.Security;

namespace Concord.Monitoring;

/// <summary>Who made an entry, as the history shows it for good.</summary>
/// <param name="Subject">Account or, for shipped records, the source they were coded from.</param>
/// <param name="DisplayName">As people read it.</param>
/// <param name="Organization">Resource name of the organization acted for.</param>
/// <param name="ActsFor">Account of who was away and in whose roles it was done; null where in the own ones.</param>
internal sealed record Person(string Subject, string DisplayName, string? Organization, string? ActsFor = null)
{
    public static Person Of(Caller caller) => new(caller.Subject, caller.DisplayName, caller.Organization, caller.ActsFor);
}

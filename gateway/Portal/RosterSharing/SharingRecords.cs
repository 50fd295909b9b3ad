using Concord.Portal.Access;

namespace Concord.Portal.RosterSharing;

/// <summary>An agreement by which an organization shares part of its roster.</summary>
public sealed record SharingAgreement(
    string Name, string Owner, string OwnerDisplayName, IReadOnlyList<SharingReceiver> Receivers, string State, bool Open, int? PeopleNow, string Purpose, SharingScope Scope, IReadOnlyList<string> Fields,
    DateOnly FromDay, DateOnly UntilDay, string? ExposedToReprisals, ActPerson ProposedBy, DateTimeOffset CreateTime, ActPerson? ApprovedBy, ActPerson? EndedBy, DateTimeOffset? EndTime, string? EndReason, string Etag)
{
    public static readonly string[] States = ["PROPOSED", "APPROVED", "AGREED", "ENDED", "EXPIRED"];
    private static readonly string[] s_acts = ["approve", "agree", "withdraw"];

    public bool Lasts => State is not ("ENDED" or "EXPIRED");

    public IEnumerable<string> Offered(string? organization) => s_acts.Where(act => Offers(act, organization));

    /// <summary>Whether an act is worth showing; the roster decides.</summary>
    public bool Offers(string act, string? organization)
    {
        var own = Receivers.FirstOrDefault(r => r.Organization == organization);
        return act switch
        {
            "approve" => State == "PROPOSED" && Owner == organization,
            "agree" => State is "APPROVED" or "AGREED" && own is { AgreeTime: null, WithdrawTime: null },
            _ => Lasts && (Owner == organization || own is { WithdrawTime: null }),
        };
    }
}

/// <summary>A receiving organization, and how it stands to the agreement.</summary>
public sealed record SharingReceiver(string Organization, string OrganizationDisplayName, ActPerson? AgreedBy, DateTimeOffset? AgreeTime, DateTimeOffset? WithdrawTime, string? WithdrawReason);

/// <summary>Which people.</summary>
public sealed record SharingScope(
    IReadOnlyList<string> SeniorityLevels, IReadOnlyList<string> Expertise, IReadOnlyList<string> Languages, IReadOnlyList<string> Regions, IReadOnlyList<string> People)
{
    public bool IsEverybody => SeniorityLevels.Count + Expertise.Count + Languages.Count + Regions.Count + People.Count == 0;
}

/// <summary>Two records that are likely of one person.</summary>
public sealed record DuplicateSuggestion(SuggestedRecord First, SuggestedRecord Second, string NameFit, IReadOnlyList<string> Nationalities, IReadOnlyList<string> Languages);

public sealed record SuggestedRecord(string Name, string DisplayName, string Owner, string State);

/// <summary>What can be done about two records of one person, by how far they are.</summary>
internal static class MergeWay
{
    /// <returns>Key of the words for it; null where either may be kept. What is found by nobody cannot be kept in place of what is found.</returns>
    public static string? Of(string first, string second) => (first == "ACTIVE", second == "ACTIVE") switch
    {
        (true, true) => null,
        (false, false) => "duplicates.way.neither",
        _ => "duplicates.way.one",
    };
}

/// <summary>What was said of two records before.</summary>
public sealed record DuplicateSaidBefore(string State, string Reason, ActPerson SaidBy, ActPerson? AgreedBy, DateTimeOffset Time);

/// <summary>What was said of two records.</summary>
public sealed record Duplicate(string Name, string? First, string? Second, string State, string? Kept, string? Reason, ActPerson? SaidBy, ActPerson? AgreedBy, DateTimeOffset UpdateTime, string Etag, DuplicateSaidBefore? Before = null)
{
    public IEnumerable<string> Offered => State switch { "PROPOSED" => ["agree", "refuse", "undo"], "UNDONE" => [], _ => ["undo"] };
}

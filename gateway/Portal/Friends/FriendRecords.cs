using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Friends;

/// <summary>What the pages show of the Friends of a process, as the designation service answers it.</summary>
public sealed record FriendList(IReadOnlyList<Friend> Items, string? NextPageToken, IReadOnlyList<FriendsWarning> Warnings);

public sealed record FriendsWarning(string Code, string Text);

public sealed record Friend(
    string Name, string Organization, string? OrganizationDisplayName, Signature ChosenBy, string? ExceptionReason, IReadOnlyList<FriendFunction> Functions,
    DateTimeOffset StartTime, DateTimeOffset? EndTime, string? EndReason);

public sealed record FriendFunction(string Function, DateTimeOffset StartTime, DateTimeOffset? EndTime, string? EndReason);

public sealed record FriendNote(
    string Name, string Kind, string? Criterion, string Text, string? RepliesTo, Signature By, DateTimeOffset CreateTime, DateTimeOffset? WithdrawTime, string? WithdrawReason);

internal static class FriendWords
{
    public static readonly string[] Functions =
    [
        "HOSTS_ROUNDS", "ENCOURAGES_CREATIVITY", "REINFORCES_PROGRESS", "IDEAS", "FINANCIAL_ASSISTANCE", "TECHNICAL_EXPERTISE", "LEVELS_THE_PLAYING_FIELD", "ATTENDS_SIGNING", "RESOURCES_FOR_IMPLEMENTATION",
    ];

    public static readonly string[] Criteria =
    [
        "TRUSTED_BY_THE_PARTIES", "POLITICAL_INSTINCTS", "CREATIVITY", "SUPPORTS_THE_MEDIATORS_AGENDA", "EXPERIENCE_IN_THE_COUNTRY", "CREDIBLE_ADVOCACY", "BELIEVES_THAT_PEACE_IS_POSSIBLE", "STAYS_THE_COURSE",
    ];

    private static readonly string[] s_readers = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.LeadMediator, Contracts.Access.Roles.AppointingAuthority, Contracts.Access.Roles.RegionalOfficer];

    /// <summary>Whether what was noted is worth asking for; the service decides.</summary>
    public static bool ReadsNotes(this Me me) => me.Roles.Any(s_readers.Contains);

    /// <summary>Whether the forms of the lead's name are worth showing; the service decides.</summary>
    public static bool SpeaksFor(this Me me, Lead lead) =>
        me.Roles.Contains(Contracts.Access.Roles.LeadMediator) && me.Organization is { } own && lead.Holder?.Organizations.Contains(own) == true;
}

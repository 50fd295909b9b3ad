using System.Text.Json;
using Concord.Platform.Texts;
using Concord.Portal.Texts;

namespace Concord.Portal.Accounts;

/// <summary>An account as administrators read it.</summary>
public sealed record Account(
    string Name, string Email, string DisplayName, string Organization, IReadOnlyList<string> Roles, string Clearance, bool Active, string? HandedOverTo, DateTimeOffset? HandOverTime, DateTimeOffset CreateTime, string Etag)
{
    /// <summary>The words of its state, by key.</summary>
    public string StateKey => Active ? "approvals.open" : "approvals.closed";
}

/// <summary>What was granted to an account for a while.</summary>
public sealed record Grant(string Name, string? Role, string? Clearance, string Reason, DateTimeOffset UntilTime)
{
    /// <summary>In words.</summary>
    internal string In(Speech say) => say.List(((string?[])[Role is null ? null : say.Word("role", Role), Clearance is null ? null : say.Word("classification", Clearance)]).OfType<string>());
}

/// <summary>That a person signs in by the own organization's provider.</summary>
public sealed record AccountLink(string Name, string Provider, string Label, DateTimeOffset CreateTime);

/// <summary>An account with what was made for it and is shown once.</summary>
public sealed record AccountWithPassword(Account Account, string? OneTimePassword, string? Approval);

/// <summary>An organization that may hold accounts.</summary>
public sealed record AccountOrganization(string Name, string DisplayName, DateTimeOffset? LeaveTime, string? KeptAccount);

/// <summary>An invitation; never its link.</summary>
public sealed record Invitation(
    string Name, string Email, string DisplayName, string Organization, IReadOnlyList<string> Roles, string Clearance, string State, Inviter InvitedBy, string? Mail, DateTimeOffset ExpireTime, string Etag);

public sealed record Inviter(string Name, string DisplayName);

/// <summary>An invitation with its link, which is shown once.</summary>
public sealed record InvitationWithLink(Invitation Invitation, string? Link);

/// <summary>What became of everything that was open in a person's name.</summary>
public sealed record HandOverAnswer(IReadOnlyList<HandedItem> Moved, IReadOnlyList<HandedItem> Withdrawn, IReadOnlyList<HandedItem> Left, IReadOnlyList<HandedItem> Following, bool Closed);

public sealed record HandedItem(string Kind, string? Record, string? Because);

/// <summary>What the forms of this folder offer.</summary>
internal static class AccountChoices
{
    public static IReadOnlyList<string> Clearances { get; } = ["UNCLASSIFIED", "CONFIDENTIAL", "STRICTLY_CONFIDENTIAL"];

    /// <summary>Those above this one.</summary>
    public static IEnumerable<string> Above(string clearance) => Clearances.SkipWhile(c => c != clearance).Skip(1);

    /// <summary>A change that waits for a second administrator is answered as the act, which says of what kind it is.</summary>
    public static bool Waits(JsonElement answer) => answer.TryGetProperty("act", out _);
}

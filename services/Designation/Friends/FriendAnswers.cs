using Concord.Contracts.Access;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Friends;

/// <summary>A function that a Friend has or had.</summary>
/// <param name="EndTime">Absent while it has it.</param>
internal sealed record FriendFunctionAnswer(FriendFunction Function, DateTime StartTime, Signature GivenBy, DateTime? EndTime, string? EndReason, Signature? EndedBy);

/// <summary>A Friend of the process.</summary>
/// <param name="LeadEpoch">Of the lead in whose name it was chosen.</param>
/// <param name="Functions">In the order they were given, the ended ones too.</param>
/// <param name="StartTime">Since when it is one.</param>
/// <param name="EndTime">First instant at which it is one no more; absent while it is.</param>
/// <param name="UnderReview">The organization has left the platform. Absent where it takes part, or is a Friend no more.</param>
/// <param name="Warnings">Of what is not refused; absent but in the answer to an admission.</param>
internal sealed record FriendAnswer(
    string Name, string Organization, string? OrganizationDisplayName, long LeadEpoch, Signature ChosenBy, string? ExceptionReason, IReadOnlyList<FriendFunctionAnswer> Functions,
    DateTime StartTime, DateTime? EndTime, string? EndReason, Signature? EndedBy, UnderReview? UnderReview, IReadOnlyList<FriendsWarning>? Warnings, string Etag);

/// <summary>The Friends of one process.</summary>
/// <param name="Items">In the order of their admission.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
/// <param name="Warnings">Of the group as it is now.</param>
internal sealed record FriendPage(IReadOnlyList<FriendAnswer> Items, string? NextPageToken, IReadOnlyList<FriendsWarning> Warnings);

/// <summary>What was noted of a Friend, or replied.</summary>
/// <param name="RepliesTo">Resource name of the note it replies to.</param>
/// <param name="LeadEpoch">Of the lead in whose name it was written; absent for a reply.</param>
internal sealed record FriendNoteAnswer(
    string Name, FriendNoteKind Kind, FriendCriterion? Criterion, string Text, string? RepliesTo, long? LeadEpoch, Signature By, DateTime CreateTime,
    DateTime? WithdrawTime, string? WithdrawReason, Signature? WithdrawnBy, string Etag);

internal static class FriendAnswers
{
    private static readonly string[] s_withTheMediator = [Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority];

    public static FriendAnswer ToAnswer(Friend f, OrganizationNames names, IReadOnlyList<FriendsWarning>? warnings = null) => new(
        f.Name, f.Organization, names.Of(f.Organization), f.LeadEpoch, f.ChosenBy, f.ExceptionReason,
        [.. f.Functions.OrderBy(t => t.Number).Select(t => new FriendFunctionAnswer(t.Function, t.StartTime, t.GivenBy, t.EndTime, t.EndReason, t.EndedBy))],
        f.CreateTime, f.EndTime, f.EndReason, f.EndedBy,
        f.EndTime is null && names.LeftSince(f.Organization) is { } since ? new UnderReview(since, ReviewCause.OrganizationLeft) : null, warnings, ETag.Of(f));

    public static async Task<FriendAnswer> ToAnswerAsync(DesignationDb db, Friend friend, IReadOnlyList<FriendsWarning>? warnings, CancellationToken cancellationToken) =>
        ToAnswer(friend, await db.NamesAsync([friend.Organization], cancellationToken), warnings);

    public static FriendNoteAnswer ToAnswer(FriendNote n) => new(
        n.Name, n.Kind, n.Criterion, n.Text, n.RepliesTo is { } note ? $"{n.Process}/{n.Friend}/{note}" : null, n.LeadEpoch, n.By, n.CreateTime,
        n.WithdrawTime, n.WithdrawReason, n.WithdrawnBy, ETag.Of(n));

    public static async Task<FriendsGroup> GroupAsync(this DesignationDb db, ProcessId process, FriendsLimits limits, CancellationToken cancellationToken) => new(
        await db.Friends.Where(f => f.Process == process).Select(f => new FriendSeat(f.Organization, f.Number, f.EndTime != null)).ToListAsync(cancellationToken), limits);

    /// <summary>What was noted of an organization is for those who work with the mediator, and for the organization itself, which may reply (R158).</summary>
    public static bool SeesNotesOf(this Caller caller, Friend friend) => caller.Roles.Any(s_withTheMediator.Contains) || caller.Organization == friend.Organization;
}

using System.ComponentModel;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Friends;

/// <summary>Gives a Friend a function.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Function">Of ¶18 (R39).</param>
internal sealed record GiveFriendFunction(long? LeadEpoch, FriendFunction? Function);

/// <summary>Ends a function of a Friend.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Function">Which.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record EndFriendFunction(long? LeadEpoch, FriendFunction? Function, string? Reason);

/// <summary>Makes room for others.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record RotateOutFriend(long? LeadEpoch, string? Reason);

/// <summary>Takes the own organization out of the group.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record LeaveFriends(string? Reason);

/// <summary>The group of Friends that the mediator chooses: find, decide, raise, save, answer. Every change but leaving is an act in the lead's name (R37).</summary>
internal static class FriendApi
{
    public static void MapFriends(this RouteGroupBuilder api)
    {
        var friends = api.MapGroup("/processes/{process}/friends").WithTags("Friends");
        friends.MapGet("", ListAsync).Needs(DesignationPermissions.ReadFriends).WithName("ListFriends").WithSummary("List the Friends of a process, all or of a day");
        friends.MapGet("/{friend}", GetAsync).Needs(DesignationPermissions.ReadFriends).WithName("GetFriend").WithSummary("Get a Friend");
        friends.MapPost("", ChooseAsync).Needs(DesignationPermissions.KeepFriends).WithName("ChooseFriend").WithSummary("Choose a Friend, in the lead's name");
        friends.MapPost("/{friend}:giveFunction", GiveFunctionAsync).Needs(DesignationPermissions.KeepFriends).WithName("GiveFriendFunction").WithSummary("Give a Friend a function");
        friends.MapPost("/{friend}:endFunction", EndFunctionAsync).Needs(DesignationPermissions.KeepFriends).WithName("EndFriendFunction").WithSummary("End a function of a Friend");
        friends.MapPost("/{friend}:rotateOut", RotateOutAsync).Needs(DesignationPermissions.KeepFriends).WithName("RotateOutFriend").WithSummary("Rotate a Friend out of the group");
        friends.MapPost("/{friend}:leave", LeaveAsync).Needs(DesignationPermissions.AnswerAsFriend).WithName("LeaveFriends").WithSummary("Take your organization out of the group");
        friends.MapFriendNotes();
    }

    private static async Task<Ok<FriendPage>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, FriendsLimits limits, TimeProvider time, [AsParameters] PageRequest page,
        [Description("Only who was a Friend on this day up to today, UTC.")] DateOnly? on, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var query = db.Friends.Where(f => f.Process == process);
        if (on is { } day)
        {
            if (day > DateOnly.FromDateTime(time.Now()))
            {
                throw Fail.Invalid("on", "Lies in the future.");
            }

            var (from, until) = (day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            query = query.Where(f => f.CreateTime < until && (f.EndTime == null || f.EndTime > from));
        }

        var found = await query.PageAsync<Friend, FriendId, Friend>(page, $"{process}/friends?on={on:O}", f => f, cancellationToken);
        var names = await db.NamesAsync(found.Items.Select(f => f.Organization), cancellationToken);
        var group = await db.GroupAsync(process, limits, cancellationToken);
        return TypedResults.Ok(new FriendPage([.. found.Items.Select(f => FriendAnswers.ToAnswer(f, names))], found.NextPageToken, group.Warnings()));
    }

    private static async Task<Ok<FriendAnswer>> GetAsync(ProcessId process, FriendId friend, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.FindFriendAsync(process, friend, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await FriendAnswers.ToAnswerAsync(db, found, null, cancellationToken)));
    }

    private static async Task<Created<FriendAnswer>> ChooseAsync(
        ProcessId process, ChooseFriend request, DesignationDb db, Caller caller, FriendsLimits limits, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var now = time.Now();
        var lead = await db.RequireLeadAsync(found, caller, request.LeadEpoch, now, cancellationToken);
        request.RequireForm();
        var organization = await organizations.AskAsync(request.Organization!.Trim(), cancellationToken);
        var group = await db.GroupAsync(process, limits, cancellationToken);
        var (friend, notes) = Friend.Choose(found, lead, group, organization, request, caller, now);
        db.Add(friend);
        db.AddRange(notes);
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        var answer = await FriendAnswers.ToAnswerAsync(db, friend, group.With(friend).Warnings(), cancellationToken);
        return TypedResults.Created($"/api/v1/{friend.Name}", response.Tagged(friend, answer));
    }

    private static Task<Ok<FriendAnswer>> GiveFunctionAsync(
        ProcessId process, FriendId friend, GiveFriendFunction request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        AsLeadAsync(process, friend, request.LeadEpoch, db, caller, time, http, (f, now) => f.GiveFunction(request.Function, caller, now), cancellationToken);

    private static Task<Ok<FriendAnswer>> EndFunctionAsync(
        ProcessId process, FriendId friend, EndFriendFunction request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        AsLeadAsync(process, friend, request.LeadEpoch, db, caller, time, http, (f, now) => f.EndFunction(request.Function, request.Reason, caller, now), cancellationToken);

    private static Task<Ok<FriendAnswer>> RotateOutAsync(
        ProcessId process, FriendId friend, RotateOutFriend request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        AsLeadAsync(process, friend, request.LeadEpoch, db, caller, time, http, (f, now) => f.End(request.Reason, caller, now), cancellationToken);

    private static async Task<Ok<FriendAnswer>> LeaveAsync(
        ProcessId process, FriendId friend, LeaveFriends request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var leaving = await db.FindFriendAsync(process, friend, cancellationToken);
        http.Request.CheckMatch(leaving);
        leaving.Leave(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(leaving, await FriendAnswers.ToAnswerAsync(db, leaving, null, cancellationToken)));
    }

    private static async Task<Ok<FriendAnswer>> AsLeadAsync(
        ProcessId process, FriendId friend, long? leadEpoch, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, Action<Friend, DateTime> act, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var changing = await db.FindFriendAsync(process, friend, cancellationToken);
        http.Request.CheckMatch(changing);
        var now = time.Now();
        await db.RequireLeadAsync(found, caller, leadEpoch, now, cancellationToken);
        act(changing, now);
        await db.SaveAsLeadAsync(process, leadEpoch, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(changing, await FriendAnswers.ToAnswerAsync(db, changing, null, cancellationToken)));
    }

    public static async Task<Friend> FindFriendAsync(this DesignationDb db, ProcessId process, FriendId id, CancellationToken cancellationToken) =>
        await db.Friends.SingleOrDefaultAsync(f => f.Id == id && f.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
}

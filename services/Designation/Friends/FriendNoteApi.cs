using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Friends;

/// <summary>The Friend's own organization replies.</summary>
/// <param name="Text">1 to 4000 characters.</param>
internal sealed record ReplyToFriendNote(string? Text);

/// <summary>Withdraws what was noted; it stays to be read, with the reason.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawFriendNote(long? LeadEpoch, string? Reason);

/// <summary>What is said of a Friend, and replied: find, decide, raise, save, answer.</summary>
internal static class FriendNoteApi
{
    public static void MapFriendNotes(this RouteGroupBuilder friends)
    {
        friends.MapGet("/{friend}/notes", ListAsync).Needs(DesignationPermissions.ReadFriendNotes).WithName("ListFriendNotes").WithSummary("List what was noted of a Friend, as far as it is for you")
            .WithDescription("For those who work with the mediator, and for the Friend's own officer; for an officer of another organization the list is empty.");
        friends.MapPost("/{friend}/notes", WriteAsync).Needs(DesignationPermissions.KeepFriends).WithName("WriteFriendNote").WithSummary("Note something of a Friend, in the lead's name");
        friends.MapPost("/{friend}/notes/{note}:reply", ReplyAsync).Needs(DesignationPermissions.AnswerAsFriend).WithName("ReplyToFriendNote").WithSummary("Reply to what was noted of your organization");
        friends.MapPost("/{friend}/notes/{note}:withdraw", WithdrawAsync).Needs(DesignationPermissions.KeepFriends).WithName("WithdrawFriendNote").WithSummary("Withdraw what was noted of a Friend");
    }

    private static async Task<Ok<Page<FriendNoteAnswer>>> ListAsync(
        ProcessId process, FriendId friend, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.FindFriendAsync(process, friend, cancellationToken);
        var sees = caller.SeesNotesOf(found);
        return TypedResults.Ok(await db.FriendNotes.Where(n => n.Friend == friend && sees)
            .PageAsync<FriendNote, FriendNoteId, FriendNoteAnswer>(page, $"{found.Name}/notes", FriendAnswers.ToAnswer, cancellationToken));
    }

    private static async Task<Created<FriendNoteAnswer>> WriteAsync(
        ProcessId process, FriendId friend, WriteFriendNote request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var about = await db.FindFriendAsync(process, friend, cancellationToken);
        var now = time.Now();
        var lead = await db.RequireLeadAsync(found, caller, request.LeadEpoch, now, cancellationToken);
        var note = FriendNote.Write(about, lead, request, caller, now);
        db.Add(note);
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(note, FriendAnswers.ToAnswer(note)));
    }

    private static async Task<Created<FriendNoteAnswer>> ReplyAsync(
        ProcessId process, FriendId friend, FriendNoteId note, ReplyToFriendNote request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var about = await db.FindFriendAsync(process, friend, cancellationToken);
        about.RequireOwn(caller); // before the note is looked for: whoever may not see it learns nothing of it
        var answered = await FindAsync(db, friend, note, cancellationToken);
        var reply = answered.Reply(about, request.Text, caller, time.Now());
        db.Add(reply);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(reply, FriendAnswers.ToAnswer(reply)));
    }

    private static async Task<Ok<FriendNoteAnswer>> WithdrawAsync(
        ProcessId process, FriendId friend, FriendNoteId note, WithdrawFriendNote request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        await db.FindFriendAsync(process, friend, cancellationToken);
        var withdrawing = await FindAsync(db, friend, note, cancellationToken);
        http.Request.CheckMatch(withdrawing);
        var now = time.Now();
        await db.RequireLeadAsync(found, caller, request.LeadEpoch, now, cancellationToken);
        withdrawing.Withdraw(request.Reason, caller, now);
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(withdrawing, FriendAnswers.ToAnswer(withdrawing)));
    }

    private static async Task<FriendNote> FindAsync(DesignationDb db, FriendId friend, FriendNoteId id, CancellationToken cancellationToken) =>
        await db.FriendNotes.SingleOrDefaultAsync(n => n.Id == id && n.Friend == friend, cancellationToken) ?? throw Fail.NotFound($"{friend}/{id}");
}

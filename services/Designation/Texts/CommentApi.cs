using System.ComponentModel;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Texts;

/// <summary>Comments of the parties: each sees its own, the mediator and the drafting team see all, and there is no trace of a comment for anybody else.</summary>
internal static class CommentApi
{
    public static void MapComments(this RouteGroupBuilder texts)
    {
        texts.MapGet("/{text}/comments", ListAsync).Needs(DesignationPermissions.ReadTexts).WithName("ListTextComments").WithSummary("List your party's comments on a text; all of them for the mediator");
        texts.MapGet("/{text}/comments/{comment}", GetAsync).Needs(DesignationPermissions.ReadTexts).WithName("GetTextComment").WithSummary("Get a comment");
        texts.MapPost("/{text}/comments", MakeAsync).Needs(DesignationPermissions.CommentTexts).WithName("CommentText").WithSummary("Say for your party what you think of an article")
            .WithDescription("For those who speak for a party. No other party learns of it.");
        texts.MapPost("/{text}/comments/{comment}:withdraw", WithdrawAsync).Needs(DesignationPermissions.CommentTexts).WithName("WithdrawTextComment").WithSummary("Withdraw a comment of your party");
    }

    private static async Task<Ok<Page<CommentAnswer>>> ListAsync(
        ProcessId process, NegotiatingTextId text, DesignationDb db, Caller caller, [AsParameters] PageRequest page,
        [Description("Only of the version of this number.")] int? version, [Description("Only of the article with this key.")] string? article, CancellationToken cancellationToken)
    {
        var seen = await db.FindTextAsync(process, text, caller, cancellationToken);
        return TypedResults.Ok(await db.CommentsSeenIn(seen).Where(c => (version == null || c.TextVersion == version) && (article == null || c.Article == article))
            .PageAsync<TextComment, TextCommentId, CommentAnswer>(page, $"{process}/{text}/comments?version={version}&article={article}", TextAnswers.ToAnswer, cancellationToken));
    }

    private static async Task<Ok<CommentAnswer>> GetAsync(
        ProcessId process, NegotiatingTextId text, TextCommentId comment, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, await db.FindTextAsync(process, text, caller, cancellationToken), comment, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, TextAnswers.ToAnswer(found)));
    }

    private static async Task<Created<CommentAnswer>> MakeAsync(
        ProcessId process, NegotiatingTextId text, MakeComment request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var seen = await db.FindTextAsync(process, text, caller, cancellationToken);
        var own = OwnParty(seen);
        seen.Process.RequireOpen();
        var number = request.Version;
        var version = await db.VersionsSeenIn(seen).AsNoTracking().SingleOrDefaultAsync(v => v.Number == number, cancellationToken);
        var comment = TextComment.Make(seen.Text, version, own, request, caller, time.Now());
        db.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{comment.Name}", response.Tagged(comment, TextAnswers.ToAnswer(comment)));
    }

    private static async Task<Ok<CommentAnswer>> WithdrawAsync(
        ProcessId process, NegotiatingTextId text, TextCommentId comment, WithdrawRecord request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var seen = await db.FindTextAsync(process, text, caller, cancellationToken);
        var found = await FindAsync(db, seen, comment, cancellationToken);
        OwnParty(seen);
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, TextAnswers.ToAnswer(found)));
    }

    private static DelegationId OwnParty(SeenText seen) =>
        seen.Delegation ?? throw Fail.Because(DesignationReasons.SpeaksForNoParty, "Comments are the parties' own; you speak for none.");

    private static async Task<TextComment> FindAsync(DesignationDb db, SeenText seen, TextCommentId id, CancellationToken cancellationToken) =>
        await db.CommentsSeenIn(seen).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw Fail.NotFound($"{seen.Text.Name}/{id}");
}

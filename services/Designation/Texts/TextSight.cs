using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Texts;

/// <summary>A text as one caller may see it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Process">Whose it is.</param>
/// <param name="Delegation">The party that the caller speaks for; null for the mediator and the drafting team, who see everything of it.</param>
internal sealed record SeenText(NegotiatingText Text, Process Process, DelegationId? Delegation)
{
    public bool Drafts => Delegation is null;
}

/// <summary>
/// The one way to a negotiating text (R53). The mediator and the drafting team that this lead has named see all of it; a party, the versions that were put to the parties and its own comments.
/// For everybody else, mediation support too, there is no such text.
/// </summary>
internal static class TextSight
{
    public static async Task<SeenText> FindTextAsync(this DesignationDb db, ProcessId process, NegotiatingTextId id, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var seat = await db.SeatOfAsync(process, caller, cancellationToken);
        var text = await db.NegotiatingTexts.SingleOrDefaultAsync(t => t.Id == id && t.Process == process, cancellationToken);
        return text is not null && IsSeen(text, found, seat) ? new SeenText(text, found, seat.Delegation) : throw Fail.NotFound($"{process}/{id}");
    }

    /// <summary>The texts of a process that the caller sees; there are few of one process.</summary>
    public static async Task<(Process Process, Seat Seat, IReadOnlyList<NegotiatingTextId> Seen)> FindTextsAsync(this DesignationDb db, ProcessId process, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var seat = await db.SeatOfAsync(process, caller, cancellationToken);
        var all = await db.NegotiatingTexts.AsNoTracking().Where(t => t.Process == process).ToListAsync(cancellationToken);
        return (found, seat, [.. all.Where(t => IsSeen(t, found, seat)).Select(t => t.Id)]);
    }

    /// <summary>The text, for its mediator, on the epoch that was read.</summary>
    public static async Task<SeenText> FindToMediateAsync(
        this DesignationDb db, ProcessId process, NegotiatingTextId id, long? leadEpoch, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        await db.RequireMediatorAsync(found, caller, leadEpoch, now, cancellationToken);
        var text = await db.NegotiatingTexts.SingleOrDefaultAsync(t => t.Id == id && t.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
        found.RequireOpen();
        return new SeenText(text, found, null);
    }

    public static IQueryable<TextVersion> VersionsSeenIn(this DesignationDb db, SeenText seen)
    {
        var (text, drafts) = (seen.Text.Id, seen.Drafts);
        return db.TextVersions.Where(v => v.Text == text && (drafts || v.PresentTime != null));
    }

    public static IQueryable<TextComment> CommentsSeenIn(this DesignationDb db, SeenText seen)
    {
        var (text, drafts, own) = (seen.Text.Id, seen.Drafts, seen.Delegation);
        return db.TextComments.Where(c => c.Text == text && (drafts || (own != null && c.Delegation == own)));
    }

    private static bool IsSeen(NegotiatingText text, Process process, Seat seat) =>
        seat.Mediates
        || (seat.Account is { } account && text.TeamEpoch == process.LeadEpoch && process.Lead is not null && text.Team.Contains(account))
        || (seat.Delegation is not null && text.PresentedNumber is not null);
}

using System.ComponentModel;
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

namespace Concord.Designation.Texts;

/// <summary>The whole of a text is agreed.</summary>
/// <param name="LeadEpoch">The epoch of the lead that was read.</param>
/// <param name="Version">Number of the version that the parties agreed on.</param>
internal sealed record AgreeText(long? LeadEpoch, int? Version);

/// <summary>Negotiating texts: find, decide, save, answer. Whoever writes does so in the lead's name.</summary>
internal static class TextApi
{
    public static void MapTexts(this RouteGroupBuilder api)
    {
        var texts = api.MapGroup("/processes/{process}/texts").WithTags("Negotiating texts");
        texts.MapGet("", ListAsync).Needs(DesignationPermissions.ReadTexts).WithName("ListTexts").WithSummary("List the negotiating texts that you have before you");
        texts.MapGet("/{text}", GetAsync).Needs(DesignationPermissions.ReadTexts).WithName("GetText").WithSummary("Get a negotiating text");
        texts.MapGet("/{text}:compare", CompareAsync).Needs(DesignationPermissions.ReadTexts).WithName("CompareTextVersions").WithSummary("Compare two versions word by word");
        texts.MapPost("", BeginAsync).Needs(DesignationPermissions.KeepTexts).WithName("BeginText").WithSummary("Begin a single negotiating text");
        texts.MapPost("/{text}:nameTeam", NameTeamAsync).Needs(DesignationPermissions.KeepTexts).WithName("NameDraftingTeam").WithSummary("Name who drafts with the mediator and reads what every party says")
            .WithDescription("The names count as long as this lead lasts; a later one names its own.");
        texts.MapPost("/{text}:agree", AgreeAsync).Needs(DesignationPermissions.KeepTexts).WithName("AgreeText").WithSummary("Mark the whole of a text as agreed");
        texts.MapVersions();
        texts.MapComments();
    }

    private static async Task<Ok<Page<TextAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var (_, seat, seen) = await db.FindTextsAsync(process, caller, cancellationToken);
        var drafts = seat.Delegation is null;
        return TypedResults.Ok(await db.NegotiatingTexts.Where(t => seen.Contains(t.Id))
            .PageAsync<NegotiatingText, NegotiatingTextId, TextAnswer>(page, $"{process}/texts", t => TextAnswers.ToAnswer(t, drafts), cancellationToken));
    }

    private static async Task<Ok<TextAnswer>> GetAsync(ProcessId process, NegotiatingTextId text, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var seen = await db.FindTextAsync(process, text, caller, cancellationToken);
        var answer = TextAnswers.ToAnswer(seen.Text, seen.Drafts);
        return TypedResults.Ok(seen.Drafts ? response.Tagged(seen.Text, answer) : answer);
    }

    private static async Task<Ok<TextComparisonAnswer>> CompareAsync(
        ProcessId process, NegotiatingTextId text, DesignationDb db, Caller caller, [Description("Number of the first version.")] int from, [Description("Number of the second version.")] int to, CancellationToken cancellationToken)
    {
        var seen = await db.FindTextAsync(process, text, caller, cancellationToken);
        var both = await db.VersionsSeenIn(seen).AsNoTracking().Where(v => v.Number == from || v.Number == to).ToListAsync(cancellationToken);
        var check = new Violations();
        check.Check(both.Any(v => v.Number == from), "from", "There is no version of that number for you.");
        check.Check(both.Any(v => v.Number == to), "to", "There is no version of that number for you.");
        check.ThrowIfAny();
        return TypedResults.Ok(new TextComparisonAnswer(from, to, seen.Text.Language, VersionComparison.Compare(Articles(from), Articles(to))));

        IReadOnlyList<Article> Articles(int number)
        {
            var version = both.Single(v => v.Number == number);
            return [.. version.Articles.Select(a => a with { State = seen.Text.StateOf(version, a) })];
        }
    }

    private static async Task<Created<TextAnswer>> BeginAsync(
        ProcessId process, BeginText request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var (found, now) = (await db.FindProcessAsync(process, caller, cancellationToken), time.Now());
        await db.RequireMediatorAsync(found, caller, request.LeadEpoch, now, cancellationToken);
        var text = NegotiatingText.Begin(found, request, caller, now);
        db.Add(text);
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Created($"/api/v1/{text.Name}", response.Tagged(text, TextAnswers.ToAnswer(text, drafts: true)));
    }

    private static async Task<Ok<TextAnswer>> NameTeamAsync(
        ProcessId process, NegotiatingTextId text, NameDraftingTeam request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var seen = await db.FindToMediateAsync(process, text, request.LeadEpoch, caller, time.Now(), cancellationToken);
        http.Request.CheckMatch(seen.Text);
        seen.Text.NameTeam(request, seen.Process.LeadEpoch);
        var team = seen.Text.Team.ToList();
        if (await db.DelegationMembers.Where(m => m.Process == process && team.Contains(m.Account)).Select(m => m.Account).FirstOrDefaultAsync(cancellationToken) is { } delegated)
        {
            throw Fail.Because(DesignationReasons.SpeaksForAnotherParty, $"accounts: {delegated} speaks for a party, or has.", ("account", delegated));
        }

        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(seen.Text, TextAnswers.ToAnswer(seen.Text, drafts: true)));
    }

    private static async Task<Ok<TextAnswer>> AgreeAsync(
        ProcessId process, NegotiatingTextId text, AgreeText request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var seen = await db.FindToMediateAsync(process, text, request.LeadEpoch, caller, time.Now(), cancellationToken);
        http.Request.CheckMatch(seen.Text);
        var number = request.Version ?? throw Fail.Invalid("version", "Required.");
        var version = await db.TextVersions.SingleOrDefaultAsync(v => v.Text == text && v.Number == number, cancellationToken) ?? throw Fail.Invalid("version", "There is no version of that number.");
        seen.Text.Agree(version, time.Now());
        await db.SaveAsLeadAsync(process, request.LeadEpoch, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(seen.Text, TextAnswers.ToAnswer(seen.Text, drafts: true)));
    }
}

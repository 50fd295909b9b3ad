using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using AssemblyTexts = Concord.Designation.Talks.Records<Concord.Designation.Tracks.AssemblyText, Concord.Designation.Tracks.AssemblyTextId, Concord.Designation.Tracks.AssemblyTextContent>;
using CommunicationsPlans = Concord.Designation.Talks.Documents<Concord.Designation.Tracks.CommunicationsPlan, Concord.Designation.Tracks.CommunicationsContent, Concord.Designation.Tracks.CommunicationsAnswer>;
using EarlyEngagements = Concord.Designation.Talks.Records<Concord.Designation.Tracks.EarlyEngagement, Concord.Designation.Tracks.EarlyEngagementId, Concord.Designation.Tracks.EarlyEngagementContent>;
using InformalTracks = Concord.Designation.Talks.Records<Concord.Designation.Tracks.InformalTrack, Concord.Designation.Tracks.InformalTrackId, Concord.Designation.Tracks.InformalTrackContent>;
using TrainingOffers = Concord.Designation.Talks.Records<Concord.Designation.Tracks.TrainingOffer, Concord.Designation.Tracks.TrainingOfferId, Concord.Designation.Tracks.TrainingOfferContent>;

namespace Concord.Designation.Tracks;

/// <summary>What came of a record.</summary>
/// <param name="On">Day; not in the future.</param>
/// <param name="Text">1 to 4000 characters.</param>
internal sealed record RecordReply(DateOnly? On, string? Text);

/// <summary>What a delegation answered to an offer.</summary>
/// <param name="Delegation">Resource name of one that it was offered to.</param>
/// <param name="Accepted">Whether it takes it up.</param>
/// <param name="On">Day; not in the future.</param>
/// <param name="Text">In its words; 1 to 4000 characters.</param>
internal sealed record AnswerOffer(string? Delegation, bool? Accepted, DateOnly? On, string? Text);

/// <summary>Whether training was offered to all parties alike (R149).</summary>
/// <param name="Warnings">Empty where it was.</param>
/// <param name="NotOffered">For each offer that stands, the delegations at the table that it was not made to.</param>
internal sealed record OfferedToAllAnswer(IReadOnlyList<ProcessWarning> Warnings, IReadOnlyList<UnevenOffer> NotOffered);

/// <summary>An offer that was not made to all.</summary>
/// <param name="Offer">Resource name.</param>
/// <param name="Delegations">Resource names of those it was not made to.</param>
internal sealed record UnevenOffer(string Offer, IReadOnlyList<string> Delegations);

/// <summary>What goes on beside the table: the communications plan, first contacts, informal tracks, the assembly, and training. Beside what every record has, what came of each.</summary>
internal static class TrackApi
{
    private const string Tag = "Tracks";

    public static void MapTracks(this RouteGroupBuilder api)
    {
        MapCommunications(api);
        MapEarlyEngagements(api);
        MapInformalTracks(api);
        MapAssembly(api);
        MapTraining(api);
    }

    private static void MapCommunications(RouteGroupBuilder api)
    {
        var plan = api.MapGroup("/processes/{process}/communicationsPlan").WithTags(Tag);
        plan.MapGet("", (ProcessId process, CommunicationsPlans documents, HttpContext http, CancellationToken token) => documents.GetAsync(process, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetCommunicationsPlan").WithSummary("Get the communications plan").WithDescription("Each process has one; before anybody has written it, it is answered empty, as revision 0.");
        plan.MapPatch("", (ProcessId process, MergePatch<CommunicationsContent> patch, CommunicationsPlans documents, HttpContext http, CancellationToken token) => documents.ReviseAsync(process, patch, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("EditCommunicationsPlan").WithSummary("Write the communications plan anew; what it was stays in its history");
        plan.MapGet("/revisions", (ProcessId process, [AsParameters] PageRequest page, CommunicationsPlans documents, CancellationToken token) => documents.ListRevisionsAsync(process, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListCommunicationsPlanRevisions").WithSummary("List what happened to the communications plan");
    }

    private static void MapEarlyEngagements(RouteGroupBuilder api)
    {
        var early = api.MapGroup("/processes/{process}/earlyEngagements").WithTags(Tag);
        early.MapGet("", (ProcessId process, [AsParameters] PageRequest page, EarlyEngagements records, CancellationToken token) => records.ListAsync(process, DesignationPermissions.ReadEarlyEngagements, page, token))
            .Needs(DesignationPermissions.ReadEarlyEngagements).WithName("ListEarlyEngagements").WithSummary("List first contacts with the parties");
        early.MapGet("/{earlyEngagement}", (ProcessId process, EarlyEngagementId earlyEngagement, EarlyEngagements records, HttpContext http, CancellationToken token) => records.GetAsync(process, earlyEngagement, DesignationPermissions.ReadEarlyEngagements, http, token))
            .Needs(DesignationPermissions.ReadEarlyEngagements).WithName("GetEarlyEngagement").WithSummary("Get a first contact with a party");
        early.MapPost("", (ProcessId process, EarlyEngagementContent request, EarlyEngagements records, HttpContext http, CancellationToken token) => records.RecordAsync(process, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("RecordEarlyEngagement").WithSummary("Record a first contact with a party");
        early.MapPost("/{earlyEngagement}:withdraw", (ProcessId process, EarlyEngagementId earlyEngagement, WithdrawRecord request, EarlyEngagements records, HttpContext http, CancellationToken token) => records.WithdrawAsync(process, earlyEngagement, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("WithdrawEarlyEngagement").WithSummary("Withdraw a first contact with a party; it stays readable, with the reason");
        early.MapPost("/{earlyEngagement}:reply", (ProcessId process, EarlyEngagementId earlyEngagement, RecordReply request, EarlyEngagements records, HttpContext http, CancellationToken token) =>
                records.AppendAsync(process, earlyEngagement, new AddFollowUp(request.On, request.Text, null), null, contact => contact.Reply(), http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("ReplyToFears").WithSummary("Record what a party was told later of its fears");
    }

    private static void MapInformalTracks(RouteGroupBuilder api)
    {
        var informal = api.MapGroup("/processes/{process}/informalTracks").WithTags(Tag);
        informal.MapGet("", (ProcessId process, [AsParameters] PageRequest page, InformalTracks records, CancellationToken token) => records.ListAsync(process, DesignationPermissions.ReadTalks, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListInformalTracks").WithSummary("List the informal tracks");
        informal.MapGet("/{informalTrack}", (ProcessId process, InformalTrackId informalTrack, InformalTracks records, HttpContext http, CancellationToken token) => records.GetAsync(process, informalTrack, DesignationPermissions.ReadTalks, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetInformalTrack").WithSummary("Get an informal track");
        informal.MapPost("", (ProcessId process, InformalTrackContent request, InformalTracks records, HttpContext http, CancellationToken token) => records.RecordAsync(process, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("RecordInformalTrack").WithSummary("Record an informal track");
        informal.MapPost("/{informalTrack}:withdraw", (ProcessId process, InformalTrackId informalTrack, WithdrawRecord request, InformalTracks records, HttpContext http, CancellationToken token) => records.WithdrawAsync(process, informalTrack, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("WithdrawInformalTrack").WithSummary("Withdraw an informal track; it stays readable, with the reason");
        informal.MapPost("/{informalTrack}:transfer", (ProcessId process, InformalTrackId informalTrack, RecordReply request, InformalTracks records, HttpContext http, CancellationToken token) =>
                records.AppendAsync(process, informalTrack, new AddFollowUp(request.On, request.Text, null), null, track => track.Transfer(), http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("TransferInformalTrack").WithSummary("Record what an informal track handed to the official talks, as agreed");
    }

    private static void MapAssembly(RouteGroupBuilder api)
    {
        var assembly = api.MapGroup("/processes/{process}/assemblyTexts").WithTags(Tag);
        assembly.MapGet("", (ProcessId process, [AsParameters] PageRequest page, AssemblyTexts records, CancellationToken token) => records.ListAsync(process, DesignationPermissions.ReadTalks, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListAssemblyTexts").WithSummary("List the texts of the consultative assembly");
        assembly.MapGet("/{assemblyText}", (ProcessId process, AssemblyTextId assemblyText, AssemblyTexts records, HttpContext http, CancellationToken token) => records.GetAsync(process, assemblyText, DesignationPermissions.ReadTalks, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetAssemblyText").WithSummary("Get a text of the consultative assembly");
        assembly.MapPost("", (ProcessId process, AssemblyTextContent request, AssemblyTexts records, HttpContext http, CancellationToken token) => records.RecordAsync(process, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("RecordAssemblyText").WithSummary("Record a text of the consultative assembly");
        assembly.MapPost("/{assemblyText}:withdraw", (ProcessId process, AssemblyTextId assemblyText, WithdrawRecord request, AssemblyTexts records, HttpContext http, CancellationToken token) => records.WithdrawAsync(process, assemblyText, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("WithdrawAssemblyText").WithSummary("Withdraw a text of the consultative assembly; it stays readable, with the reason");
        assembly.MapPost("/{assemblyText}:reply", (ProcessId process, AssemblyTextId assemblyText, AddFollowUp request, AssemblyTexts records, HttpContext http, CancellationToken token) =>
                records.AppendAsync(process, assemblyText, request, null, text => text.Reply(), http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("ReplyToAssembly").WithSummary("Record what the mediator or a party replied to the assembly").WithDescription("An opinion of the assembly binds nobody; it is answered all the same.");
    }

    private static void MapTraining(RouteGroupBuilder api)
    {
        var training = api.MapGroup("/processes/{process}/trainingOffers").WithTags(Tag);
        training.MapGet("", (ProcessId process, [AsParameters] PageRequest page, TrainingOffers records, CancellationToken token) => records.ListAsync(process, DesignationPermissions.ReadTalks, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListTrainingOffers").WithSummary("List the offers of training to the parties");
        training.MapGet("/{trainingOffer}", (ProcessId process, TrainingOfferId trainingOffer, TrainingOffers records, HttpContext http, CancellationToken token) => records.GetAsync(process, trainingOffer, DesignationPermissions.ReadTalks, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetTrainingOffer").WithSummary("Get an offer of training to the parties");
        training.MapPost("", (ProcessId process, TrainingOfferContent request, TrainingOffers records, HttpContext http, CancellationToken token) => records.RecordAsync(process, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("RecordTrainingOffer").WithSummary("Record an offer of training to the parties");
        training.MapPost("/{trainingOffer}:withdraw", (ProcessId process, TrainingOfferId trainingOffer, WithdrawRecord request, TrainingOffers records, HttpContext http, CancellationToken token) => records.WithdrawAsync(process, trainingOffer, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("WithdrawTrainingOffer").WithSummary("Withdraw an offer of training to the parties; it stays readable, with the reason");
        training.MapPost("/{trainingOffer}:answer", (ProcessId process, TrainingOfferId trainingOffer, AnswerOffer request, TrainingOffers records, HttpContext http, CancellationToken token) =>
                records.AppendAsync(process, trainingOffer, new AddFollowUp(request.On, request.Text, request.Delegation), request.Accepted, offer => offer.Answer(request), http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("AnswerTrainingOffer").WithSummary("Record what a delegation answered to an offer");
        api.MapGet("/processes/{process}/offeredToAll", OfferedToAllAsync).WithTags(Tag).Needs(DesignationPermissions.ReadTalks).WithName("GetOfferedToAll").WithSummary("See whether training was offered to all parties alike");
    }

    private static async Task<Ok<OfferedToAllAnswer>> OfferedToAllAsync(ProcessId process, DesignationDb db, Caller caller, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadTalks, cancellationToken);
        var ids = await db.Delegations.Where(d => d.Process == process && d.EndTime == null).OrderBy(d => d.CreateTime).ThenBy(d => d.Id).Select(d => d.Id).ToListAsync(cancellationToken);
        var offers = await db.TrainingOffers.AsNoTracking().Where(o => o.Process == process).OrderBy(o => o.CreateTime).ThenBy(o => o.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(OfferedToAll.Of([.. ids.Select(d => $"{process}/{d}")], offers));
    }
}

using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Designation.V1;
using Concord.Monitoring.Leads;
using Concord.Monitoring.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Agreements;

/// <summary>A decision that moves an anchor (R93).</summary>
/// <param name="Anchor">Its key.</param>
/// <param name="NewDate">The new day; every deadline counted from the anchor moves with it.</param>
/// <param name="DecidedOn">When the parties decided it.</param>
/// <param name="Reason">Why; 1 to 500 characters.</param>
/// <param name="Report">The report that tells it.</param>
/// <param name="Segment">Segment of the report.</param>
internal sealed record AnchorMove(string? Anchor, DateOnly? NewDate, DateOnly? DecidedOn, string? Reason, string? Report, int? Segment);

/// <summary>The moment of an anchor has come.</summary>
internal sealed record AnchorOccurrence(string? Anchor, DateOnly? OccurredOn, string? Report, int? Segment);

/// <summary>Agreements and the dates their deadlines are counted from.</summary>
internal static class AgreementApi
{
    public static void MapAgreements(this RouteGroupBuilder api)
    {
        var agreements = api.MapGroup("/agreements").WithTags("Agreements");
        agreements.MapGet("", ListAsync).Needs(MonitoringPermissions.Read).WithName("ListAgreements").WithSummary("List agreements");
        agreements.MapGet("/{agreement}", GetAsync).Needs(MonitoringPermissions.Read).WithName("GetAgreement").WithSummary("Get an agreement and how far it is kept as of a day");
        agreements.MapGet("/{agreement}/leadLog", LeadLogAsync).Needs(MonitoringPermissions.Read).WithName("GetLeadLog").WithSummary("What was heard about who leads the process of the agreement");
        agreements.MapPost("", RecordAsync).Needs(MonitoringPermissions.Write).WithName("RecordAgreement").WithSummary("Record a signed agreement");
        agreements.MapPost("/{agreement}:moveAnchor", MoveAnchorAsync).Needs(MonitoringPermissions.Write).WithName("MoveAnchor").WithSummary("Move an anchor and every deadline counted from it");
        agreements.MapPost("/{agreement}:recordAnchor", RecordAnchorAsync).Needs(MonitoringPermissions.Write).WithName("RecordAnchor").WithSummary("Record that an anchor's moment has come");
    }

    private static async Task<Ok<Page<AgreementAnswer>>> ListAsync(
        MonitoringDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only agreements of this process.")] string? process, CancellationToken cancellationToken)
    {
        var query = db.VisibleAgreements(caller);
        query = process is null ? query : query.OfProcess(process, caller);
        var found = await query.PageAsync<Agreement, AgreementId, Agreement>(page, $"agreements?process={process}", a => a, cancellationToken);
        var processes = found.Items.Select(a => a.Process).ToList();
        var leads = await db.ProcessLeads.AsNoTracking().Where(l => processes.Contains(l.Process)).ToDictionaryAsync(l => l.Process, cancellationToken);
        var translations = await Overview.TitlesAsync(db, [.. found.Items.Select(a => a.Id)], cancellationToken);
        return TypedResults.Ok(new Page<AgreementAnswer>([.. found.Items.Select(a => Overview.Brief(a, leads.GetValueOrDefault(a.Process), translations[a.Id], caller))], found.NextPageToken));
    }

    private static async Task<Ok<AgreementAnswer>> GetAsync(
        AgreementId agreement, MonitoringDb db, Caller caller, TimeProvider time, HttpResponse response,
        [Description("The day to look at; today where absent.")] DateOnly? asOf, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await Overview.OfAsync(db, found, AsOf.OrToday(asOf, time), caller, cancellationToken)));
    }

    private static async Task<Ok<Page<LeadLogAnswer>>> LeadLogAsync(
        AgreementId agreement, MonitoringDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        if (!caller.SeesProcessOf(found))
        {
            return TypedResults.Ok(new Page<LeadLogAnswer>([], null));
        }

        var filter = $"{agreement}/leadLog";
        var after = PageToken.Read(page.PageToken, filter, keys: 1) is { } keys ? int.TryParse(keys[0], out var last) ? last : throw PageToken.NotOurs() : -1;
        var size = page.Size;
        var rows = await db.Set<LeadLogEntry>().AsNoTracking().Where(e => e.Process == found.Process && e.Ordinal > after).OrderBy(e => e.Ordinal).Take(size + 1).ToListAsync(cancellationToken);
        return TypedResults.Ok(new Page<LeadLogAnswer>(
            [.. rows.Take(size).Select(e => new LeadLogAnswer(e.Notice, e.Epoch, e.Organizations, e.DisplayName, e.Time, e.RecordTime))],
            rows.Count > size ? PageToken.Make(filter, $"{rows[size - 1].Ordinal}") : null));
    }

    private static async Task<Created<AgreementAnswer>> RecordAsync(
        NewAgreement request, MonitoringDb db, DesignationService.DesignationServiceClient designation, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var now = time.Now();
        // Checked once before asking, so that a caller mends every field at once and the register is asked only with a name of the right form.
        Agreement.Record(AgreementId.New(), request, Classification.StrictlyConfidential, caller.Clearance, now);
        var process = await AskAsync(designation, request.Process!, cancellationToken);
        var agreement = Agreement.Record(AgreementId.New(), request, ClassificationOf(process), caller.Clearance, now);
        if (!caller.MaySee(agreement.Classification, agreement.Process, agreement.Id.ToString()))
        {
            throw Fail.Invalid("classification", "Strictly Confidential is for those who are named in the compartment of the process, and you are not.");
        }

        if (process.Lead is { } lead)
        {
            (await db.LeadOfAsync(agreement.Process, cancellationToken)).Told([.. lead.Organizations], lead.DisplayName, lead.Epoch, now);
        }

        db.Add(agreement);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{agreement.Id}", response.Tagged(agreement, await Overview.OfAsync(db, agreement, AsOf.Today(time), caller, cancellationToken)));
    }

    private static async Task<Ok<AgreementAnswer>> MoveAnchorAsync(
        AgreementId agreement, AnchorMove request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        http.Request.CheckMatch(found);
        found.MoveAnchor(request.Anchor, request.NewDate, request.DecidedOn, request.Reason, request.Report, request.Segment, Person.Of(caller), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await Overview.OfAsync(db, found, AsOf.Today(time), caller, cancellationToken)));
    }

    private static async Task<Ok<AgreementAnswer>> RecordAnchorAsync(
        AgreementId agreement, AnchorOccurrence request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        http.Request.CheckMatch(found);
        found.RecordAnchor(request.Anchor, request.OccurredOn, request.Report, request.Segment, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await Overview.OfAsync(db, found, AsOf.Today(time), caller, cancellationToken)));
    }

    private static async Task<GetProcessResponse> AskAsync(DesignationService.DesignationServiceClient designation, string process, CancellationToken cancellationToken)
    {
        try
        {
            return await designation.GetProcessAsync(new GetProcessRequest { Name = process }, cancellationToken: cancellationToken);
        }
        catch (DomainException e) when (e.Reason.Kind == Refusal.NotFound)
        {
            throw Fail.Because(MonitoringReasons.UnknownProcess, $"{process} does not exist.", ("process", process));
        }
    }

    // A name that this service does not know yet hides more rather than less.
    private static Classification ClassificationOf(GetProcessResponse process) =>
        Enum.TryParse<Classification>(process.Classification.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var level) && Enum.IsDefined(level) ? level : Classification.StrictlyConfidential;
}

using System.ComponentModel;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Assessments;
using Concord.Monitoring.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Provisions;

/// <summary>A provision and its status as of a day.</summary>
internal sealed record ProvisionAnswer
{
    public required string Name { get; init; }
    public required string Clause { get; init; }
    public required int Chapter { get; init; }
    public required string Title { get; init; }
    public required ImplementationArea Area { get; init; }
    public required IReadOnlyList<string> Obligated { get; init; }
    public string? Beneficiaries { get; init; }
    public required ProvisionPriority Priority { get; init; }
    public string? VerificationMethod { get; init; }
    public string? Monitor { get; init; }
    public required bool GenderRelevant { get; init; }
    public required bool VulnerableGroupRelevant { get; init; }
    public int? Segment { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>0 to 3; absent where nobody had assessed it by that day, which is not the same as 0.</summary>
    public int? Level { get; init; }
    public required bool Reversal { get; init; }
    public AssessmentAnswer? LastEntry { get; init; }

    /// <summary>Its story up to that day, oldest first, retracted entries included; absent in lists.</summary>
    public IReadOnlyList<AssessmentAnswer>? Entries { get; init; }
    public required string Etag { get; init; }

    public static ProvisionAnswer Of(Provision p, Assessment? last, DateOnly day) => new()
    {
        Name = p.Name,
        Clause = p.Clause,
        Chapter = p.Chapter,
        Title = p.Title,
        Area = p.Area,
        Obligated = p.ObligatedKeys,
        Beneficiaries = p.Beneficiaries,
        Priority = p.Priority,
        VerificationMethod = p.VerificationMethod,
        Monitor = p.Monitor,
        GenderRelevant = p.GenderRelevant,
        VulnerableGroupRelevant = p.VulnerableGroupRelevant,
        Segment = p.Segment,
        AsOf = day,
        Level = last?.Level,
        Reversal = last?.Reversal ?? false,
        LastEntry = last is null ? null : AssessmentAnswer.Of(last),
        Etag = ETag.Of(p),
    };
}

/// <summary>What provisions to list.</summary>
internal sealed record ProvisionFilter
{
    [FromQuery(Name = "area"), Description("Only this area.")]
    public Choice<ImplementationArea>? Area { get; init; }

    [FromQuery(Name = "party"), Description("Only provisions that oblige this party, by key.")]
    public string? Party { get; init; }

    [FromQuery(Name = "level"), Description("Only provisions at this level (0 to 3) on that day.")]
    public int? Level { get; init; }

    [FromQuery(Name = "assessed"), Description("Only provisions that were, or were not, assessed by that day.")]
    public bool? Assessed { get; init; }

    [FromQuery(Name = "asOf"), Description("The day to look at; today where absent.")]
    public DateOnly? AsOf { get; init; }
}

internal static class ProvisionApi
{
    public static void MapProvisions(this RouteGroupBuilder api)
    {
        var provisions = api.MapGroup("/agreements/{agreement}/provisions").WithTags("Provisions");
        provisions.MapGet("", ListAsync).Needs(MonitoringPermissions.Read).WithName("ListProvisions").WithSummary("List provisions with their status as of a day");
        provisions.MapGet("/{provision}", GetAsync).Needs(MonitoringPermissions.Read).WithName("GetProvision").WithSummary("Get a provision and its story up to a day");
        provisions.MapPost("", AddAsync).Needs(MonitoringPermissions.Write).WithName("AddProvision").WithSummary("Add a provision to an agreement");
    }

    private static async Task<Ok<Page<ProvisionAnswer>>> ListAsync(
        AgreementId agreement, MonitoringDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page, [AsParameters] ProvisionFilter filter, CancellationToken cancellationToken)
    {
        await db.AgreementAsync(caller, agreement, cancellationToken);
        var day = AsOf.OrToday(filter.AsOf, time);
        var bound = $"{agreement}/provisions?area={filter.Area}&party={filter.Party}&level={filter.Level}&assessed={filter.Assessed}&asOf={AsOf.Text(day)}";
        var found = await Filtered(db, agreement, filter, day).Include(p => p.Obligated).PageAsync<Provision, ProvisionId, Provision>(page, bound, p => p, cancellationToken);
        var ids = found.Items.Select(p => p.Id).ToList();
        var entries = await db.Assessments.AsNoTracking().Where(a => ids.Contains(a.Provision)).CountingAsOf(day).ToListAsync(cancellationToken);
        var latest = Status.LatestAsOf(entries, day);
        return TypedResults.Ok(new Page<ProvisionAnswer>([.. found.Items.Select(p => ProvisionAnswer.Of(p, latest.GetValueOrDefault(p.Id), day))], found.NextPageToken));
    }

    private static async Task<Ok<ProvisionAnswer>> GetAsync(
        AgreementId agreement, ProvisionId provision, MonitoringDb db, Caller caller, TimeProvider time, HttpResponse response,
        [Description("The day to look at; today where absent.")] DateOnly? asOf, CancellationToken cancellationToken)
    {
        await db.AgreementAsync(caller, agreement, cancellationToken);
        var found = await db.ProvisionAsync(agreement, provision, cancellationToken);
        var day = AsOf.OrToday(asOf, time);
        var entries = await db.Assessments.AsNoTracking().Where(a => a.Provision == provision && a.AsOf <= day).ToListAsync(cancellationToken);
        var answer = ProvisionAnswer.Of(found, Status.LatestAsOf(entries, day).GetValueOrDefault(provision), day) with { Entries = [.. entries.InTime().Select(AssessmentAnswer.Of)] };
        return TypedResults.Ok(response.Tagged(found, answer));
    }

    private static async Task<Created<ProvisionAnswer>> AddAsync(
        AgreementId agreement, NewProvision request, MonitoringDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var provision = Provision.Add(found, ProvisionId.New(), request, time.Now());
        db.Add(provision); // the unique index refuses a clause that is there already, also in a race
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{provision.Name}", response.Tagged(provision, ProvisionAnswer.Of(provision, null, AsOf.Today(time))));
    }

    private static IQueryable<Provision> Filtered(MonitoringDb db, AgreementId agreement, ProvisionFilter filter, DateOnly day)
    {
        if (filter.Level is < 0 or > Assessment.FullLevel)
        {
            throw Fail.Invalid("level", "0 none, 1 minimum, 2 intermediate, 3 full.");
        }

        var query = db.Provisions.Where(p => p.Agreement == agreement);
        query = filter.Area?.Value is { } area ? query.Where(p => p.Area == area) : query;
        query = filter.Party is { } party ? query.Where(p => p.Obligated.Any(o => o.Party == party)) : query;
        query = filter.Assessed is { } assessed ? query.Where(p => db.Assessments.Any(a => a.Provision == p.Id && a.RetractTime == null && a.AsOf <= day) == assessed) : query;
        return filter.Level is { } level
            ? query.Where(p => db.Assessments.Where(a => a.Provision == p.Id && a.RetractTime == null && a.AsOf <= day)
                .OrderByDescending(a => a.AsOf).ThenByDescending(a => a.CreateTime).ThenByDescending(a => a.Id).Select(a => (int?)a.Level).FirstOrDefault() == level)
            : query;
    }
}

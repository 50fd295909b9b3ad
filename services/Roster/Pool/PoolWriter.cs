using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Deployments;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Pool;

/// <summary>Makes the report of the pool. What facets count comes from the index; what it does not know is read a column at a time, and nobody is loaded as a record.</summary>
internal sealed class PoolWriter(RosterDb db, RosterIndexKeeper keeper, Caller caller, TimeProvider time)
{
    public async Task<PoolReport> WriteAsync(CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (today, index) = (DateOnly.FromDateTime(now), keeper.Current);
        var (total, facets) = Count(index, today);
        var deployed = await db.Deployments.AsNoTracking().Where(d => d.State == DeploymentState.Departed || d.State == DeploymentState.Returned)
            .GroupBy(d => d.Profile).Select(g => new { g.Key, Last = g.Max(d => d.LastDay) }).ToDictionaryAsync(d => d.Key, d => d.Last, cancellationToken);
        var people = new List<(SeniorityLevel Level, DateOnly? End, bool Promising, DateOnly? Departure)>();
        // One at a time: what somebody has done is long, and of it only a day is needed.
        await foreach (var p in db.Profiles.IgnoreAutoIncludes().AsNoTracking().SeenBy(caller).Where(p => p.State == ProfileState.Active && p.SearchUntil >= today)
            .Select(p => new { p.Id, p.SeniorityLevel, p.Assignments, p.Promising, p.DepartureExpectedBy }).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            people.Add((p.SeniorityLevel, PoolAges.EndOf(p.Assignments, deployed.TryGetValue(p.Id, out var last) ? last : null, today), p.Promising, p.DepartureExpectedBy));
        }

        var from = now.Date.AddYears(-1);
        var asked = await db.SearchDemand.AsNoTracking().Where(d => d.Day >= from).GroupBy(d => new { d.Wish, d.Value, d.Level }).Select(g => new { g.Key.Wish, g.Key.Value, g.Key.Level, Times = g.Sum(d => d.Times) }).ToListAsync(cancellationToken);
        return new PoolReport(
            today, PoolCount.Of(total), PoolReport.All<Gender>(facets.Genders), PoolReport.All<SeniorityLevel>(facets.SeniorityLevels), PoolReport.Found(facets.Languages), PoolReport.All<ExpertiseArea>(facets.Expertise),
            PoolReport.Found(facets.Regions),
            PoolAges.Of(people.Select(p => (p.Level, p.End)), today),
            DateOnly.FromDateTime(from), PoolDemand.Of(asked.Select(a => (a.Wish, a.Value, a.Level, a.Times)), index, caller.Clearance, today),
            caller.Holds(RosterPermissions.VetProfiles) ? PoolPipeline.Of([.. people.Select(p => (p.Level, p.Promising, p.Departure))], today) : null);
    }

    private (int Total, FacetCounts Facets) Count(RosterIndex index, DateOnly today)
    {
        using var found = Finder.Find(index, SearchQuery.Everybody, caller.Clearance, today);
        return (found.Count(), FacetCounts.Of(index, found));
    }
}

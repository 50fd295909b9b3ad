using Concord.Platform.Idempotency;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Concord.Roster.Standby;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Teams;

/// <summary>Composes a team of the people whom the caller may find: active, consenting, within the clearance (R6, R26).</summary>
internal static class TeamApi
{
    // For each of up to four questions. Whoever waits longer narrows the wish; what is not proven by then says so.
    private static readonly SearchLimits s_limits = new(Work: 2, Seconds: 6);

    public static void MapTeams(this RouteGroupBuilder api) =>
        api.MapPost("/teams:compose", ComposeAsync).ReadsOnly().Needs(RosterPermissions.SearchProfiles).WithTags("Teams").WithName("ComposeTeam")
            .WithSummary("Compose a team that covers what a process needs")
            .WithDescription("The best team with its proof, two clearly different ones, and why each member is in it; where no team fulfils the wish, the smallest changes that make one possible.");

    private static async Task<Ok<CompositionAnswer>> ComposeAsync(
        TeamRequest request, RosterIndexKeeper keeper, SolverPlaces places, RosterDb db, NamedInsiders named, Atlas atlas, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var wish = request.ToWish(atlas);
        var insiders = (request.InsiderPeople ?? []).ToHashSet(StringComparer.Ordinal);
        var reconcilers = await named.ReadAsync(insiders, cancellationToken);
        var (index, today) = (keeper.Current, DateOnly.FromDateTime(time.Now()));
        using var sight = SearchSight.Of(caller, index, today);
        using var found = Finder.Find(index, SearchQuery.Everybody, caller.Clearance, today, sight);
        if (wish.ExcludedNationalities.Count > 0)
        {
            sight?.LeaveOutUndeclared(found);
        }

        var people = found.Slots().Select(slot => sight is null ? index[slot] : sight.Show(index, slot)).ToDictionary(e => e.Id.ToString(), StringComparer.Ordinal);
        using var place = await places.TakeAsync(cancellationToken);
        var tellsDeployed = StandbySight.SeesBeyond(caller);
        var candidates = people.Select(p => Of(p.Key, p.Value, insiders.Contains(p.Key), wish.Days, tellsDeployed)).Concat(reconcilers.Values.Select(r => r.Candidate(wish.Days)));
        var answer = CompositionAnswer.Of(Composer.Compose(wish, candidates, s_limits), name => reconcilers.TryGetValue(name, out var reconciler) ? reconciler.Proposed : ProposedPerson.Of(people[name]));
        foreach (var shown in answer.Shown().Where(p => people.ContainsKey(p.Name)))
        {
            db.NoteRead(shown.Name, shown.Classification);
        }

        return TypedResults.Ok(answer);
    }

    // Who is deployed is told to those who see every deployment; to others such a person has no time on these days, whatever the cause.
    private static Candidate Of(string name, RosterEntry entry, bool insider, DaySpan days, bool tellsDeployed) => new(
        name, entry.Gender, entry.SeniorityLevel is SeniorityLevel.SeniorEnvoy or SeniorityLevel.LeadMediator, entry.Functions, entry.Expertise, entry.Languages, insider, entry.InPerson, entry.AnyMode,
        tellsDeployed && Array.Exists(entry.OnDuty, d => d.Meets(days)) ? Commitment.Deployed : Commitment.Free, entry.Nationalities, [.. entry.Interests.Select(i => i.Country)]);
}

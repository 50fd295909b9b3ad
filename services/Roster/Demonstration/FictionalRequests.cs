using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.SavedSearches;
using Concord.Roster.Search;
using Concord.Roster.Slates;
using Concord.Roster.Synthetic;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Demonstration;

/// <summary>
/// What the demonstration shows of standby, of how parties take a person, of the desk, of slates, of saved searches and of sharing by agreement; all of it says that it is invented. What would lie sealed (calls, check-ins, candidates) is left out: nobody has said anything.
/// Loaded after the synthetic people, of whom it sends some.
/// </summary>
internal sealed class FictionalRequests(RosterDb db, TimeProvider time) : IDemonstration
{
    private const int FirstAsked = 1000; // far from those whom other records of the demonstration name
    private static readonly Caller s_asker = Of("head.of.mission@un.example", "Head of mission (fictional)", "UN");
    private static readonly Caller s_desk = Of("msu.officer@un.example", "Mediation support officer (fictional)", "UN");
    private static readonly Caller s_chief = Of("msu.chief@un.example", "Head of mediation support (fictional)", "UN");
    private static readonly Caller s_neighbour = Of("eccas.officer@eccas.example", "ECCAS officer (fictional)", "ECCAS");
    private static readonly Caller s_authority = Of("authority.approver@un.example", "Appointing authority, approver (fictional)", "UN");
    private static readonly Caller s_officer = Of("igad.officer@igad.example", "IGAD officer (fictional)", "IGAD");

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.StandbyRequests.AnyAsync(cancellationToken))
        {
            return; // loaded before, or the store is in use
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true; // the synthetic people were loaded without
        var now = time.Now();
        var ids = Enumerable.Range(FirstAsked, 100).Select(Generator.IdOf).ToArray();
        var people = (await db.Profiles.Where(p => ids.Contains(p.Id) && p.State == ProfileState.Active && p.Classification != Classification.StrictlyConfidential && p.SearchUntil != null).OrderBy(p => p.Id).ToListAsync(cancellationToken))
            .Where(p => p.SeniorityLevel == SeniorityLevel.Expert && p.SearchUntil > DateOnly.FromDateTime(now)).Take(3).ToList();
        if (people.Count == 3)
        {
            var (late, planned) = FictionalStandby.Late(s_asker, s_desk, [people[0].Id, people[1].Id], now);
            var (over, returned) = FictionalStandby.Over(s_asker, s_desk, s_authority, people[2], now);
            db.AddRange([FictionalStandby.InTime(s_asker, now), late, .. planned, over, returned]);
        }

        if (await db.Profiles.SingleOrDefaultAsync(p => p.Id == Generator.IdOf(FictionalAcceptance.Somebody) && p.State == ProfileState.Active, cancellationToken) is { } taken)
        {
            db.AddRange(FictionalAcceptance.Of(taken, s_desk, now));
        }

        db.AddRange(FictionalSupport.Received(s_officer, now), FictionalSupport.Late(s_officer, s_desk, now), FictionalSupport.Answered(s_asker, s_desk, now));
        db.AddRange(FictionalSharing.Approved(s_desk, s_chief, now), FictionalSharing.Agreed(s_desk, s_chief, s_neighbour, now));
        db.Add(Slate.Begin(WellKnown.Organization("UN"), Terms, Classification.Confidential, s_desk, now, new SlateId(WellKnown.Id("slate", "fictional-envoy"))));
        var search = new SearchRequest(
            [new LanguageWish("ar", LanguageLevel.Fluent)], [new ExpertiseWish(ExpertiseArea.Ceasefire, null)], null, null, [Gender.Woman], null, null, null, null, null, null, null, null, null, null, null);
        db.Add(SavedSearch.Keep(new SavedSearchId(WellKnown.Id("savedSearch", "fictional-search")), new SavedSearchTerms("Women who speak Arabic and know ceasefires", search, false).Checked(Geography.Atlas.Shipped), s_desk, now));
        await db.SaveChangesAsync(cancellationToken);
    }

    private static SlateTerms Terms => new(
        AppointmentKind.Envoy, "Envoy to the invented talks (fictional)", WellKnown.Organization("UN"), null,
        [
            new("Knows the history of the conflict", true, CriterionKind.Knowledge, Knowledge: KnowledgeKind.History),
            new("Knows the risk factors", true, CriterionKind.Knowledge, Knowledge: KnowledgeKind.RiskFactors),
            new("Knows the populations at risk", true, CriterionKind.Knowledge, Knowledge: KnowledgeKind.PopulationsAtRisk),
            new("Speaks Arabic fluently", false, CriterionKind.Language, Language: new LanguageSkill("ar", LanguageLevel.Fluent)),
        ],
        ["TCD", "CAF"], []);

    private static Caller Of(string email, string displayName, string organization) =>
        new($"accounts/{WellKnown.Id("account", email)}", displayName, WellKnown.Organization(organization), new HashSet<string>(), Classification.Confidential);
}

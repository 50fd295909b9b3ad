using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Support;

namespace Concord.Roster.Tests.Duplicates;

/// <summary>Two records of one person: one is found, and once that is undone both are as before (R20).</summary>
public sealed class MergeTests
{
    [Theory, Rule("R20"), Rule("R27")]
    [InlineData(1)]
    [InlineData(2)]
    public void A_search_finds_the_kept_record_and_not_the_other_and_after_an_undo_it_answers_as_before(int seed)
    {
        var (random, writer) = (new RandomRoster(seed), new RosterIndexWriter(Some.Atlas));
        var people = Enumerable.Range(0, 150).Select(_ => random.Profile()).ToList();
        people.ForEach(p => writer.Put(new RosterEntry(p)));
        var questions = Enumerable.Range(0, 150).Select(i => (Query: i < 10 ? SearchQuery.Everybody : random.Query(), Clearance: random.Clearance(), Day: random.Today())).ToList();
        var before = questions.ConvertAll(q => Found(writer.Build(), q));
        var (tried, hidden) = (0, 0);
        while (tried < 40)
        {
            var (other, kept) = (people[random.Below(150)], people[random.Below(150)]);
            if (other == kept || other.State == ProfileState.Retired || kept.State == ProfileState.Retired)
            {
                continue;
            }

            var fields = Fields(other);
            other.MergeInto(kept, Some.Now);
            Put(writer, other);
            foreach (var (q, was) in questions.Zip(before))
            {
                var hides = Seen(kept, q.Clearance, q.Day) || !Seen(kept, Classification.StrictlyConfidential, q.Day);
                Assert.Equal(was.Where(id => id != other.Id || !hides), Found(writer.Build(), q));
                hidden += was.Contains(other.Id) && hides ? 1 : 0;
            }

            other.Unmerge(Some.Now);
            Put(writer, other);
            Assert.Equal(fields, Fields(other));
            Assert.Equal(before, questions.ConvertAll(q => Found(writer.Build(), q)));
            tried++;
        }

        Assert.True(hidden > 100, $"{hidden} hidden");
    }

    [Fact, Rule("R20")]
    public void What_is_not_kept_does_not_change_and_a_person_takes_consent_back_all_the_same()
    {
        var (other, kept) = (Some.In(ProfileState.Active), Some.In(ProfileState.Active));
        other.MergeInto(kept, Some.Now);
        foreach (var change in (Action[])
            [
                () => other.Edit(other.Editable, Some.Atlas, Some.Now), () => other.AddAvailability(WindowId.New(), Some.Day, Some.Day, AvailabilityKind.Remote, Some.Now), () => other.RequireActive(),
                () => other.MergeInto(Some.In(ProfileState.Active), Some.Now), () => Some.In(ProfileState.Active).MergeInto(other, Some.Now),
            ])
        {
            Assert.Equal(RosterReasons.ProfileMerged, Assert.Throws<DomainException>(change).Reason);
        }

        foreach (var (state, step) in ((ProfileState, Action<Profile>)[])
            [
                (ProfileState.Draft, p => p.Submit("accounts/1", Some.Now)), (ProfileState.Submitted, p => p.Vet("accounts/1", Some.Now)),
                (ProfileState.UnderVetting, p => p.Activate("accounts/1", Some.Now)), (ProfileState.Suspended, p => p.Reinstate(Some.Now)),
            ])
        {
            var merged = Some.In(state);
            merged.MergeInto(Some.In(state), Some.Now);
            Assert.Equal(RosterReasons.ProfileMerged, Assert.Throws<DomainException>(() => step(merged)).Reason);
        }

        other.Withdraw(Consents.ConsentScope.Search, byThePerson: true, Some.Now);
        Assert.Null(other.SearchUntil);
        kept.Edit(kept.Editable with { DisplayName = "Ama Later" }, Some.Atlas, Some.Now);
    }

    [Fact, Rule("R15")]
    public void The_record_by_which_the_person_is_deployed_is_the_one_that_is_kept()
    {
        var (other, kept) = (Some.In(ProfileState.Active), Some.In(ProfileState.Active));
        other.TakeOn(new Duty("deployments/1", Some.Day, Some.Day.AddDays(9), DeploymentMode.InPerson, LeadAgrees: false), Some.Now);
        Assert.Equal("MERGE_DEPLOYED", Assert.Throws<DomainException>(() => other.MergeInto(kept, Some.Now)).Reason.Code);
        other.Release("deployments/1", Some.Now);
        other.MergeInto(kept, Some.Now);
    }

    private static void Put(RosterIndexWriter writer, Profile profile)
    {
        profile.Version++;
        writer.Put(new RosterEntry(profile));
    }

    private static bool Seen(Profile p, Classification clearance, DateOnly today) => p.State == ProfileState.Active && p.SearchUntil >= today && p.Classification <= clearance;

    private static List<ProfileId> Found(RosterIndex index, (SearchQuery Query, Classification Clearance, DateOnly Day) q)
    {
        using var found = Finder.FindByFit(index, q.Query, q.Clearance, q.Day);
        return [.. FoundPage.Of(index, found, null, 1000).Select(hit => index[hit.Slot].Id)];
    }

    private static string Fields(Profile p) => System.Text.Json.JsonSerializer.Serialize(new { p.Editable, p.State, p.Consents, p.Interests, Windows = p.Availability.Select(w => w.Id.Value), p.Duties, p.MergedInto });
}

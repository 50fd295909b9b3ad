using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Roster.Consents;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Synthetic;

/// <summary>The demonstration's 2,000 people, who all say that they are synthetic. Loaded through the aggregate like anybody else.</summary>
internal sealed class SyntheticRoster(RosterDb db, Atlas atlas, TimeProvider time) : IDemonstration
{
    public const int People = 2000;
    public const ulong Seed = 42;
    private const int BatchSize = 500;

    // The three people of the ladder (R26) are as synthetic as those they pass.
    private const string Submitter = "accounts/synthetic-submitter";
    private const string Vetter = "accounts/synthetic-vetter";
    private const string Activator = "accounts/synthetic-activator";

    /// <summary>The fictional head of mission is somebody on the roster too: so the demonstration shows what such a person sees (R159).</summary>
    private static readonly string s_person = $"accounts/{WellKnown.Id("account", "head.of.mission@un.example")}";

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var generator = new Generator(Seed);
        var linked = Enumerable.Range(1, People).First(n => generator.Make(n) is { State: ProfileState.Active, Classification: Classification.Confidential });
        db.ChangeTracker.AutoDetectChangesEnabled = false; // everything here is new
        foreach (var numbers in Enumerable.Range(1, People).Chunk(BatchSize))
        {
            var ids = numbers.Select(Generator.IdOf).ToArray();
            var held = await db.Profiles.Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancellationToken);
            foreach (var number in numbers.Where(n => !held.Contains(Generator.IdOf(n))))
            {
                Add(generator.Make(number), Generator.IdOf(number), number == linked ? s_person : null, time.Now());
            }

            await ConsentEarlierAsync(ids, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    // Nobody is asked who does not exist; a person from before that is found by nobody until the consent is recorded.
    private async Task ConsentEarlierAsync(ProfileId[] ids, CancellationToken cancellationToken)
    {
        var unasked = await db.Profiles.Where(p => ids.Contains(p.Id) && p.Synthetic && p.State != ProfileState.Retired && p.State != ProfileState.Erased && p.SearchUntil == null).ToListAsync(cancellationToken);
        foreach (var profile in unasked.Where(p => p.Consents.Count == 0))
        {
            var entered = DateOnly.FromDateTime(profile.CreateTime);
            profile.Record([.. Enum.GetValues<ConsentScope>().Select(scope => new ConsentTold(scope, entered, null, "Entered before consent was asked."))], "consents", time.Now());
            db.Update(profile);
        }
    }

    private void Add(SyntheticPerson person, ProfileId id, string? account, DateTime now)
    {
        var (profile, suspended) = Make(person, id, account, atlas, now);
        if (suspended is not null)
        {
            db.Raise(suspended, now);
        }

        db.Add(profile);
    }

    /// <summary>The person as a profile that has gone the way of everybody else, and what others would hear of it.</summary>
    internal static (Profile Profile, ProfileSuspended? Suspended) Make(SyntheticPerson person, ProfileId id, string? account, Atlas atlas, DateTime now)
    {
        var profile = Profile.Draft(id, person.ToEdit(account), person.Owner, synthetic: true, atlas, now);
        foreach (var (window, place) in person.Availability.Select((w, i) => (w, i)))
        {
            profile.AddAvailability(new WindowId(WellKnown.Id("availability", $"{id}/{place}")), window.StartDate, window.EndDate, window.Kind, now);
        }

        profile.Plan(person.Promising, null);
        profile.Record(person.Consents, "consents", now);
        profile.Correct(profile.OwnEditable with { Interests = person.Interests }, atlas, now);
        return (profile, Advance(profile, person.State, now));
    }

    private static ProfileSuspended? Advance(Profile profile, ProfileState state, DateTime now)
    {
        if (state >= ProfileState.Submitted)
        {
            profile.Submit(Submitter, now);
        }

        if (state >= ProfileState.UnderVetting)
        {
            profile.Vet(Vetter, now);
        }

        if (state >= ProfileState.Active)
        {
            profile.Activate(Activator, now);
        }

        if (state == ProfileState.Suspended)
        {
            return profile.Suspend("Synthetic: shows a suspended profile.", now);
        }

        if (state == ProfileState.Retired)
        {
            profile.Retire("Synthetic: shows a retired profile.", now);
        }

        return null;
    }
}

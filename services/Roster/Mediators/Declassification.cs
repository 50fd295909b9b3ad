using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Contacts;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Mediators;

/// <summary>The lower classification, and the version of the profile it was proposed for.</summary>
internal sealed record LowerProfile(Classification Classification, long Version);

/// <summary>A person on the roster is shown to more people: whoever may change the profile proposes it, and one of mediation support, who sees it too, agrees (ST/SGB/2007/6).</summary>
internal sealed class Declassification(RosterDb db, ContactKeeper contacts, Atlas atlas, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "profiles.declassify";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var lower = act.Read<LowerProfile>();
        var profile = ResourceName.TryParse<ProfileId>(act.Record, out var id) ? await db.Profiles.SeenBy(approver).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        if (profile?.Version != lower.Version)
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        var before = profile.ContactClassification;
        profile.Edit(profile.Editable with { Classification = lower.Classification }, atlas, time.Now());
        await contacts.FollowAsync(profile, before, cancellationToken);
    }

    /// <summary>Whether fields as they are wished would show the profile to more people.</summary>
    public static bool IsIn(ProfileEdit wished, Profile profile) => Wished(wished) < profile.Classification;

    /// <summary>Keeps it for a second person; it is proposed by itself, so that nothing else hides behind it.</summary>
    public static ProposedAct Propose(RosterDb db, Profile profile, ProfileEdit wished, Caller by, DateTime now)
    {
        var lower = Wished(wished);
        if (Written(profile.Editable with { Classification = lower }) != Written(wished with { Classification = lower }))
        {
            throw Fail.Invalid("classification", "It is lowered in a change of its own.");
        }

        profile.RequireChangeable();
        return db.Propose(ActName, profile.Id.ToString(), new LowerProfile(lower, profile.Version), Deciders.OnLabel(profile.Classification), null, by, now);
    }

    // What is not marked is Confidential.
    private static Classification Wished(ProfileEdit wished) => wished.Classification ?? Classification.Confidential;

    private static string Written(ProfileEdit fields) => JsonSerializer.Serialize(fields, ConcordJson.Options);
}

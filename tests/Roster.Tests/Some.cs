using Concord.Contracts.Access;
using Concord.Roster.Consents;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.Tests;

/// <summary>Profiles and places for tests of the rules.</summary>
internal static class Some
{
    public const string Owner = "organizations/0197a000-0000-7000-8000-000000000001";
    public static readonly DateOnly Day = new(2026, 3, 1);
    public static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>More than there is room for in what the search keeps at hand of everybody.</summary>
    public static readonly string[] RareLanguages = [.. Enumerable.Range(0, 320).Select(i => $"q{(char)('a' + (i / 20))}{(char)('a' + (i % 20))}")];

    /// <summary>A world that one can keep in one's head.</summary>
    public static readonly Atlas Atlas = new(
        [("001", null), ("002", "001"), ("202", "002"), ("014", "202"), ("011", "202"), ("015", "002"), ("150", "001"), ("155", "150")],
        [("KEN", "014"), ("UGA", "014"), ("NGA", "011"), ("EGY", "015"), ("DEU", "155"), ("FRA", "155"), ("ATA", null)],
        ["en", "fr", "ar", "sw", "de", .. RareLanguages]);

    public static readonly ProfileEdit Fields = new(
        "Ama Test", Gender.Woman, SeniorityLevel.Mediator, ["KEN"], [new LanguageSkill("sw", LanguageLevel.Native)], [], [], [], Classification.Unclassified);

    /// <summary>Somebody who consents to everything.</summary>
    public static Profile Draft(ProfileEdit? fields = null, string? owner = null)
    {
        var profile = Unasked(fields, owner);
        profile.Record([.. Enum.GetValues<ConsentScope>().Select(scope => new ConsentTold(scope, new DateOnly(2026, 1, 1), null, "A letter"))], "consents", Now);
        return profile;
    }

    /// <summary>Somebody who was not asked for consent.</summary>
    public static Profile Unasked(ProfileEdit? fields = null, string? owner = null) => Profile.Draft(ProfileId.New(), fields ?? Fields, owner ?? Owner, synthetic: false, Atlas, Now);

    public static Profile In(ProfileState state, ProfileEdit? fields = null)
    {
        var profile = Draft(fields);
        if (state >= ProfileState.Submitted)
        {
            profile.Submit("accounts/a", Now);
        }

        if (state >= ProfileState.UnderVetting)
        {
            profile.Vet("accounts/b", Now);
        }

        if (state >= ProfileState.Active)
        {
            profile.Activate("accounts/c", Now);
        }

        if (state == ProfileState.Suspended)
        {
            profile.Suspend("because", Now);
        }
        else if (state == ProfileState.Retired)
        {
            profile.Retire("because", Now);
        }
        else if (state == ProfileState.Erased)
        {
            profile.Erase(null, Now);
        }

        return profile;
    }
}

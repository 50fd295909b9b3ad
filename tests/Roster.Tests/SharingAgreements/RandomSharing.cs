using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Tests.SharingAgreements;

/// <summary>Organizations that share with each other, and readers to whom they do.</summary>
internal sealed class RandomSharing(int seed)
{
    public static readonly string[] Organizations = [Some.Owner, RosterClient.Union, RosterClient.Unknown];
    private static readonly string[] s_languages = ["en", "fr", "ar", "sw", "de"];
    private static readonly string[] s_regions = ["002", "014", "150", "155"];
    private readonly Random _random = new(seed);

    public Profile Person(RandomRoster random)
    {
        var profile = random.Profile(One(Organizations));
        switch (_random.Next(8))
        {
            case 0 when profile.State != ProfileState.Retired: profile.Record([new ConsentTold(ConsentScope.Sharing, Some.Day, Some.Day.AddDays(_random.Next(0, 400)), "A letter")], "consents", Some.Now); break;
            case 1: profile.Withdraw(ConsentScope.Sharing, byThePerson: false, Some.Now); break;
        }

        return profile;
    }

    /// <summary>An officer of one of them, with what is shared with it on the day.</summary>
    public Caller Reader(IReadOnlyList<Profile> people, DateOnly today)
    {
        var own = One(Organizations);
        return new Caller("accounts/r", "R", own, new HashSet<string> { Roles.RegionalOfficer }, One(Enum.GetValues<Classification>()))
        {
            Shared = Enumerable.Range(0, _random.Next(3)).Select(_ => One(people).Id.ToString()).ToHashSet(),
            Agreed = [.. Enumerable.Range(0, _random.Next(4)).Select(_ => Sight(One([.. Organizations.Where(o => o != own)]), people, today).Write())],
        };
    }

    private AgreedSight Sight(string owner, IReadOnlyList<Profile> people, DateOnly today)
    {
        string[] regions = Rarely() ? [One(s_regions)] : [];
        return new(
            SharingAgreementId.New().ToString(), owner, today, Rarely() ? [.. Few(Enum.GetValues<SeniorityLevel>())] : [], Rarely() ? [.. Few(Enum.GetValues<ExpertiseArea>()[..5])] : [], Rarely() ? [.. Few(s_languages)] : [],
            regions, [.. regions.SelectMany(Some.Atlas.Within)], Rarely() ? [.. Enumerable.Range(0, 30).Select(_ => One(people).Id.Value)] : [], [.. Enum.GetValues<SharedFields>().Where(_ => _random.Next(2) == 0)]);
    }

    private bool Rarely() => _random.Next(4) == 0;

    private T One<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private IEnumerable<T> Few<T>(T[] from) => from.OrderBy(_ => _random.Next()).Take(_random.Next(1, 4));
}

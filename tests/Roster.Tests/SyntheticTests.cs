using System.Security.Cryptography;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Platform.Hosting;
using Concord.Roster.Consents;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Concord.Roster.SharingAgreements;
using Concord.Roster.Synthetic;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Roster.Tests;

public sealed class SyntheticTests
{
    private static readonly SyntheticPerson[] People = [.. Enumerable.Range(1, 20_000).Select(new Generator(42).Make)];

    [Fact]
    public void The_same_seed_writes_the_same_bytes_on_every_machine()
    {
        Assert.Equal("aca032f26bf52d99c1629f2dc137c41ce4653112d75dbade0124f5440a773bf7", Hash(42, 2000));
        Assert.NotEqual(Hash(42, 200), Hash(43, 200));
    }

    [Fact]
    public void A_person_is_the_same_however_many_are_made() =>
        Assert.Equal(People[1233].DisplayName, new Generator(42).Make(1234).DisplayName);

    [Fact]
    public void No_id_comes_twice_and_everybody_says_to_be_synthetic()
    {
        Assert.Equal(People.Length, People.Select(p => p.Name).Distinct().Count());
        Assert.All(People, p => Assert.True(p.Synthetic));
        Assert.Equal($"profiles/{WellKnown.Id("profile", "synthetic-0001")}", People[0].Name);
        Assert.Equal($"profiles/{WellKnown.Id("profile", "synthetic-2000")}", People[1999].Name);
    }

    [Fact]
    public void Everybody_can_be_entered_by_the_rules_of_the_roster()
    {
        foreach (var person in People)
        {
            var profile = Profile.Draft(ProfileId.New(), person.ToEdit(), person.Owner, synthetic: true, Atlas.Shipped, Some.Now);
            profile.Record(person.Consents, "consents", Some.Now);
            profile.Correct(profile.OwnEditable with { Interests = person.Interests }, Atlas.Shipped, Some.Now);
            Assert.All(person.Availability.Zip(person.Availability.Skip(1)), pair => Assert.True(pair.First.EndDate < pair.Second.StartDate));
            Assert.All(person.Availability, w => Assert.InRange(w.StartDate, new DateOnly(2026, 1, 1), new DateOnly(2028, 12, 31)));
        }
    }

    [Theory]
    [InlineData("Junior", 22, 53)]
    [InlineData("Expert", 34, 45)]
    [InlineData("Mediator", 24, 37)]
    [InlineData("LeadMediator", 14, 28)]
    [InlineData("SeniorEnvoy", 6, 22)]
    public void Levels_and_the_share_of_women_in_each_are_as_documented(string level, int percent, int womenPercent)
    {
        var there = People.Where(p => p.SeniorityLevel.ToString() == level).ToArray();
        Assert.InRange(100.0 * there.Length / People.Length, percent - 1.5, percent + 1.5);
        Assert.InRange(100.0 * there.Count(p => p.Gender == Gender.Woman) / there.Length, womenPercent - 3.5, womenPercent + 3.5);
    }

    [Fact]
    public void Fields_depend_on_each_other_as_documented()
    {
        Assert.InRange(Share(People, p => Speaks(p, "en")), 80, 92);
        Assert.True(Share(From("SEN"), p => Speaks(p, "fr")) > 70);
        Assert.True(Share(From("COL"), p => Speaks(p, "fr")) < 35);
        Assert.True(Share(From("EGY"), p => p.Languages[0] == new LanguageSkill("ar", LanguageLevel.Native)) > 95);
        Assert.True(Average(SeniorityLevel.SeniorEnvoy, p => p.Countries.Count) > Average(SeniorityLevel.Junior, p => p.Countries.Count) + 1.5);
        Assert.True(Average(SeniorityLevel.SeniorEnvoy, p => p.Languages.Count) > Average(SeniorityLevel.Junior, p => p.Languages.Count));
        var ceasefire = People.Where(p => Knows(p, ExpertiseArea.Ceasefire)).ToArray();
        Assert.True(Share(ceasefire, p => Knows(p, ExpertiseArea.SecurityArrangements)) > 2 * Share(People, p => Knows(p, ExpertiseArea.SecurityArrangements)));
        Assert.InRange(Share(People, p => p.State == ProfileState.Active), 86, 90);
        Assert.All(People.Take(Generator.Showcase), p => Assert.Equal((ProfileState.Active, Classification.Unclassified), (p.State, p.Classification)));
        Assert.InRange(Share(People, p => p.Deployability is not null), 68, 72);
        Assert.InRange(Share(People, p => p.Trainings.Any(t => t.Kind == TrainingSubject.Mediation)), 35, 50);
        Assert.True(Average(SeniorityLevel.SeniorEnvoy, p => p.Functions.Count) > Average(SeniorityLevel.Junior, p => p.Functions.Count) + 0.5);
        Assert.True(Share(People.Where(p => p.SeniorityLevel is SeniorityLevel.Junior or SeniorityLevel.Expert), p => p.Promising) > 10);
        Assert.InRange(Share(People, p => p.Consents.Count == 2), 78, 82);
        Assert.InRange(Share(People, p => p.Interests.Count > 0), 10, 14);
        Assert.All(People, p => Assert.All(p.Assignments, a => Assert.Contains(a.Country, p.Countries)));
        string[] owners = [.. ((string[])["UN", "AU", "IGAD", "EU", "OSCE", "ECOWAS", "ASEAN", "OAS", "LAS"]).Select(WellKnown.Organization)];
        Assert.Equal(owners.Order(StringComparer.Ordinal), People.Take(2000).Select(p => p.Owner).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_demonstration_is_loaded_once_and_found_at_once()
    {
        await using var service = await RosterClient.StartAsync();
        await service.Services.LoadDemonstrationAsync(CancellationToken.None);
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        var before = await db.Profiles.IgnoreAutoIncludes().AsNoTracking().Select(p => new { p.Id, p.Version }).OrderBy(p => p.Id).ToListAsync();
        Assert.Equal(2000, before.Count);
        var agreement = await db.SharingAgreements.AsNoTracking().SingleAsync(a => a.Id == new SharingAgreementId(WellKnown.Id("sharingAgreement", "fictional-ceasefires")));
        Assert.Equal((true, false), (agreement.IsOpenTo(WellKnown.Organization("ECCAS"), DateOnly.FromDateTime(DateTime.UtcNow)), agreement.IsOpenTo(WellKnown.Organization("ICGLR"), DateOnly.FromDateTime(DateTime.UtcNow))));

        await service.Services.LoadDemonstrationAsync(CancellationToken.None);
        Assert.Equal(before, await db.Profiles.IgnoreAutoIncludes().AsNoTracking().Select(p => new { p.Id, p.Version }).OrderBy(p => p.Id).ToListAsync());

        // A person from before consent was asked gets one that says so; somebody who took it back gets none.
        var (unasked, withdrawn) = (Generator.IdOf(1), Generator.IdOf(2));
        var person = await db.Profiles.SingleAsync(p => p.Id == withdrawn);
        person.Withdraw(ConsentScope.Search, byThePerson: true, Some.Now.AddYears(1));
        await db.SaveChangesAsync();
        await db.Profiles.Where(p => p.Id == unasked).ExecuteUpdateAsync(s => s.SetProperty(p => p.Consents, Array.Empty<Consent>()).SetProperty(p => p.SearchUntil, (DateOnly?)null).SetProperty(p => p.SharingUntil, (DateOnly?)null));
        await service.Services.LoadDemonstrationAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
        var asked = await db.Profiles.AsNoTracking().SingleAsync(p => p.Id == unasked);
        Assert.Equal(("Entered before consent was asked.", (DateOnly?)DateOnly.MaxValue, (DateOnly?)DateOnly.MaxValue), (asked.Consents[0].Evidence, asked.SearchUntil, asked.SharingUntil));
        Assert.Null(await db.Profiles.Where(p => p.Id == withdrawn).Select(p => p.SearchUntil).SingleAsync());
        person = await db.Profiles.SingleAsync(p => p.Id == withdrawn);
        person.Consent(ConsentScope.Search, null, Some.Now.AddYears(1));
        await db.SaveChangesAsync();

        var query = new
        {
            languages = new[] { new { code = "en", minimumLevel = "WORKING" }, new { code = "sw", minimumLevel = "WORKING" } },
            regions = new[] { "014" },
            genders = new[] { "WOMAN" },
        };
        var found = await service.SearchAsync(RosterClient.Uncleared, query);
        var people = People.Take(2000).Where(p => p.State == ProfileState.Active && p.Classification == Classification.Unclassified && p.Gender == Gender.Woman
            && p.Languages.Any(l => l is { Code: "en", Level: >= LanguageLevel.Working }) && p.Languages.Any(l => l is { Code: "sw", Level: >= LanguageLevel.Working })
            && p.Regions.Concat(p.Countries).Any(place => Atlas.Shipped.RegionsOver(place).Contains("014"))).ToArray();
        Assert.Equal(people.Length, found["total"].GetValue<int>());
        Assert.NotEmpty(people);
        Assert.True(found["items.0.synthetic"].GetValue<bool>());

        var keeper = service.Services.GetRequiredService<RosterIndexKeeper>();
        Assert.Equal(2000, keeper.Current.Count);
        var suspended = People.Take(2000).Count(p => p.State == ProfileState.Suspended);
        await Eventually.TrueAsync(() => Task.FromResult(service.Sent.Count(e => e.Type == "concord.roster.profile.suspended.v1") == suspended), "suspensions are told");
    }

    private static IEnumerable<SyntheticPerson> From(string country) => People.Where(p => p.Nationalities[0] == country);

    private static double Share(IEnumerable<SyntheticPerson> people, Func<SyntheticPerson, bool> holds)
    {
        var all = people.ToArray();
        return 100.0 * all.Count(holds) / all.Length;
    }

    private static double Average(SeniorityLevel level, Func<SyntheticPerson, int> value) => People.Where(p => p.SeniorityLevel == level).Average(value);

    private static bool Speaks(SyntheticPerson person, string code) => person.Languages.Any(l => l.Code == code);

    private static bool Knows(SyntheticPerson person, ExpertiseArea area) => person.Expertise.Any(e => e.Area == area);

    private static string Hash(ulong seed, int count)
    {
        using var stream = new MemoryStream();
        SynthesizeCommand.Write(stream, count, seed);
        return Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()));
    }
}

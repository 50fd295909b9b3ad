using System.Net;
using Concord.Roster.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SharingAgreements.SharingClient;

namespace Concord.Roster.Tests.SharingAgreements;

/// <summary>What ends an agreement, or takes a person out of it, ends it by every way and at every replica (R20).</summary>
public sealed class WithdrawalTests
{
    public enum Ending
    {
        OwnerWithdraws,
        ReceiverWithdraws,
        RunsOut,
        PersonTakesConsentBack,
        Suspended,
        Retired,
        Raised,
        LeavesTheScope,
    }

    public static TheoryData<Ending> Endings => new(Enum.GetValues<Ending>());

    [Theory, Rule("R20"), Rule("R26")]
    [MemberData(nameof(Endings))]
    public async Task Nothing_of_the_person_is_seen_any_more_at_once_where_it_was_written_and_within_a_second_elsewhere(Ending ending)
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await StartAsync(directory);
        await using var other = await StartAsync(directory);
        var person = await one.ActiveAsync(Body("Ama Ending", owner: Union));
        (await one.As(Officer).PostAsync($"{person}/availability", new { startDate = "2027-04-01", endDate = "2027-06-30", kind = "REMOTE" })).Is(HttpStatusCode.Created);
        var agreement = await one.AgreedAsync(Terms(["SKILLS", "AVAILABILITY"], new { languages = (string[])["sw"] }));
        foreach (var replica in (TestService[])[one, other])
        {
            await Eventually.TrueAsync(async () => await SeesAsync(replica, person) == (true, true, true, true, true), "everywhere it is seen before");
        }

        await EndAsync(one, person, agreement, ending);
        Assert.Equal((false, false, false, false, false), await SeesAsync(one, person));
        var elsewhere = await SeesAsync(other, person);
        Assert.Equal((false, false), (elsewhere.Read, elsewhere.Listed)); // asked of the store
        await Eventually.TrueAsync(async () => await SeesAsync(other, person) == (false, false, false, false, false), "it is seen nowhere");
    }

    private static async Task<(bool Read, bool Listed, bool Found, bool Counted, bool InTeams)> SeesAsync(TestService service, string person)
    {
        var name = person["/api/v1/".Length..];
        var search = await service.SearchAsync(Reader, new { text = "Ama" });
        var team = await service.As(Reader).PostAsync("/api/v1/teams:compose", new { largestSize = 1, availability = new { startDate = "2027-05-01", endDate = "2027-05-14", mode = "REMOTE" } }, key: "");
        return ((await service.As(Reader).ReadAsync(person)).Status == HttpStatusCode.OK, (await service.As(Reader).ReadAsync("/api/v1/profiles")).Text.Contains(name, StringComparison.Ordinal),
            search.NamesIn().Length > 0, search["total"].GetValue<int>() > 0 || search["facets.languages"].AsArray().Count > 0, team.Text.Contains("Ama Ending", StringComparison.Ordinal));
    }

    private static async Task EndAsync(TestService service, string person, string agreement, Ending ending)
    {
        switch (ending)
        {
            case Ending.OwnerWithdraws:
                (await service.As(Officer).PostAsync($"{agreement}:withdraw", new { reason = "The pool is closed." })).Is(HttpStatusCode.OK);
                break;
            case Ending.ReceiverWithdraws:
                var left = (await service.As(Reader).PostAsync($"{agreement}:withdraw", new { reason = "Not needed." })).Is(HttpStatusCode.OK);
                Assert.Equal("ENDED", left.TextOf("state"));
                break;
            case Ending.RunsOut:
                await using (var scope = service.Services.CreateAsyncScope())
                {
                    var yesterday = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1);
                    await scope.ServiceProvider.GetRequiredService<RosterDb>().SharingAgreements.ExecuteUpdateAsync(s => s.SetProperty(a => a.UntilDay, yesterday));
                }

                break;
            case Ending.PersonTakesConsentBack:
                (await service.As(Officer).PostAsync($"{person}:withdrawConsent", new { scope = "SHARING" })).Is(HttpStatusCode.OK);
                break;
            case Ending.Suspended:
                (await service.As(Desk).PostAsync($"{person}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
                break;
            case Ending.Retired:
                (await service.As(Desk).PostAsync($"{person}:retire", new { reason = "x" })).Is(HttpStatusCode.OK);
                break;
            case Ending.Raised:
                await service.ClassifyAsync(person, "STRICTLY_CONFIDENTIAL");
                break;
            default:
                (await service.As(Officer).PatchAsync(person, new { languages = (object[])[new { code = "en", level = "FLUENT" }] }, "*")).Is(HttpStatusCode.OK);
                break;
        }
    }
}

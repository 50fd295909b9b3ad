using System.Net;
using Concord.Contracts.Access;
using Concord.Identity.Factors;
using Concord.Identity.Resets;
using Concord.Support;
using Microsoft.AspNetCore.Identity;

namespace Concord.Identity.Tests;

/// <summary>Whoever could have taken an account gives it no high right, and whoever agrees to one is told what is known of the account.</summary>
public sealed class ResetTests(AdministratorsFixture fixture) : IClassFixture<AdministratorsFixture>
{
    [Theory, Rule("R137"), Abuse(11)]
    [InlineData("another role")]
    [InlineData("a grant")]
    public async Task Who_gave_another_password_neither_proposes_a_high_right_for_that_account_nor_agrees_to_one(string what)
    {
        var person = await fixture.PersonAsync(Roles.Analyst);
        var third = fixture.Service.As(await fixture.PersonAsync(Roles.Administrator));
        (await fixture.AsFirst.PostAsync($"/api/v1/{person.Subject}:resetPassword", new { })).Is(HttpStatusCode.OK);
        await ChooseAsync(person); // whoever was handed it, or handed it on

        var refused = (await ProposeAsync(fixture.AsFirst)).IsProblem(HttpStatusCode.Conflict, "CREDENTIALS_RESET");
        Assert.InRange(refused["metadata.untilTime"].GetValue<DateTime>(), DateTime.UtcNow.AddDays(29), DateTime.UtcNow.AddDays(30));
        var act = (await ProposeAsync(fixture.AsSecond)).Is(HttpStatusCode.Accepted);
        Assert.Equal(("PASSWORD", fixture.First.Subject, fixture.First.DisplayName), (act.TextOf("content.known.reset.kind"), act.TextOf("content.known.reset.by.name"), act.TextOf("content.known.reset.by.displayName")));
        (await fixture.AsFirst.PostAsync($"{act.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "CREDENTIALS_RESET");
        (await third.PostAsync($"{act.Location}:approve", body: null)).Is(HttpStatusCode.OK);

        Task<ApiAnswer> ProposeAsync(HttpClient by) => what == "a grant"
            ? by.PostAsync($"/api/v1/{person.Subject}/grants", new { role = Roles.Auditor, reason = "audit", untilTime = DateTime.UtcNow.AddDays(2) })
            : fixture.EditAsync(by, person, new { roles = new[] { Roles.Auditor } });
    }

    [Fact, Rule("R137")]
    public async Task Both_who_removed_the_factors_are_barred_for_thirty_days_and_a_lesser_role_takes_one_of_them()
    {
        var person = await fixture.PersonAsync(Roles.Analyst);
        await fixture.InStoreAsync(db => db.Add(CredentialReset.Of(AdministratorsFixture.IdOf(person), ResetKind.Factors, fixture.First.Subject, "accounts/another", DateTime.UtcNow.AddDays(-31))));
        var old = (await fixture.EditAsync(fixture.AsFirst, person, new { roles = new[] { Roles.Auditor } })).Is(HttpStatusCode.Accepted);
        Assert.Equal(("FACTORS", "accounts/another"), (old.TextOf("content.known.reset.kind"), old.TextOf("content.known.reset.approvedBy.displayName")));

        await fixture.InStoreAsync(db => db.Add(Key(person)));
        var act = (await fixture.AsFirst.PostAsync($"/api/v1/{person.Subject}:removeFactors", new { reason = "Telephone lost." })).Is(HttpStatusCode.Accepted);
        (await fixture.AsSecond.PostAsync($"/api/v1/{act.TextOf("name")}:approve", body: null)).Is(HttpStatusCode.OK);
        foreach (var by in (HttpClient[])[fixture.AsFirst, fixture.AsSecond])
        {
            (await fixture.EditAsync(by, person, new { roles = new[] { Roles.Auditor } })).IsProblem(HttpStatusCode.Conflict, "CREDENTIALS_RESET");
        }

        (await fixture.EditAsync(fixture.AsFirst, person, new { roles = new[] { Roles.Monitor } })).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_agrees_is_told_since_when_there_is_an_account_and_a_factor_and_that_nobody_has_reset_it()
    {
        var person = await fixture.PersonAsync(Roles.Analyst);
        await fixture.InStoreAsync(db => db.Add(Key(person)));
        var act = (await fixture.EditAsync(fixture.AsFirst, person, new { roles = new[] { Roles.Auditor } })).Is(HttpStatusCode.Accepted);
        Assert.InRange(act["content.known.factorTime"].GetValue<DateTime>(), DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow);
        Assert.InRange(act["content.known.openTime"].GetValue<DateTime>(), DateTime.UtcNow.AddMinutes(-5), DateTime.UtcNow);
        Assert.Null(act.Find("content.known.reset"));
    }

    private static Passkey Key(TestCaller person) =>
        Passkey.Register(AdministratorsFixture.IdOf(person), "key", new UserPasskeyInfo(Guid.NewGuid().ToByteArray(), [2], DateTimeOffset.UtcNow, 0, [], true, false, false, [], []), DateTime.UtcNow, DateTime.UtcNow);

    private Task ChooseAsync(TestCaller person) => fixture.InStoreAsync(db => db.Accounts.Find(AdministratorsFixture.IdOf(person))!.SetPassword("chosen", temporary: false));
}

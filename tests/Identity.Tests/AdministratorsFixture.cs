using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Platform.Persistence;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Identity.Tests;

/// <summary>A service with two administrators, for the tests of a class that do not disturb each other.</summary>
public sealed class AdministratorsFixture : IAsyncLifetime
{
    public static readonly string Un = WellKnown.Organization("UN");
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;

    public TestService Service { get; private set; } = null!;

    public TestCaller First { get; private set; } = null!;

    public HttpClient AsFirst { get; private set; } = null!;

    public HttpClient AsSecond { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
        }, _directory);
        First = await PersonAsync(Roles.Administrator);
        (AsFirst, AsSecond) = (Service.As(First), Service.As(await PersonAsync(Roles.Administrator)));
    }

    public async ValueTask DisposeAsync() => await Service.DisposeAsync();

    public async Task<TestCaller> PersonAsync(string role, Classification clearance = Classification.Confidential, bool temporary = false, string? organization = null)
    {
        var name = $"{Guid.NewGuid():N}";
        var account = Account.Open(AccountId.New(), $"{name}@un.example", name, organization ?? Un, [role], clearance, DateTime.UtcNow);
        account.SetPassword("none", temporary);
        await InStoreAsync(db => db.Add(account));
        return new TestCaller(account.Id.ToString(), name, account.Organization, [role], clearance);
    }

    /// <summary>An analyst who is an administrator for a day.</summary>
    /// <returns>The person and the resource name of the grant.</returns>
    public async Task<(TestCaller Person, string Grant)> AdministratorForAWhileAsync()
    {
        var person = await PersonAsync(Roles.Analyst);
        var grant = "";
        await InStoreAsync(db =>
        {
            var given = db.Add(Grant.Give(db.Accounts.Find(IdOf(person))!, new GiveGrant(Roles.Administrator, null, "vacancy", DateTime.UtcNow.AddDays(1)), First.Subject, null, DateTime.UtcNow)).Entity;
            grant = $"{given.Account}/{given.Id}";
        });
        return (person with { Roles = [Roles.Administrator, Roles.Analyst] }, grant);
    }

    /// <summary>A compartment that this person keeps.</summary>
    /// <returns>Path of its members.</returns>
    public async Task<string> CompartmentAsync(TestCaller founder)
    {
        var id = Guid.NewGuid();
        await Service.HearAsync(new ProcessRestricted($"processes/{id}", founder.Subject, 1, DateTime.UtcNow));
        return $"/api/v1/compartments/{id}/members";
    }

    public async Task<ApiAnswer> EditAsync(HttpClient by, TestCaller person, object change) =>
        await by.PatchAsync($"/api/v1/{person.Subject}", change, (await AsFirst.ReadAsync($"/api/v1/{person.Subject}")).ETag);

    internal static AccountId IdOf(TestCaller person) => ResourceName.TryParse<AccountId>(person.Subject, out var id) ? id : default;

    internal async Task InStoreAsync(Action<IdentityDb> change)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        change(db);
        await db.SaveChangesAsync();
    }
}

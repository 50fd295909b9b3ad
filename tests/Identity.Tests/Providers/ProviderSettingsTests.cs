using Concord.Contracts.Reference;
using Concord.Identity.Providers;
using Concord.Platform.Hosting;
using Concord.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Identity.Tests.Providers;

/// <summary>A provider is configuration only, and a wrong one is refused at the start with the setting's name.</summary>
public sealed class ProviderSettingsTests
{
    private static readonly Dictionary<string, string?> s_good = new()
    {
        ["Authority"] = "https://login.home.example/tenant",
        ["ClientId"] = "concord",
        ["ClientSecret"] = "secret",
        ["DisplayName"] = "Home",
        ["Organizations"] = $"{WellKnown.Organization("UN")}, {WellKnown.Organization("IGAD")}",
    };

    [Fact]
    public void What_is_set_is_what_the_provider_is()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("concord-test-").FullName, "secret");
        File.WriteAllText(file, "from a file\n");
        var provider = Assert.Single(Read(("ClientSecret", null), ("ClientSecretFile", file), ("SecondFactorAmr", "mfa  hwk"), ("PasswordsOff", "true")));
        Assert.Equal(("home", "https://login.home.example/tenant", "from a file", "sub", true), (provider.Name, provider.Issuer.OriginalString, provider.ClientSecret, provider.Claims.Subject, provider.PasswordsOff));
        Assert.Equal((true, true, false), (provider.SpeaksFor(WellKnown.Organization("UN")), provider.SpeaksFor(WellKnown.Organization("IGAD")), provider.SpeaksFor(WellKnown.Organization("ECCAS"))));
        Assert.Equal(["hwk", "mfa"], provider.SecondFactorAmr.Order());
        Assert.False(Assert.Single(Read()).VouchesForSecondFactor);
        Assert.Empty(ProviderSettings.All(new ConfigurationBuilder().Build()));
    }

    [Theory]
    [InlineData("Authority", null)]
    [InlineData("Authority", "http://login.home.example/")]
    [InlineData("Authority", "https://login.home.example/?tenant=1")]
    [InlineData("Authority", "https://user@login.home.example/")]
    [InlineData("Authority", "login.home.example")]
    [InlineData("ClientId", null)]
    [InlineData("ClientSecret", null)]
    [InlineData("DisplayName", null)]
    [InlineData("DisplayName", "A name of a provider that goes on and on, longer than any button is")]
    [InlineData("Organizations", null)]
    [InlineData("Organizations", "UN")]
    [InlineData("Organizations", "organizations/1")]
    [InlineData("Scopes", "email")]
    [InlineData("PasswordsOff", "yes")]
    [InlineData("SecondFactorArm", "mfa")]
    public void A_wrong_one_is_refused_by_the_name_of_its_setting(string key, string? value) =>
        Assert.Contains($"Identity:Providers:home:{key}", Assert.Throws<SettingException>(() => Read((key, value))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Home")]
    [InlineData("home-2")]
    [InlineData("2home")]
    public void A_name_that_would_not_fit_an_address_is_refused(string name) =>
        Assert.Contains($"Identity:Providers:{name}", Assert.Throws<SettingException>(() => ProviderSettings.All(Configuration(name))).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_of_one_issuer_are_refused_because_an_answer_could_be_of_either() =>
        Assert.Contains("Authority", Assert.Throws<SettingException>(() => ProviderSettings.All(new ConfigurationBuilder().AddConfiguration(Configuration("home")).AddConfiguration(Configuration("again")).Build())).Message, StringComparison.Ordinal);

    [Fact]
    public void The_service_does_not_start_with_a_wrong_one()
    {
        using var app = ServiceHost.Build<IdentityModule>([], builder =>
        {
            builder.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            builder.Configuration["Sealing:KeyDirectory"] = builder.Configuration["Identity:KeyDirectory"] = Directory.CreateTempSubdirectory("concord-test-").FullName;
            TestStore.Current.Use(builder, IdentityModule.Name, Directory.CreateTempSubdirectory("concord-test-").FullName);
            builder.Configuration["Identity:Providers:home:Authority"] = "http://login.home.example/";
        });
        Assert.Contains("Identity:Providers:home:Authority must be an https address", Assert.Throws<SettingException>(app.Services.CheckSettings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_subject_is_exact_and_another_at_another_issuer()
    {
        var (here, there) = (Assert.Single(Read()), Assert.Single(Read(("Authority", "https://login.home.example/other"))));
        Assert.Equal(here.KeyOf("anna"), Assert.Single(Read(("ClientId", "another"))).KeyOf("anna"));
        Assert.Equal(4, new[] { here.KeyOf("anna"), here.KeyOf("Anna"), here.KeyOf("anna "), there.KeyOf("anna") }.Distinct().Count());
    }

    private static IReadOnlyList<Provider> Read(params (string Key, string? Value)[] changes) => ProviderSettings.All(Configuration("home", changes));

    private static IConfiguration Configuration(string name, params (string Key, string? Value)[] changes)
    {
        var all = new Dictionary<string, string?>(s_good);
        foreach (var (key, value) in changes)
        {
            all[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(all.Where(p => p.Value is not null).Select(p => KeyValuePair.Create($"Identity:Providers:{name}:{p.Key}", p.Value))).Build();
    }
}

using System.Net;
using Concord.Monitoring.Translations;
using Concord.Platform.Errors;
using Concord.Support;
using static Concord.Monitoring.Tests.MonitoringFixture;

namespace Concord.Monitoring.Tests;

public sealed class TranslationTests(MonitoringFixture fixture) : IClassFixture<MonitoringFixture>
{
    [Fact]
    public void Every_wrong_field_of_a_translation_is_named()
    {
        var original = new Translatable(Records.Lake(), ["1.1"], ["a"]);
        var refusal = Records.Refused(PlatformReasons.InvalidField, () => AgreementTranslation.Of(
            new NewTranslation
            {
                Language = "xx-nowhere",
                Title = " ",
                Parties = new Dictionary<string, string?> { ["government"] = "", ["nobody"] = "X" },
                Chapters = new Dictionary<string, string?> { ["9"] = "X" },
                Provisions = new Dictionary<string, string?> { ["1.1"] = new string('x', 401), ["1.2"] = "X" },
                Milestones = new Dictionary<string, string?> { ["b"] = "X" },
            }, original, Records.Now));
        Assert.Equal(
            ["chapters.9", "language", "milestones.b", "parties.government", "parties.nobody", "provisions.1.1", "provisions.1.2", "shortTitle", "title"],
            refusal.Errors.Select(e => e.Field).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("language", Records.Refused(PlatformReasons.InvalidField, () => AgreementTranslation.Of(French with { Language = "en" }, original, Records.Now)).Errors.Select(e => e.Field));
    }

    [Fact]
    public async Task An_agreement_is_read_in_another_language_beside_its_original_and_a_better_translation_replaces_the_first()
    {
        var agreement = await fixture.RecordAsync();
        await fixture.ProvisionAsync(agreement, "1.1");
        (await fixture.As(Analyst).ReadAsync($"{agreement}/translations/fr")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        var made = (await fixture.As(Head).PostAsync($"{agreement}:translate", French)).Is(HttpStatusCode.OK);
        var read = (await fixture.As(Analyst).ReadAsync($"{agreement}/translations/fr")).Is(HttpStatusCode.OK);
        Assert.Equal((made.Text, made.ETag, "Accord du Lac", "Cessez-le-feu", "Clause"), (read.Text, read.ETag, read.TextOf("title"), read["chapters"]["1"]!.GetValue<string>(), read["provisions"]["1.1"]!.GetValue<string>()));

        (await fixture.As(Head).PostAsync($"{agreement}:translate", French with { Title = "Accord sur le Lac", MachineMade = false })).Is(HttpStatusCode.OK);
        var whole = (await fixture.As(Analyst).ReadAsync(agreement)).Is(HttpStatusCode.OK);
        Assert.Equal(("en", "Agreement of the Lake", "Accord sur le Lac"), (whole.TextOf("language"), whole.TextOf("title"), whole.TextOf("translations.0.title")));
        Assert.False(whole["translations"][0]!["machineMade"]!.GetValue<bool>());
        var listed = (await fixture.As(Analyst).ReadAllAsync("/api/v1/agreements")).Single(a => agreement.EndsWith(a["name"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.Equal("fr", listed["translations"]![0]!["language"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_may_not_see_the_agreement_or_not_change_it_neither_reads_nor_writes_a_translation()
    {
        var agreement = await fixture.RecordAsync();
        await fixture.ProvisionAsync(agreement, "1.1");
        (await fixture.As(Head).PostAsync($"{agreement}:translate", French)).Is(HttpStatusCode.OK);
        (await fixture.As(Outsider).ReadAsync($"{agreement}/translations/fr")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(Analyst).PostAsync($"{agreement}:translate", French)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(Head with { Clearance = Outsider.Clearance }).PostAsync($"{agreement}:translate", French)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var refused = (await fixture.As(Head).PostAsync($"{agreement}:translate", French with { Language = "ar", Title = null })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(refused.Find("errors.title"));
        (await fixture.As(Head).ReadAsync($"{agreement}/translations/ar")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    private static NewTranslation French => new()
    {
        Language = "fr",
        Title = "Accord du Lac",
        ShortTitle = "Lac",
        MachineMade = true,
        Parties = new Dictionary<string, string?> { ["government"] = "Gouvernement" },
        Chapters = new Dictionary<string, string?> { ["1"] = "Cessez-le-feu" },
        Provisions = new Dictionary<string, string?> { ["1.1"] = "Clause" },
    };
}

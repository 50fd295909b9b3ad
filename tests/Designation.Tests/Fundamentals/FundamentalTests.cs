using System.Net;
using Concord.Designation.Fundamentals;
using Concord.Designation.Processes;
using Concord.Designation.Tests.Situations;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Fundamentals;

public sealed class FundamentalTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R64"), Rule("R157")]
    public async Task Each_fundamental_is_spoken_of_in_words_and_what_is_unsaid_is_shown()
    {
        var process = await fixture.ProcessAsync();
        var mediator = fixture.As(await fixture.MediatorAsync(process));
        Assert.Equal(8, (await fixture.As(fixture.Analyst).ReadAsync($"{process}/fundamentals")).Is(HttpStatusCode.OK)["unsaid"].AsArray().Count);
        var said = (await mediator.PostAsync($"{process}/fundamentals", new { fundamental = "IMPARTIALITY", statement = "Both sides were asked." })).Is(HttpStatusCode.Created).TextOf("name");
        (await mediator.PostAsync($"{process}/fundamentals", new { fundamental = "PREPAREDNESS", statement = "A team stands by." })).Is(HttpStatusCode.Created);
        var list = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/fundamentals")).Is(HttpStatusCode.OK);
        Assert.Equal(6, list["unsaid"].AsArray().Count);
        Assert.DoesNotContain("IMPARTIALITY", list["unsaid"].AsArray().Select(f => (string)f!));
        Assert.Equal(["by", "createTime", "etag", "fundamental", "name", "statement"], list["items.0"].AsObject().Select(m => m.Key).Order(StringComparer.Ordinal)); // no level, no score

        (await mediator.PostAsync($"/api/v1/{said}:retract", new { reason = "Only one was." })).Is(HttpStatusCode.OK);
        (await mediator.PostAsync($"/api/v1/{said}:retract", new { reason = "again" })).IsProblem(HttpStatusCode.Conflict, "ENTRY_CLOSED");
        Assert.Contains("IMPARTIALITY", (await mediator.ReadAsync($"{process}/fundamentals"))["unsaid"].AsArray().Select(f => (string)f!));
        Assert.Equal(2, (await mediator.ReadAllAsync($"{process}/fundamentals")).Count);
    }

    [Theory, Rule("R64")]
    [InlineData(null, "x", "fundamental")]
    [InlineData("Consent", " ", "statement")]
    public void AStatement_IsOfOneFundamental_AndSaysSomething(string? fundamental, string statement, string field) => Assert.Contains(field, Given.Refused(
        PlatformReasons.InvalidField,
        () => FundamentalStatement.Of(ProcessId.New(), new StateFundamental(fundamental is null ? null : Enum.Parse<Fundamental>(fundamental), statement), Given.Proposer, Given.Start)).Errors.Select(e => e.Field));
}

using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests.Talks;

/// <summary>A process that an organization leads, with its mediator, and short ways to what many tests of the talks begin with.</summary>
internal sealed record TalksSituation(DesignationFixture Fixture, string Process, TestCaller Mediator)
{
    public const long Epoch = 1;

    public static async Task<TalksSituation> BeginAsync(DesignationFixture fixture, string classification = "CONFIDENTIAL")
    {
        var process = await fixture.ProcessAsync(classification);
        var mediator = TestCaller.Person(fixture.Neighbours.Organization("The Leader"), Roles.LeadMediator);
        await fixture.DesignateAsync(process, 0, mediator.Organization!);
        return new TalksSituation(fixture, process, mediator);
    }

    /// <summary>Somebody who sees the process and holds no role in its talks.</summary>
    public static TestCaller Person() => TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Analyst);

    public HttpClient As(TestCaller caller) => Fixture.As(caller);

    /// <returns>Its resource name.</returns>
    public async Task<string> DelegationAsync(string party, params TestCaller[] members) =>
        (await As(Mediator).PostAsync($"{Process}/delegations", new { leadEpoch = Epoch, party, members = members.Select(m => m.Subject) })).Is(HttpStatusCode.Created).TextOf("name");

    /// <returns>Path of the text.</returns>
    public async Task<string> TextAsync(bool nothingUntilAll = true) =>
        (await As(Mediator).PostAsync($"{Process}/texts", new { leadEpoch = Epoch, title = "Single negotiating text", nothingIsAgreedUntilEverythingIsAgreed = nothingUntilAll })).Is(HttpStatusCode.Created).Location!.ToString();

    public static object Article(string key, string body, string state = "OPEN", string? number = null) => new { key, number = number ?? key, heading = $"Heading of {key}", body, state };

    /// <returns>Path of the version.</returns>
    public async Task<string> VersionAsync(string text, params object[] articles) =>
        (await As(Mediator).PostAsync($"{text}/versions", new { leadEpoch = Epoch, note = "Only for the team", articles })).Is(HttpStatusCode.Created).Location!.ToString();

    public async Task<string> PresentedAsync(string text, params object[] articles)
    {
        var version = await VersionAsync(text, articles);
        (await As(Mediator).PostAsync($"{version}:present", new { leadEpoch = Epoch })).Is(HttpStatusCode.OK);
        return version;
    }

    public async Task<ApiAnswer> CommentAsync(TestCaller member, string text, string body, int version = 1, string article = "1") =>
        (await As(member).PostAsync($"{text}/comments", new { version, article, body })).Is(HttpStatusCode.Created);
}

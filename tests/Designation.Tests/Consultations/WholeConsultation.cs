using System.Net;
using Concord.Support;

namespace Concord.Designation.Tests;

/// <summary>One of each that belongs to how a lead is found, so that a test of every way to a process meets them.</summary>
internal static class WholeConsultation
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    /// <summary>What is recorded while nobody leads.</summary>
    /// <returns>Ids by the name that they have in paths.</returns>
    public static async Task<Dictionary<string, string>> BeforeALeadAsync(this DesignationFixture fixture, string process)
    {
        var forum = fixture.Neighbours.Organization("Asked");
        var (support, authority) = (fixture.As(fixture.Support), fixture.As(fixture.Proposer));
        return new()
        {
            ["mandate"] = await MadeAsync(support, $"{process}/mandates", new { organ = "Summit", reference = "Communiqué", adoptedOn = s_today, summary = "Mandates talks", openEnded = true }),
            ["mediatorRequest"] = await MadeAsync(support, $"{process}/mediatorRequests", new { entry = "OFFERED_TO_PARTY", party = "A party", organization = forum, madeOn = s_today, form = "LETTER", text = "Offers talks" }),
            ["endorsement"] = await MadeAsync(support, $"{process}/endorsements", new { organ = "SECURITY_COUNCIL", scope = "The lead", requestedOn = s_today }),
            ["consultation"] = await MadeAsync(authority, $"{process}/consultations", new { question = "Who?", organizations = new[] { forum }, deadlineTime = DateTime.UtcNow.AddDays(9) }),
            ["noLeadAgreed"] = await MadeAsync(authority, $"{process}/noLeadAgreed", new { leadEpoch = 0, decidedOn = s_today, disagreed = new[] { new { organization = forum, why = "Would lead" } }, reason = "No agreement", next = "Another round" }),
        };
    }

    /// <summary>What is recorded of the first lead.</summary>
    /// <returns>As before.</returns>
    public static async Task<Dictionary<string, string>> OfTheFirstLeadAsync(this DesignationFixture fixture, string process)
    {
        (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead/rationale", new { leadEpoch = 1, text = "It is near", reason = "Best placed" })).Is(HttpStatusCode.Created);
        return new() { ["objection"] = await MadeAsync(fixture.As(fixture.Officer("Objects")), $"{process}/objections", new { leadEpoch = 1, text = "It has an interest" }) };
    }

    private static async Task<string> MadeAsync(HttpClient by, string path, object body)
    {
        var name = (await by.PostAsync(path, body)).Is(HttpStatusCode.Created).TextOf("name");
        return name[(name.LastIndexOf('/') + 1)..];
    }
}

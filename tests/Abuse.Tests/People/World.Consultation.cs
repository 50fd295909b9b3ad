using System.Text.Json.Nodes;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>How a lead is found: mandates, requests for a mediator, the comparison, consultations, objections, endorsements.</summary>
internal sealed partial class World
{
    private static readonly DateOnly s_today = DateOnly.FromDateTime(DateTime.UtcNow);

    public Task<string> MandateAsync(string process, string mark = "Mandates talks.") =>
        MadeAsync("msu.officer", $"{process}/mandates", new { organ = "Summit", reference = "Communiqué", adoptedOn = "2025-01-15", summary = mark, openEnded = true });

    public Task<string> MediatorRequestAsync(string process, string mark = "Asks for talks.") =>
        MadeAsync("msu.officer", $"{process}/mediatorRequests", new { entry = "SOUGHT_BY_PARTY", party = "A party", organization = Igad, madeOn = "2025-01-15", form = "LETTER", text = mark });

    public Task<string> StatementAsync(string process, string mark = "Its office is on the lake.") =>
        MadeAsync("authority.proposer", $"{process}/comparison/statements", new { organization = Igad, criterion = "PROXIMITY", statement = mark, evidence = "A map" });

    public Task<string> AcceptanceAsync(string process, string mark = "A letter") =>
        MadeAsync("authority.proposer", $"{process}/comparison/acceptances", new { organization = Igad, party = "A party", position = "ACCEPTS", on = "2025-01-15", source = mark });

    public static JsonObject ConsultationBody(string mark = "Who should lead?") => Json(new { question = mark, organizations = new[] { Igad }, deadlineTime = DateTime.UtcNow.AddDays(30) });

    public Task<string> ConsultationAsync(string process, string mark = "Who should lead?") => MadeAsync("authority.proposer", $"{process}/consultations", ConsultationBody(mark));

    public static JsonObject NoLeadBody(string mark = "Neither party accepts the other's choice.") =>
        Json(new { leadEpoch = 0, decidedOn = s_today, disagreed = new[] { new { party = "A party", why = "Too near" } }, reason = mark, next = "Another round" });

    public Task<string> NoLeadAsync(string process, string mark = "Neither party accepts the other's choice.") => MadeAsync("authority.proposer", $"{process}/noLeadAgreed", NoLeadBody(mark));

    public Task<string> EndorsementAsync(string process, string mark = "The lead of the panel") =>
        MadeAsync("msu.officer", $"{process}/endorsements", new { organ = "SECURITY_COUNCIL", scope = mark, requestedOn = "2025-01-15" });

    public Task<string> ObjectionAsync(string process) => MadeAsync("igad.officer", $"{process}/objections", new { leadEpoch = 1, text = "It has an interest." });

    /// <summary>An endorsement that two have agreed was granted, in a process of its own.</summary>
    public async Task<string> GrantedAsync()
    {
        var endorsement = await EndorsementAsync(await ProcessAsync());
        var act = (await (await crowd.AsAsync("msu.officer")).PostAsync($"/api/v1/{endorsement}:grant", new { symbol = "S/RES/2046 (2012)", adoptedOn = "2025-01-20", text = "Endorses." })).Is(System.Net.HttpStatusCode.Accepted).TextOf("name");
        await DoAsync("msu.chief", $"{act}:approve", new { });
        return endorsement;
    }

    /// <summary>A led process whose lead is explained.</summary>
    public async Task<string> ExplainedAsync()
    {
        var process = await LedAsync();
        (await (await crowd.AsAsync("authority.proposer")).PostAsync($"/api/v1/{process}/lead/rationale", new { leadEpoch = 1, text = "It is near.", reason = "Best placed" })).Is(System.Net.HttpStatusCode.Created);
        return process;
    }

    // Nobody leads the hidden process: no objection can be of it.
    private async Task HideConsultationAsync(string process)
    {
        Hide("mandate", await MandateAsync(process, Mark));
        Hide("mediatorRequest", await MediatorRequestAsync(process, Mark));
        Hide("statement", await StatementAsync(process, Mark));
        Hide("acceptance", await AcceptanceAsync(process, Mark));
        Hide("consultation", await ConsultationAsync(process, Mark));
        Hide("noLeadAgreed", await NoLeadAsync(process, Mark));
        Hide("endorsement", await EndorsementAsync(process, Mark));
        Hide("objection", await ObjectionAsync(await LedAsync())); // stands for one of another process
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>Requests for people on standby, and who is sent: each in the state that an operation asks for.</summary>
internal sealed partial class World
{
    private static string Today => $"{DateOnly.FromDateTime(DateTime.UtcNow):O}";

    public static JsonObject StandbyBody(string classification = "CONFIDENTIAL", string mark = "Prepares a first round.") => Json(new
    {
        requester = "REGIONAL_ORGANIZATION",
        country = "TCD",
        place = mark,
        purpose = mark,
        tasks = new[] { "PLANNING" },
        people = 3,
        mode = "REMOTE",
        neededBy = Today,
        firstDay = Today,
        lastDay = $"{DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30):O}",
        classification,
    });

    public static JsonObject CallBody(string profile, string mark = "After the feast.") => Json(new { profile, outcome = "ACCEPTED", remark = mark });

    public static JsonObject LinkBody(string profile) => Json(new { profile, told = "A draft, from afar." });

    public static JsonObject PlanBody(string profile) => Json(new { profile, function = "DRAFTING" });

    public static JsonObject ReturnBody() => Json(new { lastDay = Today });

    public Task<string> StandbyAsync(string person = "igad.officer", JsonObject? body = null) => MadeAsync(person, "standbyRequests", body ?? StandbyBody());

    /// <summary>A request that is taken on, with an adviser on gender, and somebody of IGAD planned for it.</summary>
    public async Task<(string Request, string Deployment)> PlannedAsync(string asking = "igad.officer", string handling = "msu.officer", JsonObject? body = null)
    {
        var request = await StandbyAsync(asking, body);
        await DoAsync(handling, $"{request}:acknowledge", new { });
        (await (await crowd.AsAsync(handling)).PatchAsync($"/api/v1/{request}", new { package = new { genderAdviser = "The adviser of the mission" } }, "*")).Is(HttpStatusCode.OK);
        return (request, await MadeAsync(handling, $"{request}/deployments", PlanBody(await ProfileAsync("active"))));
    }

    public Task<(string Request, string Deployment)> ApprovedAsync(string asking = "igad.officer", string handling = "msu.officer", JsonObject? body = null) => AfterAsync(PlannedAsync(asking, handling, body), handling, "approve");

    public Task<(string Request, string Deployment)> DepartedAsync(string asking = "igad.officer", string handling = "msu.officer", JsonObject? body = null) => AfterAsync(ApprovedAsync(asking, handling, body), handling, "depart");

    public async Task<string> CompletedAsync() => (await AfterAsync(DepartedAsync(), "msu.officer", "complete")).Request;

    /// <summary>Somebody who is planned after the request was approved.</summary>
    public async Task<string> JoiningAsync() => await MadeAsync("msu.officer", $"{(await ApprovedAsync()).Request}/deployments", PlanBody(await ProfileAsync("active")));

    /// <summary>Somebody of whom IGAD, which asked, has agreed to other work on the same days.</summary>
    public async Task<string> AgreedAsync()
    {
        var deployment = (await PlannedAsync()).Deployment;
        (await (await crowd.AsAsync("igad.officer")).DecideAsync($"/api/v1/{deployment}", "agree")).Is(HttpStatusCode.OK);
        return deployment;
    }

    public async Task<string> CallAsync(string? request = null, string person = "msu.officer", string mark = "After the feast.") =>
        await MadeAsync(person, $"{request ?? await StandbyAsync()}/calls", CallBody(Profile, mark));

    public Task<string> CheckInAsync(string deployment, string person = "msu.officer", string mark = "Sleeps badly.") => MadeAsync(person, $"{deployment}/checkIns", new { on = "2026-02-14", kind = "HELD", note = mark });

    /// <summary>The alert that somebody departed without a briefing.</summary>
    public async Task<string> DepartureAlertAsync(string? request = null, string person = "msu.officer")
    {
        var (subject, reading, name) = (request ?? (await DepartedAsync()).Request, await crowd.AsAsync(person), "");
        await Eventually.TrueAsync(async () => (name = (string?)(await reading.ReadAsync($"/api/v1/alerts/roster?subject={subject}")).Find("items.0.name") ?? "").Length > 0, "an alert of a departure without a briefing");
        return name;
    }

    private async Task HideStandbyAsync()
    {
        var (request, deployment) = await DepartedAsync(Crowd.Cleared, "msu.chief", StandbyBody("STRICTLY_CONFIDENTIAL", Mark));
        Hide("request", request, "standbyRequests");
        Hide("deployment", deployment, "deployments");
        Hide("checkIn", await CheckInAsync(deployment, "msu.chief", Mark));
        Hide("alert@roster", await DepartureAlertAsync(request, "msu.chief"));
        var open = await MadeAsync("msu.chief", "standbyRequests", StandbyBody("STRICTLY_CONFIDENTIAL", Mark));
        Hide("call", await CallAsync(open, "msu.chief", Mark));
    }

    private async Task<(string Request, string Deployment)> AfterAsync(Task<(string Request, string Deployment)> before, string person, string verb)
    {
        var made = await before;
        (await (await crowd.AsAsync(person)).DecideAsync($"/api/v1/{made.Request}", verb)).Is(HttpStatusCode.OK);
        return made;
    }
}

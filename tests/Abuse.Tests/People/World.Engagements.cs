using System.Text.Json.Nodes;

namespace Concord.Abuse.Tests.People;

/// <summary>Dialogue engagements: there for their circle alone, which is the head of mediation support and one of the appointing authority.</summary>
internal sealed partial class World
{
    public static JsonObject EngagementBody(string mark = "The northern column") => Json(new
    {
        engagement = new
        {
            group = mark,
            label = new { text = $"armed group: {mark}", by = "Report of the joint monitors", on = "2026-05-03" },
            kind = "HUMANITARIAN_DIALOGUE",
            purpose = $"Villagers reach the wells. {mark}",
            timing = new { why = "The rains begin in a month.", widespreadViolence = false },
            participants = new[] { new { who = $"An elder. {mark}", jurisdiction = "KEN" } },
        },
        phase = new { phase = "IMMINENT", basis = $"Reports of three monitors. {mark}" },
        reviewOn = InDays(90),
    });

    public static JsonObject EngagementReviewBody() => Json(new { finding = "Goes on as planned.", reviewOn = InDays(60) });

    /// <summary>Takes out whom <see cref="WithTwoInCircleAsync"/> names.</summary>
    public static JsonObject OutOfCircleBody() => Json(new { account = AccountOf("authority.approver@un.example"), reason = "Has left." });

    /// <summary>A fresh engagement in a process that everybody cleared for Confidential sees.</summary>
    public async Task<string> EngagementAsync(string person = "msu.chief", string? process = null, string mark = "The northern column") =>
        await MadeAsync(person, $"{process ?? await ProcessAsync()}/engagements", EngagementBody(mark));

    public async Task<string> WithGestureAsync()
    {
        var engagement = await EngagementAsync();
        await DoAsync("msu.chief", $"{engagement}:planGesture", new { gesture = "The elders pour water on the spears.", agreedWith = "Council of elders" });
        return engagement;
    }

    public async Task<string> WithTwoInCircleAsync()
    {
        var engagement = await EngagementAsync();
        await DoAsync("msu.chief", $"{engagement}:addToCircle", new { account = AccountOf("authority.approver@un.example"), why = "Speaks the language." });
        return engagement;
    }

    /// <summary>Put forward in full by somebody else, for the head of mediation support to decide on.</summary>
    public async Task<string> AssessedAsync()
    {
        var engagement = await EngagementAsync(Crowd.Cleared);
        foreach (var topic in (string[])["TRUST_BUILDING", "ACTOR_MAPPING", "OWN_ROLE", "PREPAREDNESS"])
        {
            await DoAsync(Crowd.Cleared, $"{engagement}:recordFinding", new { topic, finding = "Shown in the annex.", shown = true });
        }

        foreach (var risk in (string[])["TIME_FOR_ATROCITIES", "LEGITIMISATION", "SAFETY", "REPUTATION"])
        {
            await DoAsync(Crowd.Cleared, $"{engagement}:assessRisk", new { risk, description = "As elsewhere.", mitigation = "Monitors on the roads.", stopCondition = "New trenches are dug." });
        }

        await DoAsync(Crowd.Cleared, $"{engagement}:recordLegalCheck", new { jurisdiction = "KEN", sanctions = "NO_OBSTACLE", counterTerrorism = "NO_OBSTACLE", explanation = "Talks are no support.", checkedBy = "Legal office", checkedOn = "2026-05-03", source = "Act 12 of 2019" });
        await DoAsync(Crowd.Cleared, $"{engagement}:addToCircle", new { account = AccountOf("msu.chief@un.example"), why = "Decides." });
        await DoAsync(Crowd.Cleared, $"{engagement}:assess", new { reason = "All is there." });
        return engagement;
    }
}

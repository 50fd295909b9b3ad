using System.Text.Json.Nodes;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>Slates for appointments, and requests for mediation support.</summary>
internal sealed partial class World
{
    /// <summary>Of <c>slates/{uuid}</c>, with which the name of a candidate begins.</summary>
    public const int SlateNameLength = 43;

    public static JsonObject SlateBody(string classification = "CONFIDENTIAL", string mark = "Is heard by both sides") => Json(new
    {
        kind = "ENVOY",
        title = mark,
        authority = WellKnown.Organization("UN"),
        criteria = new object[]
        {
            new { text = mark, mandatory = true, kind = "JUDGED" },
            new { text = "History", mandatory = false, kind = "KNOWLEDGE", knowledge = "HISTORY" },
            new { text = "Risk factors", mandatory = false, kind = "KNOWLEDGE", knowledge = "RISK_FACTORS" },
            new { text = "Populations at risk", mandatory = false, kind = "KNOWLEDGE", knowledge = "POPULATIONS_AT_RISK" },
        },
        classification,
    });

    public static JsonObject ApprovalBody(string candidate) => Json(new { candidate, reason = "Known to both sides." });

    /// <summary>A draft with nobody on it.</summary>
    public Task<string> SlateAsync(string person, JsonObject? body = null) => MadeAsync(person, "slates", body ?? SlateBody());

    /// <summary>Somebody qualified from outside, on its short list.</summary>
    public Task<string> SlateCandidateAsync(string person, string slate, string mark = "Chaired another commission.", string gender = "WOMAN") => MadeAsync(person, $"{slate}/candidates", Json(new
    {
        outside = new { displayName = mark, gender, nationalities = new[] { "SEN" }, background = mark },
        list = "SHORT",
        note = mark,
        statements = new[] { new { criterion = 1, met = true, evidence = mark } },
    }));

    /// <summary>Before the appointing authority.</summary>
    /// <returns>The candidate.</returns>
    public async Task<string> SubmittedSlateAsync(string person)
    {
        var candidate = await SlateCandidateAsync(person, await SlateAsync(person));
        await DoAsync(person, $"{candidate[..SlateNameLength]}:submit", new { });
        return candidate;
    }

    public async Task<string> DecidedSlateAsync(string person)
    {
        var candidate = await SubmittedSlateAsync(person);
        await DoOnReadAsync(Insider, candidate[..SlateNameLength], "approve", ApprovalBody(candidate));
        return candidate[..SlateNameLength];
    }

    public static JsonObject SupportBody(string classification = "CONFIDENTIAL", string mark = "An expert on ceasefires.") => Json(new { requester = "REGIONAL_ORGANIZATION", title = mark, purpose = mark, place = "TCD", urgency = "ROUTINE", classification });

    public Task<string> SupportRequestAsync(string person, JsonObject? body = null) => MadeAsync(person, "supportRequests", body ?? SupportBody());

    /// <param name="person">Who asks.</param>
    /// <param name="due">Until when it is answered; what its urgency says where null.</param>
    public async Task<string> TriagedRequestAsync(string person, DateTime? due = null)
    {
        var request = await SupportRequestAsync(person);
        await DoOnReadAsync("msu.officer", request, "triage", new { kind = "STANDBY_EXPERT", dueTime = due });
        return request;
    }

    public async Task<string> AssignedRequestAsync(string person)
    {
        var request = await TriagedRequestAsync(person);
        await DoOnReadAsync("msu.officer", request, "assign", new { });
        return request;
    }

    public async Task<string> AnsweredRequestAsync(string person)
    {
        var request = await AssignedRequestAsync(person);
        await DoOnReadAsync("msu.officer", request, "answer", new { outcome = "DECLINED", text = "Nobody is free." });
        return request;
    }

    /// <summary>The alert that a request of its own is not answered in time.</summary>
    public async Task<string> OverdueRequestAsync(string person)
    {
        var (request, support, name) = (await TriagedRequestAsync(person, DateTime.UtcNow.AddSeconds(3)), await crowd.AsAsync("msu.officer"), "");
        await Eventually.TrueAsync(async () => (await support.ReadAsync($"/api/v1/{request}"))["overdue"].GetValue<bool>(), "a request that is overdue");
        await DoOnReadAsync("msu.officer", request, "assign", new { }); // a request that is taken is looked at again
        await Eventually.TrueAsync(async () => (name = (string?)(await support.ReadAsync($"/api/v1/alerts/roster?subject={request}")).Find("items.0.name") ?? "").Length > 0, "an alert of an overdue request");
        return name;
    }

    private async Task DoOnReadAsync(string person, string record, string verb, object body)
    {
        var client = await crowd.AsAsync(person);
        (await client.PostAsync($"/api/v1/{record}:{verb}", body, ifMatch: (await client.ReadAsync($"/api/v1/{record}")).ETag)).Is(System.Net.HttpStatusCode.OK);
    }

    private async Task HideSlatesAsync()
    {
        var slate = await SlateAsync("msu.chief", SlateBody("STRICTLY_CONFIDENTIAL", Mark));
        Hide("slate", slate);
        Hide("candidate@slates", await SlateCandidateAsync("msu.chief", slate, Mark));
        Hide("supportRequest", await SupportRequestAsync("msu.chief", SupportBody("STRICTLY_CONFIDENTIAL", Mark)));
    }
}

using System.Net;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>
/// What nobody who attacks may learn of: a process with all that belongs to it, once Confidential and now Strictly Confidential, whose compartment names one person of the appointing
/// authority and nobody else; a Strictly Confidential profile; and acts, sessions, grants and delegations of others. Each text of it holds the same mark, for which every answer is searched.
/// </summary>
internal sealed partial class World
{
    /// <summary>The only person who sees the hidden process.</summary>
    public const string Insider = "authority.approver";

    /// <summary>Stands in every hidden text and nowhere else.</summary>
    public string Mark { get; } = $"canary{Guid.NewGuid():N}";

    /// <summary>An id that exists and is hidden, by the name that it has in paths; for an act also by its service.</summary>
    public Dictionary<string, string> Hidden { get; } = [];

    /// <summary>Resource names of what is hidden, by collection: for fields of a query and a body.</summary>
    public Dictionary<string, string> HiddenNames { get; } = [];

    private async Task HideAsync()
    {
        var process = await ProcessAsync(Mark);
        Hide("process", process, "processes");
        Hide("record@processes", process);
        Hide("share@processes", await ShareAsync("msu.officer", process, ShareBody(purpose: Mark)));
        Hide("claim", await ClaimAsync(process, "igad.officer", Mark));
        Hide("supportRole", await SupportRoleAsync(process, Mark));
        await HideConsultationAsync(process);
        Hide("proposal", await ProposalAsync(process, mark: Mark));
        await HideGroundAsync(process);
        Hide("alert", await RivalryAsync(process, Mark));
        await HideTalksAsync(process);
        await HideContactsAsync(process);
        Hide("engagement", await EngagementAsync(process: process, mark: Mark));
        await HideProfileAsync();
        Hide("acceptance@profiles", await MadeAsync("msu.officer", $"{Profile}/acceptances", TakeBody(process, Mark))); // of a person whom everybody sees
        await HideStandbyAsync();

        var chief = await crowd.AsAsync("msu.chief");
        (await chief.PatchAsync($"/api/v1/{process}", new { classification = "STRICTLY_CONFIDENTIAL" }, "*")).Is(HttpStatusCode.OK);
        await KeptAsync(process);
        var (compartment, insider) = (CompartmentOf(process), await crowd.AsAsync(Insider));
        Hide("compartment", compartment, "compartments");
        var provision = await HideAgreementAsync(process);
        Hide("member", await MadeAsync("msu.chief", $"{compartment}/members", MemberBody("authority.approver@un.example", keeper: true)));
        var own = (await chief.ReadAllAsync($"/api/v1/{compartment}/members")).Single(m => (string?)m["person"]!["name"] == AccountOf("msu.chief@un.example"));
        await DoAsync("msu.chief", $"{(string)own["name"]!}:end", new { reason = "Handed over." });

        // Somebody let himself in, proposed to show the process to more people, and was sent out again: two acts that only the keeper may know of.
        var cleared = await crowd.AsAsync(Crowd.Cleared);
        (await cleared.PostAsync($"/api/v1/{compartment}:breakGlass", new { reason = Mark, minutes = 30 })).Is(HttpStatusCode.Created);
        ApiAnswer lowered = null!;
        await Eventually.TrueAsync(async () => (lowered = await cleared.PatchAsync($"/api/v1/{process}", new { classification = "CONFIDENTIAL" }, "*")).Status == HttpStatusCode.Accepted, "who broke the glass to be let in");
        Hide("assessment", await MadeAsync(Crowd.Cleared, $"{Parent(provision)}/assessments", AssessmentBody(provision)));
        Hide("act@designation", lowered.TextOf("name"));
        var review = (await insider.ReadAllAsync("/api/v1/approvals/identity?pageSize=500")).Single(a => (string?)a["record"] == compartment && (string?)a["act"] == "compartments.breakGlass");
        Hide("act@identity", (string)review["name"]!);
        await DoAsync(Insider, $"{(string)review["name"]!}:reject", new { reason = "Nobody was asked." });
        Hide("session", await SessionAsync("monitor"));
        Hide("grant", await GrantAsync());
        Hide("delegation", await DelegationAsync());

        foreach (var outsider in (string[])["msu.chief", Crowd.Cleared, "authority.proposer", "head.of.mission", "monitor", "igad.officer"])
        {
            await UnseenAsync(await crowd.AsAsync(outsider), process, HiddenNames["agreements"]);
        }
    }

    private async Task<string> HideAgreementAsync(string process)
    {
        var (chief, body, agreement) = (await crowd.AsAsync("msu.chief"), AgreementBody(process, Mark), "");
        body["classification"] = "STRICTLY_CONFIDENTIAL";
        await Eventually.TrueAsync(async () =>
        {
            var recorded = await chief.PostAsync("/api/v1/agreements", body);
            agreement = recorded.Status == HttpStatusCode.Created ? recorded.TextOf("name") : "";
            return agreement.Length > 0;
        }, "the monitoring service to know that the chief is named");
        Hide("agreement", agreement, "agreements");
        Hide("record@agreements", agreement);
        Hide("share@agreements", await ShareAsync("head.of.mission", await AgreementAsync(), ShareBody(Icglr))); // none can be of this one: it stands for a share of another record
        await DoAsync("msu.chief", $"{agreement}:translate", TranslationBody());
        var provision = await MadeAsync("msu.chief", $"{agreement}/provisions", ProvisionBody());
        Hide("provision", provision, "provisions");
        Hide("milestone", await MadeAsync("msu.chief", $"{agreement}/milestones", MilestoneBody(provision)), "milestones");
        return provision;
    }

    private async Task HideContactsAsync(string process)
    {
        Hide("contact", await ContactAsync(process, "msu.officer", mark: Mark));
        await ContactAsync(process, "msu.officer", "Elders", Mark);
        Hide("finding", (string)(await (await crowd.AsAsync("msu.officer")).ReadAllAsync($"/api/v1/{process}/parallelTracks")).Single()["name"]!);
        Hide("councilSummary", await MadeAsync("msu.officer", $"{process}/councilSummaries", SummaryBody()));
        var visit = await MadeAsync("msu.officer", $"{process}/councilMissions", CouncilMissionBody());
        Hide("councilMission", visit);
        Hide("recommendation", await MadeAsync("msu.officer", $"{visit}/recommendations", new { text = Mark }));
        var friend = await FriendAsync(); // nobody leads the hidden process: one of another stands for it
        Hide("friend", friend);
        Hide("note", await MadeAsync(Mediator, $"{friend}/notes", new { leadEpoch = 1, text = "Hosted both rounds." }));
    }

    private async Task HideProfileAsync()
    {
        var profile = await MadeAsync("msu.chief", "profiles", ProfileBody("STRICTLY_CONFIDENTIAL", $"Hidden {Mark}"));
        Hide("profile", profile, "profiles");
        Hide("record@profiles", profile);
        Hide("share@profiles", await ShareAsync("igad.officer", await ProfileAsync("active"), ShareBody(Icglr))); // as of agreements
        var namesake = await MadeAsync("msu.chief", "profiles", ProfileBody("STRICTLY_CONFIDENTIAL", $"Hidden {Mark}"));
        Hide("duplicate", await MadeAsync("msu.chief", "duplicates", new { first = profile, second = namesake, reason = Mark }));
        Hide("sharingAgreement", await MadeAsync("eccas.officer", "sharingAgreements", SharingBody(Icglr, Mark)));
        Hide("savedSearch", await MadeAsync("msu.chief", "savedSearches", new { displayName = Mark, search = new { text = Mark } }));
        Hide("window", await WindowAsync(profile, "msu.chief"));
        await KeepContactAsync("msu.chief", profile, ContactBody(Mark));
        await HideInsidersAsync(profile);
        await HideSlatesAsync();
        Hide("act@roster", await ErasureAsync("msu.chief", profile, Mark));
    }

    private static Task UnseenAsync(HttpClient outsider, string process, string agreement) => Eventually.TrueAsync(
        async () => (await outsider.ReadAsync($"/api/v1/{process}")).Status != HttpStatusCode.OK && (await outsider.ReadAsync($"/api/v1/{agreement}")).Status != HttpStatusCode.OK,
        "an outsider to see nothing of the hidden process");

    private void Hide(string name, string resource, string? collection = null)
    {
        Hidden[name] = resource.Split('/')[^1];
        if (collection is not null)
        {
            HiddenNames[collection] = resource;
        }
    }
}

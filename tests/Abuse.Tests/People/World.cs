using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>Makes what is attacked through the API, each record fresh; and what must stay hidden, once.</summary>
internal sealed partial class World(Crowd crowd)
{
    public static readonly string Igad = WellKnown.Organization("IGAD");
    public static readonly string Eccas = WellKnown.Organization("ECCAS");
    public static readonly string Icglr = WellKnown.Organization("ICGLR");

    public Crowd Crowd => crowd;

    /// <summary>A process that everybody cleared for Confidential sees, with a claim, support, a proposal and an agreement.</summary>
    public string Process { get; private set; } = "";
    public string Claim { get; private set; } = "";
    public string SupportRole { get; private set; } = "";
    public string Proposal { get; private set; } = "";
    public string Agreement { get; private set; } = "";
    public string Provision { get; private set; } = "";
    public string Milestone { get; private set; } = "";
    public string Assessment { get; private set; } = "";
    public string Profile { get; private set; } = "";
    public string Window { get; private set; } = "";

    /// <summary>A Strictly Confidential process with its compartment, kept by the head of mediation support.</summary>
    public string Restricted { get; private set; } = "";

    public async Task BeginAsync()
    {
        Process = await ProcessAsync();
        Claim = await ClaimAsync(Process, "igad.officer");
        SupportRole = await SupportRoleAsync(Process);
        Proposal = await ProposalAsync(Process);
        Agreement = await AgreementAsync(Process);
        Provision = await ProvisionAsync(Agreement);
        Milestone = await MilestoneAsync(Provision);
        Assessment = await AssessmentAsync(Provision);
        Profile = await ProfileAsync("active");
        Window = await WindowAsync(Profile);
        await BeginTalksAsync();
        Restricted = await RestrictedAsync();
        await BeginGroundAsync();
        _onRoster = await AboutAsync(Crowd.OnRoster);
        foreach (var person in (string[])[Crowd.Corrects, Crowd.Consents, Crowd.TakesBack, Crowd.SaysDays, Crowd.TakesDaysBack])
        {
            await AboutAsync(person);
        }

        await HideAsync();
    }

    public static JsonObject ProcessBody(string classification = "CONFIDENTIAL", string mark = "Invented for a test.") => Json(new
    {
        title = $"Invented process {Guid.NewGuid():N}",
        situation = mark,
        countries = new[] { "TCD" },
        kind = "RESOLVING_MEDIATION",
        sourceOfAuthority = "REQUEST_OF_PARTIES",
        classification,
        appointingAuthority = new { organ = "Secretary-General", persons = new[] { AccountOf("authority.proposer@un.example"), AccountOf("authority.approver@un.example") } },
    });

    public Task<string> ProcessAsync(string mark = "Invented for a test.") => MadeAsync("msu.officer", "processes", ProcessBody(mark: mark));

    public Task<string> ClaimAsync(string process, string officer, string mark = "Decision of its summit") =>
        MadeAsync(officer, $"{process}/claims", new { mandate = mark, advantages = "Knows the parties.", disadvantages = "Members are neighbours." });

    public Task<string> SupportRoleAsync(string process, string mark = "Hosts the talks.") =>
        MadeAsync("igad.officer", $"{process}/supportRoles", new { role = "HOST", scope = mark, from = "2027-01-01" });

    public static JsonObject MetBody(string label = "Envoys of a State", string mark = "Talks give the others standing.") => Json(new
    {
        parties = new[] { new { label = "The invented front", outcome = "NONE", fears = mark, reply = "Mediation is a service and no recognition." } },
        thirdParties = new[] { new { label } },
        when = new { from = "2026-03" },
        where = new { kind = "VIRTUAL" },
        kind = "DIRECT_MEDIATION",
    });

    public Task<string> ContactAsync(string process, string person, string label = "Envoys of a State", string mark = "Talks give the others standing.") =>
        MadeAsync(person, $"{process}/contacts", MetBody(label, mark));

    /// <summary>What the contacts of a fresh process show of two tracks.</summary>
    public async Task<string> FindingAsync()
    {
        var process = await ProcessAsync();
        await ContactAsync(process, "msu.officer");
        await ContactAsync(process, "msu.officer", "Elders");
        return (string)(await (await crowd.AsAsync("msu.officer")).ReadAllAsync($"/api/v1/{process}/parallelTracks")).Single()["name"]!;
    }

    public Task<string> ProposalAsync(string process, long epoch = 0, string mark = "Accepted by both parties.") => MadeAsync("authority.proposer", $"{process}/lead:designate", LeadBody(epoch, mark));

    /// <summary>A proposal of this person, in a process of its own.</summary>
    public async Task<string> ProposedAsync(string person) => await MadeAsync(person, $"{await ProcessAsync()}/lead:designate", LeadBody(0));

    public static JsonObject LeadBody(long epoch, string mark = "Accepted by both parties.") => Json(new
    {
        leadEpoch = epoch,
        lead = new
        {
            organizations = new[] { Igad },
            model = "LEAD_WITH_SUPPORT",
            reason = mark,
            candidates = new[] { new { organization = Igad, advantages = "Known.", disadvantages = "Interests." }, new { organization = Eccas, advantages = "Close by.", disadvantages = "Few staff." } },
        },
    });

    /// <summary>A fresh process that IGAD leads.</summary>
    public async Task<string> LedAsync()
    {
        var process = await ProcessAsync();
        await DoAsync("authority.approver", $"{await ProposalAsync(process)}:approve", new { });
        return process;
    }

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, (string Name, DateTime Start)> _recorded = new();

    /// <summary>A process that is led, whose history can be corrected.</summary>
    public async Task<string> RecordedLeadAsync()
    {
        var process = await LedAsync();
        var lead = (await (await crowd.AsAsync("authority.proposer")).ReadAsync($"/api/v1/{process}/lead"))["lead"];
        _recorded[process] = ((string)lead["name"]!, (DateTime)lead["startTime"]!);
        return process;
    }

    public JsonObject CorrectionBody(string process) =>
        Json(new { leadEpoch = 1, corrections = new[] { new { designation = _recorded[process].Name, startTime = _recorded[process].Start.AddHours(-1) } }, reason = "The letter is of that hour." });

    public async Task<string> AgreementAsync(string? process = null, string mark = "Invented agreement") => await MadeAsync("head.of.mission", "agreements", AgreementBody(process ?? await ProcessAsync(), mark));

    public static JsonObject AgreementBody(string process, string mark = "Invented agreement") => Json(new
    {
        title = mark,
        shortTitle = "Invented",
        signedOn = "2026-01-31",
        place = "Nowhere",
        process,
        classification = "CONFIDENTIAL",
        chapters = new[] { new { number = 1, title = "All" } },
        parties = new[] { new { key = "government", name = "Government", kind = "GOVERNMENT" }, new { key = "monitor", name = "Monitor", kind = "INSTITUTION" } },
        anchors = new[] { new { key = "signature", title = "Signature", plannedOn = "2026-01-31" } },
    });

    public static JsonObject TranslationBody() => Json(new { language = "es", title = "Acuerdo inventado", shortTitle = "Inventado", machineMade = true, parties = new { government = "Gobierno" } });

    /// <summary>A fresh agreement that is told in Spanish too.</summary>
    public async Task<string> TranslatedAsync()
    {
        var agreement = await AgreementAsync();
        await DoAsync("head.of.mission", $"{agreement}:translate", TranslationBody());
        return agreement;
    }

    public static JsonObject ProvisionBody() => Json(new
    {
        clause = $"1.{Guid.NewGuid().ToString("N")[..6]}",
        chapter = 1,
        title = "Boats are registered",
        area = "REBUILDING_INSTITUTIONS",
        obligated = new[] { "government" },
        priority = "MEDIUM",
        monitor = "monitor",
        genderRelevant = false,
        vulnerableGroupRelevant = true,
    });

    public Task<string> ProvisionAsync(string agreement) => MadeAsync("head.of.mission", $"{agreement}/provisions", ProvisionBody());

    public static JsonObject MilestoneBody(string provision) => Json(new
    {
        key = $"m-{Guid.NewGuid().ToString("N")[..8]}",
        title = "Boats are registered",
        provision,
        responsible = new[] { "government" },
        durationDays = 60,
        keyMilestone = false,
        deadline = new { anchor = "signature", months = 6, days = 0 },
        predecessors = Array.Empty<object>(),
    });

    public Task<string> MilestoneAsync(string provision) => MadeAsync("head.of.mission", $"{Parent(provision)}/milestones", MilestoneBody(provision));

    /// <summary>A fresh milestone in an agreement of its own, and what has happened to it so far.</summary>
    public async Task<string> MilestoneAfterAsync(params string[] happened)
    {
        var milestone = await MilestoneAsync(await ProvisionAsync(await AgreementAsync()));
        foreach (var verb in happened)
        {
            await DoAsync("head.of.mission", $"{milestone}:{verb}", Happening("2026-02-01"));
        }

        return milestone;
    }

    public static JsonObject Happening(string on) => Json(new { on, report = "Report 1", note = "Seen at both ports." });

    public static JsonObject AssessmentBody(string provision) => Json(new
    {
        provision,
        asOf = "2026-03-31",
        level = 1,
        initiated = true,
        reversal = false,
        report = "report-1",
        reportTitle = "Quarterly report",
        reportDate = "2026-03-31",
        segment = 12,
        note = "Begun in two of ten places.",
    });

    public Task<string> AssessmentAsync(string provision) => MadeAsync("monitor", $"{Parent(provision)}/assessments", AssessmentBody(provision));

    public static JsonObject ProfileBody(string classification = "CONFIDENTIAL", string name = "A. Example") => Json(new
    {
        displayName = name,
        gender = "WOMAN",
        seniorityLevel = "LEAD_MEDIATOR",
        nationalities = new[] { "SEN" },
        languages = new[] { new { code = "fr", level = "NATIVE" } },
        expertise = new[] { new { area = "CEASEFIRE", level = "EXPERT" } },
        regions = new[] { "011" },
        countries = new[] { "MLI" },
        classification,
        consents = new[] { new { scope = "SEARCH", givenDay = "2026-01-31", evidence = "Letter of January" }, new { scope = "SHARING", givenDay = "2026-01-31", evidence = "Letter of January" } },
    });

    /// <summary>A fresh profile of IGAD.</summary>
    /// <param name="state">draft, submitted, vetted, active or suspended.</param>
    /// <param name="name">Of the person.</param>
    public async Task<string> ProfileAsync(string state, string name = "A. Example")
    {
        var profile = await MadeAsync("igad.officer", "profiles", ProfileBody(name: name));
        await StepAsync(profile, state, "submitted", "igad.officer", "submit", ["draft"]);
        await StepAsync(profile, state, "vetted", "msu.chief", "vet", ["draft", "submitted"]);
        await StepAsync(profile, state, "active", "msu.officer", "activate", ["draft", "submitted", "vetted"]);
        await StepAsync(profile, state, "suspended", "msu.officer", "suspend", ["draft", "submitted", "vetted", "active"]);
        return profile;
    }

    public Task<string> WindowAsync(string profile, string person = "igad.officer") => MadeAsync(person, $"{profile}/availability", new { startDate = "2027-03-01", endDate = "2027-05-31", kind = "IN_PERSON" });

    public Task<string> OrganizationAsync() => MadeAsync("msu.officer", "organizations", OrganizationBody());

    public static JsonObject OrganizationBody() => Json(new { displayName = $"Forum {Guid.NewGuid():N}", acronym = "F", kind = "INTERNATIONAL_NGO" });

    public static JsonObject AccountBody() => Json(new
    {
        email = $"made.{Guid.NewGuid():N}@abuse.example",
        displayName = "Desk officer",
        organization = Eccas,
        roles = new[] { "regional-officer" },
        clearance = "CONFIDENTIAL",
    });

    public async Task<string> AccountAsync() => (await (await crowd.AsAsync("administrator")).PostAsync("/api/v1/accounts", AccountBody())).Is(HttpStatusCode.Created).TextOf("account.name");

    /// <summary>What an administrator proposed and a second one has to agree to.</summary>
    public async Task<string> RaisedAsync()
    {
        var body = AccountBody();
        body["roles"] = new JsonArray("auditor");
        return (await MadeByAdministratorAsync("accounts", body)).TextOf("approval");
    }

    /// <summary>A classification that a second person has to agree to lower.</summary>
    public async Task<string> LoweredAsync() =>
        (await (await crowd.AsAsync("msu.officer")).PatchAsync($"/api/v1/{await ProcessAsync()}", new { classification = "UNCLASSIFIED" }, "*")).Is(HttpStatusCode.Accepted).TextOf("name");

    /// <summary>A fresh Strictly Confidential process whose compartment the head of mediation support keeps.</summary>
    public async Task<string> RestrictedAsync()
    {
        var process = await MadeAsync("msu.chief", "processes", ProcessBody("STRICTLY_CONFIDENTIAL"));
        await KeptAsync(process);
        return process;
    }

    public static string CompartmentOf(string process) => process.Replace("processes/", "compartments/", StringComparison.Ordinal);

    public static JsonObject MemberBody(string email = "authority.proposer@un.example", bool keeper = false) =>
        Json(new { email, keeper, function = "Adviser", reason = "Drafts the framework agreement.", untilTime = DateTime.UtcNow.AddDays(keeper ? 366 : 30) }); // who keeps it stays as long as who leaves it to him would

    public async Task<string> MemberAsync(string? process = null) => await MadeAsync("msu.chief", $"{CompartmentOf(process ?? await RestrictedAsync())}/members", MemberBody());

    /// <summary>Another session of a person.</summary>
    public async Task<string> SessionAsync(string person)
    {
        using var again = await crowd.AgainAsync(person);
        return (await again.ReadAllAsync("/api/v1/me/sessions")).Select(s => (string?)s["current"]?.ToString() == "true" ? (string)s["name"]! : null).Single(s => s is not null)!;
    }

    public static string AccountOf(string email) => $"accounts/{WellKnown.Id("account", email)}";

    public static JsonObject Json(object value) => System.Text.Json.JsonSerializer.SerializeToNode(value, System.Text.Json.JsonSerializerOptions.Web)!.AsObject();

    /// <summary>The record that another one is part of.</summary>
    public static string Parent(string name) => string.Join('/', name.Split('/')[..2]);

    /// <summary>Other cases change what it rests on at the same moment: whoever is told so, asks again.</summary>
    public async Task<string> MadeAsync(string person, string collection, object body)
    {
        for (var left = 5; ; left--)
        {
            var answer = await (await crowd.AsAsync(person)).PostAsync($"/api/v1/{collection}", body);
            if (left == 0 || answer.Status != HttpStatusCode.Conflict || !answer.Text.Contains("CONCURRENT_CHANGE", StringComparison.Ordinal))
            {
                return answer.Is(HttpStatusCode.Created).TextOf("name");
            }
        }
    }

    public async Task DoAsync(string person, string path, object body) => (await (await crowd.AsAsync(person)).PostAsync($"/api/v1/{path}", body)).Is(HttpStatusCode.OK);

    private async Task StepAsync(string profile, string wished, string reached, string person, string verb, string[] before)
    {
        if (!before.Contains(wished))
        {
            (await (await crowd.AsAsync(person)).DecideAsync($"/api/v1/{profile}", verb, verb == "suspend" ? new { reason = "On leave." } : null)).Is(HttpStatusCode.OK);
        }
    }

    private async Task KeptAsync(string process)
    {
        var chief = await crowd.AsAsync("msu.chief");
        await Eventually.TrueAsync(async () => (await chief.ReadAsync($"/api/v1/{CompartmentOf(process)}/members")).Status == HttpStatusCode.OK, "the compartment of a restricted process to be kept");
    }
}

using System.Net;
using System.Text.Json.Nodes;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>Talks: what is recorded of them, the parties at the table, and the text between them.</summary>
internal sealed partial class World
{
    /// <summary>A process that IGAD leads, with a party that the monitor speaks for, a text put to it, and what it says of that.</summary>
    public string Talks { get; private set; } = "";
    public string Delegation { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string TextVersion { get; private set; } = "";
    public string Comment { get; private set; } = "";

    public static JsonObject FormBody(params string[] members) => Json(new { leadEpoch = 1, party = $"Party {Guid.NewGuid():N}", members });

    /// <summary>A party with a process of its own, which IGAD leads.</summary>
    public async Task<string> DelegationAtTableAsync() => await MadeAsync(Crowd.Mediator, $"{await LedAsync()}/delegations", FormBody());

    public async Task<string> TextAsync(string? process = null) => await MadeAsync(Crowd.Mediator, $"{process ?? await LedAsync()}/texts", new { leadEpoch = 1, title = "Invented text" });

    public Task<string> VersionAsync(string text, string mark = "Both communities fish.") => MadeAsync(Crowd.Mediator, $"{text}/versions", new
    {
        leadEpoch = 1,
        articles = new[] { new { key = "1", number = "1", heading = "Fishing", body = mark, state = "PROVISIONALLY_AGREED" } },
    });

    /// <summary>A version that a party of its own process, for which the monitor speaks, has before it.</summary>
    public async Task<string> PresentedAsync(string mark = "Both communities fish.")
    {
        var process = await LedAsync();
        await MadeAsync(Crowd.Mediator, $"{process}/delegations", FormBody(AccountOf("monitor@rjmec.example")));
        var version = await VersionAsync(await TextAsync(process), mark);
        await DoAsync(Crowd.Mediator, $"{version}:present", new { leadEpoch = 1 });
        return version;
    }

    public async Task<string> CommentAsync(string? text = null, string mark = "Not at night.") =>
        await MadeAsync("monitor", $"{text ?? Above(await PresentedAsync())}/comments", new { version = 1, article = "1", body = mark });

    /// <summary>Something of the talks, in a process of its own.</summary>
    public async Task<string> RecordedAsync(string collection)
    {
        if (collection is not ("talkSessions" or "trainingOffers"))
        {
            return await MadeAsync("msu.officer", $"{await ProcessAsync()}/{collection}", RecordedBody(collection));
        }

        var delegation = await DelegationAtTableAsync();
        var made = await MadeAsync("msu.officer", $"{Parent(delegation)}/{collection}", RecordedBody(collection, delegation));
        _offered[made] = delegation;
        return made;
    }

    public string DelegationOf(string offer) => _offered[offer];

    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, string> _offered = new();

    public static JsonObject RecordedBody(string collection, string delegation = "", string mark = "Invented for a test.") => collection switch
    {
        "talkSessions" => Json(new { format = "SHUTTLE", on = "2026-02-01", place = "Nowhere", subject = mark, present = new[] { new { delegation, counts = new[] { new { role = "PARTICIPANT", level = "DECISION", women = 1, men = 1 } } } } }),
        "preConsultations" => Json(new { groups = new[] { "REFUGEES" }, on = "2026-02-01", heldBy = "Field office", said = mark }),
        "exclusionFlags" => Json(new { party = "Splinter group", assessment = mark, reviewOn = "2027-02-01" }),
        "earlyEngagements" => Json(new { party = "Movement", on = "2026-02-01", by = "Envoy", view = mark, consent = "CONSIDERING" }),
        "informalTracks" => Json(new { kind = "WORKSHOP", title = mark, convener = "An institute", from = "2026-02-01", transfer = new { what = "Points", how = "A note", by = "2026-03-01" } }),
        "assemblyTexts" => Json(new { kind = "OPINION", title = "On fishing", on = "2026-02-01", about = "Item 1", body = mark, groups = new[] { "ELDERS" }, victimsConsulted = false, victimsConsultation = "There are none." }),
        _ => Json(new { kind = "EXPERIENCE_SHARING", subject = mark, provider = "An institute", from = "2026-02-01", offeredTo = new[] { delegation } }),
    };

    public static JsonObject AnswerBody(string delegation) => Json(new { delegation, accepted = true, on = "2026-02-02", text = "Gladly." });

    /// <summary>A process whose framework agreement is written, and initialled.</summary>
    public async Task<string> FrameworkAsync(bool initialled)
    {
        var process = await ProcessAsync();
        await WriteAsync($"{process}/frameworkAgreement", new { venue = new { text = "Nowhere", agreed = true } });
        if (initialled)
        {
            await DoAsync("msu.officer", $"{process}/frameworkAgreement:initial", new { on = "2026-02-01", place = "Nowhere", signatories = new[] { new { party = "One", person = "A" }, new { party = "Two", person = "B" } } });
        }

        return process;
    }

    public async Task<string> StrategyAsync()
    {
        var process = Parent(await RecordedAsync("preConsultations"));
        await WriteAsync($"{process}/strategy", new { kind = "RESOLVING_MEDIATION", aims = "A ceasefire", approach = "Listen first", reviewOn = "2027-02-01" });
        return process;
    }

    public async Task<string> InclusionPlanAsync()
    {
        var process = await ProcessAsync();
        await WriteAsync($"{process}/inclusionPlan", new { principles = new { title = "Nothing about us without us", reference = "Annex", on = "2026-02-01" } });
        return process;
    }

    /// <summary>What a version or a comment is part of.</summary>
    public static string Above(string name) => string.Join('/', name.Split('/')[..4]);

    private async Task WriteAsync(string document, object content) => (await (await crowd.AsAsync("msu.officer")).PatchAsync($"/api/v1/{document}", content, "*")).Is(HttpStatusCode.OK);

    private async Task BeginTalksAsync()
    {
        TextVersion = await PresentedAsync();
        (Text, Talks) = (Above(TextVersion), Parent(TextVersion));
        Delegation = (await (await crowd.AsAsync(Crowd.Mediator)).ReadAllAsync($"/api/v1/{Talks}/delegations")).Select(d => (string)d["name"]!).Single();
        Comment = await CommentAsync(Text);
    }

    /// <summary>What is recorded in the hidden process, before it is hidden; and of texts those of other talks, for nobody leads the hidden one.</summary>
    private async Task HideTalksAsync(string process)
    {
        foreach (var collection in (string[])["preConsultations", "exclusionFlags", "earlyEngagements", "informalTracks", "assemblyTexts"])
        {
            Hide(collection[..^1], await MadeAsync("msu.officer", $"{process}/{collection}", RecordedBody(collection, mark: Mark)));
        }

        Hide("talkSession", await RecordedAsync("talkSessions"));
        Hide("trainingOffer", await RecordedAsync("trainingOffers"));
        Hide("delegation@processes", await DelegationAtTableAsync());
        var version = await PresentedAsync(Mark);
        Hide("text", Above(version));
        Hide("version", version);
        Hide("comment", await CommentAsync(Above(version), Mark));
    }
}

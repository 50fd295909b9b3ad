using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Concord.Abuse.Tests.Cases;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>Text that a browser, a spreadsheet or an eye could take for something else is kept as text, answered as JSON text, and shown as text.</summary>
public sealed class TextTests(AbusePlatform platform)
{
    private const string Script = "<script>alert(1)</script>";
    private const string Attribute = "'\"><svg onload=alert(1)>";

    /// <summary>Direction turned round, an isolate that is not closed, Cyrillic letters that look Latin, a template and a formula.</summary>
    private const string Disguise = "\u202Etxt.\u2066\u0440\u0430\u0443{{7*7}}=1+1";
    private static readonly string[] s_texts =
    [
        "title", "shortTitle", "situation", "organ", "mandate", "advantages", "disadvantages", "scope", "reason", "displayName", "acronym", "function", "place", "note", "report", "reportTitle",
        "partiesInformed", "dossierTransfer", "singleCandidateReason", "government",
        "finding", "basedOn", "community", "abilities", "partiality",
        "purpose", "by", "evidence", "exposedToReprisals", "address", "relation",
    ];

    private static bool IsText(JsonNode body, IReadOnlyList<object> leaf) =>
        leaf[^1] is string name && s_texts.Contains(name, StringComparer.Ordinal) && Bodies.At(body, leaf) is JsonValue value && value.TryGetValue<string>(out _);

    [Fact, Abuse(16), Abuse(19)]
    public Task Every_text_field_keeps_a_script_as_text() => Case.AgainstEveryOperationAsync(platform, "stored script", async attempt =>
    {
        var (told, fields) = (new HashSet<string>(), attempt.Reach.Body is { } body ? Bodies.Leaves(body).Where(l => IsText(body, l)).ToList() : []);
        if (fields.Count == 0 || attempt.Row.Ends is not null)
        {
            return Case.NotFor("takes no free text, or has nothing here to keep it with");
        }

        foreach (var text in (string[])[Script, Attribute, Disguise])
        {
            var reach = await attempt.Row.ReachAsync(platform.World, attempt.Operation);
            var sent = fields.Aggregate(reach.Body!.ToJsonString(), (json, field) => Bodies.With(JsonNode.Parse(json)!, field, Unique(attempt.Operation.Id, field, text)));
            var answer = await attempt.Wire.SendAsync(attempt.Operation, reach, body: sent);
            Assert.True((int)answer.Status is >= 200 and < 300 or 400, $"{answer.Told} {answer.Text}");
            Assert.DoesNotContain("<", answer.Text, StringComparison.Ordinal);
            Assert.Contains("json", answer.Headers["Content-Type"], StringComparison.Ordinal);
            told.Add((int)answer.Status < 300 ? "kept as text" : answer.Told);
        }

        return string.Join(", ", told);
    });

    [Fact, Abuse(16)]
    public async Task Every_page_shows_a_script_as_text()
    {
        var world = platform.World;
        var support = await platform.Crowd.AsAsync("msu.officer");
        var body = People.World.ProcessBody(mark: Script);
        body["title"] = $"{Attribute}{Script}";
        body["countries"] = new System.Text.Json.Nodes.JsonArray("TUV"); // a list of its own: other tests open processes by the hundred
        var process = await world.MadeAsync("msu.officer", "processes", body);
        var claim = await world.ClaimAsync(process, "igad.officer", Script + Attribute);
        await world.SupportRoleAsync(process, Script + Attribute);
        var proposal = await world.ProposalAsync(process, mark: Script + Attribute);
        await world.DoAsync(People.World.Insider, $"{proposal}:approve", new { });
        var agreement = await world.AgreementAsync(process, Script + Attribute);
        var provisionBody = People.World.ProvisionBody();
        provisionBody["title"] = Script + Attribute;
        var provision = await world.MadeAsync("head.of.mission", $"{agreement}/provisions", provisionBody);
        var milestoneBody = People.World.MilestoneBody(provision);
        milestoneBody["title"] = Script + Attribute;
        await world.MadeAsync("head.of.mission", $"{agreement}/milestones", milestoneBody);
        await world.AssessmentAsync(provision);
        var lowered = (await support.PatchAsync($"/api/v1/{process}", new { classification = "UNCLASSIFIED" }, "*")).TextOf("name");

        // Where the text of the record is shown, and where what the visitor wrote is.
        (string Person, string Path, bool Shows)[] pages =
        [
            ("igad.officer", $"/{process}", true), ("igad.officer", "/processes?country=TUV", true), ("igad.officer", "/", false), ("igad.officer", $"/{process}/claim", true), ("eccas.officer", $"/{process}/support", true),
            ("igad.officer", $"/search?q={Uri.EscapeDataString(Script)}", true), ("igad.officer", $"/search?q={Uri.EscapeDataString(Attribute)}", false), ("msu.officer", "/alerts", false),
            ("msu.chief", "/approvals", false), ("msu.officer", $"/roster?text={Uri.EscapeDataString(Attribute)}", false), ("head.of.mission", "/agreements", true), ("head.of.mission", $"/{agreement}", true),
            ("head.of.mission", $"/{agreement}/schedule", true), ("head.of.mission", $"/{provision}", true), ("igad.officer", $"/nothing/{Uri.EscapeDataString(Script)}", false),
            ("igad.officer", $"/account/sign-in?returnUrl=/{Uri.EscapeDataString(Attribute)}", false), ("igad.officer", $"/processes?country={Uri.EscapeDataString(Attribute)}", false),
        ];
        var browsers = new ConcurrentDictionary<string, Browser>();
        foreach (var (person, path, shows) in pages)
        {
            var browser = browsers.TryGetValue(person, out var known) ? known : browsers[person] = await platform.Crowd.BrowserAsync(person);
            using var page = await browser.GetAsync(path);
            Assert.True((int)page.StatusCode < 500, $"{path}: {(int)page.StatusCode}");
            Assert.DoesNotContain("<script>alert", browser.Html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<svg onload", browser.Html, StringComparison.OrdinalIgnoreCase);
            Assert.True(!shows || browser.Html.Contains("&lt;script&gt;alert(1)", StringComparison.Ordinal), $"{path} shows nothing of it: {browser.Html}");
            var policy = string.Join(' ', page.Headers.GetValues("Content-Security-Policy"));
            Assert.True(policy.Contains("default-src 'none'", StringComparison.Ordinal) && !policy.Contains("unsafe-", StringComparison.Ordinal), $"{path}: {policy}");
        }

        Assert.StartsWith("processes/", claim);
        Assert.StartsWith("approvals/", lowered);
    }

    // Names that must differ from all others get something that does.
    private static string Unique(string operation, IReadOnlyList<object> field, string text) =>
        operation.EndsWith("Organization", StringComparison.Ordinal) && field[^1] is "displayName" ? $"{text} {Guid.NewGuid():N}" : text;
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Platform.Tables;
using Concord.Roster.Tests.Contacts;
using Concord.Roster.Tests.Import;
using Concord.Roster.Tests.SharingAgreements;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Export;

public sealed class PeopleTableTests : IAsyncLifetime
{
    private static readonly TestCaller Auditor = TestCaller.Person(Some.Owner, Roles.Auditor) with { Clearance = Classification.StrictlyConfidential };
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(b => b.Configuration["Roster:Reading:MostPeople"] = "3");

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R20")]
    [InlineData("CSV", "text/csv")]
    [InlineData("XLSX", XlsxText.MediaType)]
    public async Task What_an_export_writes_an_import_reads_and_nothing_changes(string format, string mediaType)
    {
        var ugly = UglyTable.Make(60);
        (await _service.SendTableAsync(Officer, "/api/v1/profiles:import?withoutErrors=true", ugly.Bytes)).Is(HttpStatusCode.OK);
        (await _service.SendTableAsync(Officer, "/api/v1/profiles:import", "id,name,gender,level\nX1,'=2+5,F,Expert\nX2,\"O'Neil, \"\"Ama\"\"\n\",F,Expert\n"u8.ToArray())).Is(HttpStatusCode.OK);
        var table = await ExportAsync(Officer, format);
        var again = (await _service.SendTableAsync(Officer, "/api/v1/profiles:import?dryRun=true", table, mediaType: mediaType)).Is(HttpStatusCode.OK);
        Assert.Equal(($"{ugly.Clean.Count + 2}", "0", "0"), (again["unchanged"].ToString(), again["changed"].ToString(), again["refused"].ToString()));
    }

    [Theory, Rule("R20"), Rule("R26")]
    [InlineData("CSV", "text/csv")]
    [InlineData("XLSX", XlsxText.MediaType)]
    public async Task People_without_a_reference_come_back_from_their_export_as_themselves(string format, string mediaType)
    {
        var draft = await _service.DraftAsync(Body("Ama Bare", owner: Union, nationalities: [], languages: [], consents: []));
        await _service.ActiveAsync(Body("Ama Full", owner: Union, expertise: [new { area = "CEASEFIRE", level = "EXPERT" }], countries: ["KEN", "UGA"]));
        var table = await ExportAsync(Officer, format);
        foreach (var query in (string[])["?dryRun=true", ""])
        {
            var again = (await _service.SendTableAsync(Officer, $"/api/v1/profiles:import{query}", table, mediaType: mediaType)).Is(HttpStatusCode.OK);
            Assert.Equal(("0", "0", "2", "0"), (again["new"].ToString(), again["changed"].ToString(), again["unchanged"].ToString(), again["refused"].ToString()));
        }

        Assert.Equal("\"1\"", (await _service.As(Officer).ReadAsync(draft)).ETag);
    }

    [Fact, Rule("R20")]
    public async Task A_changed_cell_changes_whom_the_row_names_and_a_reference_that_was_filled_in_is_kept()
    {
        var path = await _service.DraftAsync(Body("Ama Bare", owner: Union));
        var text = Encoding.UTF8.GetString(await ExportAsync(Officer, "CSV")).Replace("Ama Bare", "Ama Dressed", StringComparison.Ordinal);
        var changed = (await _service.SendTableAsync(Officer, "/api/v1/profiles:import", Encoding.UTF8.GetBytes(text))).Is(HttpStatusCode.OK);
        Assert.Equal(("1", """["displayName"]""", path["/api/v1/".Length..]), (changed["changed"].ToString(), changed["lines.0.fields"].ToJsonString(), changed.TextOf("lines.0.profile")));
        Assert.Equal("Ama Dressed", (await _service.As(Officer).ReadAsync(path)).TextOf("displayName"));

        var referred = text.Replace("\r\n,Ama", "\r\nHR-1,Ama", StringComparison.Ordinal);
        var known = (await _service.SendTableAsync(Officer, "/api/v1/profiles:import", Encoding.UTF8.GetBytes(referred))).Is(HttpStatusCode.OK);
        Assert.Equal("""["externalReference"]""", known["lines.0.fields"].ToJsonString());
        Assert.Equal("1", (await _service.SendTableAsync(Officer, "/api/v1/profiles:import", "id,name\nHR-1,Ama Dressed\n"u8.ToArray())).Is(HttpStatusCode.OK)["unchanged"].ToString());
        await AssertRefusedAsync(referred.Replace("HR-1", "HR-2", StringComparison.Ordinal), "externalReference");
    }

    [Fact, Rule("R20"), Abuse(1)]
    public async Task A_row_that_names_nobody_whom_the_importer_keeps_and_sees_is_refused_alike_whether_or_not_there_is_somebody()
    {
        var theirs = await _service.DraftAsync(Body("Ama Theirs", owner: Some.Owner));
        var strict = await _service.DraftAsync(Body("Ama Strict", "STRICTLY_CONFIDENTIAL", owner: Union));
        var reasons = new HashSet<string>();
        foreach (var name in (string[])[theirs["/api/v1/".Length..], strict["/api/v1/".Length..], $"profiles/{Guid.NewGuid()}"])
        {
            reasons.Add(await AssertRefusedAsync($"externalReference,displayName,gender,seniorityLevel,profile\n,Ama New,WOMAN,EXPERT,{name}\n", "profile"));
        }

        Assert.Single(reasons);
        await AssertRefusedAsync("externalReference,displayName,gender,seniorityLevel,profile\n,Ama New,WOMAN,EXPERT,profiles/1\n", "profile");
        await AssertRefusedAsync("externalReference,displayName,gender,seniorityLevel,profile\n,Ama New,WOMAN,EXPERT,a senior diplomat\n", "externalReference"); // another column that is called so
    }

    [Fact, Rule("R20")]
    public async Task Rows_of_one_person_are_known_as_such_however_each_says_whom()
    {
        var done = (await _service.SendTableAsync(Officer, "/api/v1/profiles:import", "id,name,gender,level\nA1,Ama One,F,Expert\n"u8.ToArray())).Is(HttpStatusCode.OK);
        var name = done.TextOf("lines.0.profile");
        var twice = (await _service.SendTableAsync(Officer, "/api/v1/profiles:import?dryRun=true", Encoding.UTF8.GetBytes($"id,name,gender,level,profile\nA1,Ama Two,F,Expert,\n,Ama Three,F,Expert,{name}\n"))).Is(HttpStatusCode.OK);
        Assert.Equal(["2 externalReference", "3 profile"], twice["problems"].AsArray().Select(p => $"{p!["line"]} {p["field"]}"));
    }

    [Fact, Rule("R26")]
    public async Task A_table_is_safe_to_open_and_holds_what_the_caller_may_see_and_no_contact()
    {
        var path = await _service.DraftAsync(Body("=cmd|' /C calc'!A0", owner: Union));
        (await _service.KeepAsync(Officer, path, new { emails = new[] { "ama@example.org" } })).Is(HttpStatusCode.OK);
        await _service.DraftAsync(Body("Of another organization"));
        var text = Encoding.UTF8.GetString(await ExportAsync(Officer, "CSV"));
        Assert.StartsWith("\ufeffexternalReference,displayName,", text, StringComparison.Ordinal);
        Assert.Contains(",'=cmd|' /C calc'!A0,WOMAN,", text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("another", text, StringComparison.Ordinal);
        Assert.Equal(2, text.TrimEnd().Split("\r\n").Length);
    }

    [Fact, Rule("R20"), Rule("R138")]
    public async Task That_people_left_as_a_table_is_entered_and_those_of_others_count_as_read()
    {
        for (var i = 0; i < 5; i++)
        {
            await _service.DraftAsync(Body($"Own {i}", owner: Union));
        }

        await ExportAsync(Officer, "JSONL"); // more than anybody reads of others, and the own ones
        var entry = Assert.Single((await _service.As(Auditor).ReadAsync("/api/v1/audit/roster/entries?action=roster.profiles.export")).Is(HttpStatusCode.OK)["items"].AsArray())!;
        Assert.Equal(("Export asked for: 5 people as JSONL, 5 of the own organization.", Officer.Subject), ((string?)entry["purpose"], (string?)entry["actor"]));
        Assert.Equal([Union], entry["resources"]!.AsArray().Select(r => (string?)r));

        (await SendAsync(Desk, "?format=CSV")).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
        Assert.Equal(5, Encoding.UTF8.GetString(await ExportAsync(Officer, "CSV")).Split("\r\n").Length - 2);
        (await SendAsync(HeadOfMission, "")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact, Rule("R27"), Rule("R20")]
    public async Task An_export_of_a_search_holds_whom_it_finds_and_nobody_whom_the_caller_does_not_see()
    {
        await _service.ActiveAsync(Body("Ama Found", gender: "WOMAN"));
        await _service.ActiveAsync(Body("Ben Other", gender: "MAN"));
        await _service.DraftAsync(Body("Cee Draft", gender: "WOMAN"));
        const string search = "{\"genders\":[\"WOMAN\"]}";
        var lines = Encoding.UTF8.GetString(await ExportAsync(Desk, "JSONL", $"&search={Uri.EscapeDataString(search)}")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var line = JsonNode.Parse(Assert.Single(lines))!;
        Assert.Equal(("Ama Found", "ACTIVE", "sw"), ((string?)line["displayName"], (string?)line["state"], (string?)line["languages"]![0]!["code"]));
        Assert.Empty(await ExportAsync(Officer, "JSONL", $"&search={Uri.EscapeDataString(search)}"));
        foreach (var wrong in (string[])["?search=x", "?search=null", "?search=%7B%22pageSize%22%3A1%7D", "?search=%7B%7D&state=ACTIVE"])
        {
            WrongIn(["search"], await SendAsync(Desk, wrong));
        }
    }

    [Fact, Rule("R20")]
    public async Task Of_people_whom_an_agreement_opens_it_holds_what_the_agreement_names_and_says_what_is_withheld()
    {
        await _service.ActiveAsync(Body("Ama Partly", owner: Union, countries: ["KEN"]));
        await _service.AgreedAsync(SharingClient.Terms(["EXPERIENCE"]));
        foreach (var search in (string[])["", "&search=%7B%7D"])
        {
            var line = JsonNode.Parse(Assert.Single(Encoding.UTF8.GetString(await ExportAsync(SharingClient.Reader, "JSONL", search)).Split('\n', StringSplitOptions.RemoveEmptyEntries)))!;
            Assert.Equal(("Ama Partly", "KEN"), ((string?)line["displayName"], (string?)line["countries"]![0]));
            Assert.Equal(["SKILLS", "AVAILABILITY", "TRAININGS", "NATIONALITIES"], line["withheld"]!.AsArray().Select(w => (string?)w));
            Assert.All((string[])["languages", "expertise", "functions", "nationalities"], field => Assert.Empty(line[field]!.AsArray()));
        }

        Assert.Empty(await ExportAsync(SharingClient.Reader, "JSONL", $"&search={Uri.EscapeDataString("{\"languages\":[{\"code\":\"sw\"}]}")}"));
    }

    [Fact, Rule("R20")]
    public async Task A_partner_s_machine_gets_the_people_of_its_organization_in_the_documented_form_and_only_with_the_scope()
    {
        await _service.DraftAsync(Body("Ama Own", owner: Union, consents: [new { scope = "SEARCH", givenDay = "2024-03-05", evidence = "A letter" }]));
        var lines = Encoding.UTF8.GetString(await ExportAsync(TestCaller.Machine(Union, Roles.RegionalOfficer, "roster.profiles.export"), "JSONL")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var fields = JsonNode.Parse(Assert.Single(lines))!.AsObject().Select(f => f.Key);
        Assert.Equal(
            ["profile", "owner", "state", "synthetic", "displayName", "gender", "seniorityLevel", "nationalities", "languages", "expertise", "regions", "countries", "classification", "functions", "createTime", "updateTime", "withheld"], fields);
        (await SendAsync(TestCaller.Machine(Union, Roles.RegionalOfficer, "roster.profiles.read"), "")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    private async Task<byte[]> ExportAsync(TestCaller caller, string format, string more = "")
    {
        using var answer = await _service.As(caller).GetAsync(new Uri($"/api/v1/profiles:export?format={format}{more}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<string> AssertRefusedAsync(string table, string field)
    {
        var tried = (await _service.SendTableAsync(Officer, "/api/v1/profiles:import?dryRun=true", Encoding.UTF8.GetBytes(table))).Is(HttpStatusCode.OK);
        Assert.Equal("0", tried["new"].ToString());
        var problem = Assert.Single(tried["problems"].AsArray())!;
        Assert.Equal(field, (string?)problem["field"]);
        return (string)problem["reason"]!;
    }

    private Task<ApiAnswer> SendAsync(TestCaller caller, string query) => _service.As(caller).ReadAsync($"/api/v1/profiles:export{query}");
}

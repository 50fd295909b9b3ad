using System.Net;
using Concord.Contracts.Events;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Contacts;

public sealed class ImportApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private const string Table = "\ufeffexternal_id;party;third_party;kind;from;place;topics\r\n1;Front;Forum of States;Direct mediation;5 March 2024;virtual;Ceasefire\r\n2;Front;\"Envoys of\r\na State\";direct mediation;2024-03;;ceasefire\r\n3;Army;Elders;informal;2024;?;\r\n";

    [Fact, Rule("R144"), Rule("R48")]
    public async Task A_dry_run_says_what_an_import_then_records_and_a_second_import_says_that_each_is_there()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Importer");
        var dry = (await ImportAsync(officer, process, Table, "?dryRun=true")).Is(HttpStatusCode.OK);
        Assert.Equal(("true", "3", "0"), (dry["dryRun"].ToString(), dry["recorded"].ToString(), dry["refused"].ToString()));
        Assert.Empty((await fixture.As(officer).ReadAsync($"{process}/contacts"))["items"].AsArray());

        var done = (await ImportAsync(officer, process, Table)).Is(HttpStatusCode.OK);
        Assert.Equal("3", done["recorded"].ToString());
        Assert.Equal([2, 3, 5], done["lines"].AsArray().Select(l => l!["line"]!.GetValue<int>()));
        Assert.Equal("Envoys of a State", (await fixture.As(officer).ReadAsync($"/api/v1/{done.TextOf("lines.1.contact")}")).TextOf("thirdParties.0.label"));
        var finding = Assert.Single((await fixture.As(fixture.Support).ReadAsync($"{process}/parallelTracks"))["items"].AsArray())!;
        Assert.Equal("ceasefire", finding["evidence"]!["doubledTopics"]![0]!.GetValue<string>());

        var again = (await ImportAsync(officer, process, Table.Replace("Elders", "Other elders", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        Assert.Equal(("0", "3"), (again["recorded"].ToString(), again["alreadyThere"].ToString()));
        Assert.Equal(("ALREADY_THERE", done.TextOf("lines.0.contact"), "true"), (again.TextOf("lines.0.outcome"), again.TextOf("lines.0.contact"), again["lines.2.differs"].ToString()));
        Assert.Null(again.Find("lines.0.differs"));
        Assert.Equal(3, (await fixture.As(officer).ReadAsync($"{process}/contacts"))["items"].AsArray().Count);

        // What another organization has brought is not told: it may not be for this one to see.
        Assert.Equal("3", (await ImportAsync(fixture.Officer("Another"), process, Table, "?dryRun=true"))["recorded"].ToString());
    }

    [Fact, Rule("R144"), Rule("R61")]
    public async Task What_was_corrected_since_is_told_by_the_record_that_counts_and_only_where_that_says_something_else_too()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Importer");
        var done = await ImportAsync(officer, process, Table);
        var (second, third) = ($"/api/v1/{done.TextOf("lines.1.contact")}", $"/api/v1/{done.TextOf("lines.2.contact")}");
        (await fixture.As(officer).PostAsync($"{second}:withdraw", new { reason = "Never was." })).Is(HttpStatusCode.OK);
        var elders = new { parties = new[] { new { label = "Army" } }, thirdParties = new[] { new { label = "Other elders" } }, when = new { from = "2024" }, kind = "INFORMAL" };
        var first = (await fixture.As(officer).PostAsync($"{third}:correct", new { reason = "Others.", contact = elders with { kind = "TECHNICAL" } })).Is(HttpStatusCode.Created);
        var counts = (await fixture.As(officer).PostAsync($"{first.Location}:correct", new { reason = "Not that either.", contact = elders })).Is(HttpStatusCode.Created);

        var changed = Table.Replace("Elders", "Other elders", StringComparison.Ordinal).Replace("2024-03;;", "2024-04;;", StringComparison.Ordinal);
        var again = (await ImportAsync(officer, process, changed)).Is(HttpStatusCode.OK);
        Assert.Equal(("3", counts.TextOf("name")), (again["alreadyThere"].ToString(), again.TextOf("lines.2.contact")));
        Assert.Null(again.Find("lines.2.differs")); // it says what the correction says
        Assert.Null(again.Find("lines.1.differs")); // nothing to correct is left
        Assert.Equal(("true", null), (again["lines.1.withdrawn"].ToString(), again.Find("lines.2.withdrawn")?.ToString()));
        var other = (await ImportAsync(officer, process, changed.Replace("Other elders", "Elders of the hills", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        Assert.Equal((counts.TextOf("name"), "true"), (other.TextOf("lines.2.contact"), other["lines.2.differs"].ToString()));
        Assert.Equal("true", (await ImportAsync(officer, process, changed.Replace("informal", "no kind at all", StringComparison.Ordinal))).Is(HttpStatusCode.OK)["lines.2.differs"].ToString());
    }

    [Fact, Rule("R144")]
    public async Task One_row_that_cannot_be_recorded_and_none_is_and_each_reason_names_line_and_column()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Importer");
        var unknown = $"organizations/{Guid.NewGuid()}";
        var table = $"party,third_party,kind,from,country\nFront,Forum,informal,2024,\nFront,Forum,informal,early March 2024,\nFront,Forum,chat,2024,\nFront,{unknown},informal,05/03/2024,Sudan\nFront,Forum,informal,2024,\nFront,{unknown},informal,2023,\nFront,Forum,informal,2030,\n";
        var refused = (await ImportAsync(officer, process, table)).IsProblem(HttpStatusCode.BadRequest, "IMPORT_REFUSED");
        var dry = (await ImportAsync(officer, process, table, "?dryRun=true")).Is(HttpStatusCode.OK);
        (int, string?)[] expected = [(3, "from"), (4, "kind"), (5, "from"), (6, null), (7, "third_party"), (8, "from")];
        Assert.Equal(expected, dry["problems"].AsArray().Select(p => (p!["line"]!.GetValue<int>(), p["column"]?.GetValue<string>())));
        Assert.Equal(["line 3, from", "line 4, kind", "line 5, from", "line 6", "line 7, third_party", "line 8, from"], refused["errors"].AsObject().Select(e => e.Key));
        Assert.Equal(("1", "6"), (dry["recorded"].ToString(), dry["refused"].ToString()));
        Assert.Empty((await fixture.As(officer).ReadAsync($"{process}/contacts"))["items"].AsArray());
        Assert.Equal("2024-03-05", await FirstFromAsync(officer, process, "party,third_party,kind,from\nFront,Forum,informal,05/03/2024\n", "?dateOrder=DMY"));
    }

    [Fact, Rule("R144")]
    public async Task What_is_no_table_is_refused_and_who_may_not_keep_contacts_imports_none()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Importer");
        (await ImportAsync(officer, process, "")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await ImportAsync(officer, process, "party,third_party,kind\n")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await ImportAsync(officer, process, "party,colour\na,b\n")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await ImportAsync(officer, process, "party,third_party,kind\n" + string.Concat(Enumerable.Repeat("a,b,informal\n", 5001)))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(officer).PostAsync($"{process}/contacts:import", new { })).Is(HttpStatusCode.UnsupportedMediaType);
        (await ImportAsync(fixture.Analyst, process, Table)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await ImportAsync(officer, $"/api/v1/processes/{Guid.NewGuid()}", Table)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R144")]
    public async Task An_organization_that_is_registered_is_known_by_what_it_is_called_where_only_one_is_called_so()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Importer");
        var (union, twin, other) = (fixture.Neighbours.Organization("Union of the Lakes"), fixture.Neighbours.Organization("Twin of the Lakes"), fixture.Neighbours.Organization("Twin of the Lakes"));
        await fixture.Service.HearAsync(new OrganizationRegistered(union, "Union of the Lakes", "UL", "RegionalOrganization", 1, DateTime.UtcNow));
        await fixture.Service.HearAsync(new OrganizationRegistered(twin, "Twin of the Lakes", "TL", "RegionalOrganization", 1, DateTime.UtcNow));
        await fixture.Service.HearAsync(new OrganizationRegistered(other, "Twin of the Lakes", "", "RegionalOrganization", 1, DateTime.UtcNow));
        var done = (await ImportAsync(officer, process, "party,third_party,kind\nFront,union of the LAKES | Twin of the Lakes,informal\n")).Is(HttpStatusCode.OK);
        var read = await fixture.As(officer).ReadAsync($"/api/v1/{done.TextOf("lines.0.contact")}");
        Assert.Equal((union, "Twin of the Lakes"), (read.TextOf("thirdParties.0.organization"), read.TextOf("thirdParties.1.label")));
        Assert.Null(read.Find("thirdParties.1.organization"));
    }

    [Fact, Rule("R144")]
    public async Task An_interrupted_import_is_sent_again_with_the_same_key_and_recorded_once()
    {
        var process = await fixture.ProcessAsync();
        var officer = fixture.Officer("Importer");
        var key = Guid.NewGuid().ToString();
        var (first, second) = (await ImportAsync(officer, process, Table, key: key), await ImportAsync(officer, process, Table, key: key));
        Assert.Equal(first.Is(HttpStatusCode.OK).Text, second.Is(HttpStatusCode.OK).Text);
        Assert.Equal(3, await fixture.InStoreAsync(db => db.Contacts.CountAsync(c => c.Organization == officer.Organization)));
    }

    private async Task<string> FirstFromAsync(TestCaller caller, string process, string table, string query) =>
        (await fixture.As(caller).ReadAsync($"/api/v1/{(await ImportAsync(caller, process, table, query)).Is(HttpStatusCode.OK).TextOf("lines.0.contact")}")).TextOf("when.from");

    private Task<ApiAnswer> ImportAsync(TestCaller caller, string process, string table, string query = "", string? key = null) =>
        fixture.As(caller).SendAsync(HttpMethod.Post, $"{process}/contacts:import{query}", table, key ?? Guid.NewGuid().ToString(), mediaType: "text/csv");
}

using System.Diagnostics;
using System.Net;
using System.Text;
using Concord.Platform.Errors;
using Concord.Roster.Import;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Import;

public sealed class PeopleImportTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Small = "externalReference,displayName,gender,seniorityLevel,nationalities,languages\nA1,Ama One,WOMAN,EXPERT,KEN,sw=NATIVE\nA2,Ama Two,MAN,JUNIOR,UGA,en=FLUENT\n";
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R20")]
    public async Task Nobody_enters_the_people_of_another_organization_from_its_export_as_the_own()
    {
        var table = System.Text.Encoding.UTF8.GetBytes($"externalReference,displayName,gender,seniorityLevel,owner\nA1,Ama Own,WOMAN,EXPERT,{Union}\nA2,Ama Theirs,WOMAN,EXPERT,{Some.Owner}\nA3,Ama Unsaid,WOMAN,EXPERT,\n");
        var tried = (await _service.SendTableAsync(Officer, "/api/v1/profiles:import?dryRun=true", table)).Is(HttpStatusCode.OK);
        Assert.Equal(("2", "1"), (tried["new"].ToString(), tried["refused"].ToString()));
        var problem = Assert.Single(tried["problems"].AsArray())!;
        Assert.Equal((3, "owner"), (problem["line"]!.GetValue<int>(), problem["field"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_is_no_table_is_refused_with_what_a_table_is()
    {
        var refused = (await _service.As(Officer).PostAsync("/api/v1/profiles:import", new { })).IsProblem(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        Assert.StartsWith("Send text/csv or application/vnd.openxmlformats", refused.TextOf("detail"), StringComparison.Ordinal);
        Assert.EndsWith("utf-8.", refused.TextOf("detail"), StringComparison.Ordinal);
        refused = (await _service.SendTableAsync(Officer, "/api/v1/profiles", "\n"u8.ToArray())).IsProblem(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        Assert.StartsWith("Send application/json", refused.TextOf("detail"), StringComparison.Ordinal);
    }

    [Fact, Rule("R20"), Rule("R26")]
    public async Task An_ugly_table_of_five_thousand_rows_is_told_row_by_row_and_the_clean_ones_are_taken_once()
    {
        var ugly = UglyTable.Make(5000);
        Assert.Equal(5000, ugly.Rows);
        Assert.InRange(ugly.Problems.Count, 1000, 2500);

        var dry = (await ImportAsync(Officer, ugly.Bytes, "?dryRun=true")).Is(HttpStatusCode.OK);
        Assert.Equal(ugly.Problems.Select(Told).Order(StringComparer.Ordinal), dry["problems"].AsArray().Select(p => Told((p!["line"]!.GetValue<int>(), (string?)p["field"]))).Order(StringComparer.Ordinal));
        Assert.Equal(("5000", $"{ugly.Clean.Count}", "0"), (dry["rows"].ToString(), dry["new"].ToString(), dry["changed"].ToString()));
        Assert.Equal("[11]", dry["ignored"].ToJsonString());

        (await ImportAsync(Officer, ugly.Bytes)).IsProblem(HttpStatusCode.BadRequest, "PEOPLE_IMPORT_REFUSED");
        Assert.Equal((0, 0), await CountAsync());

        var clock = Stopwatch.StartNew();
        var done = (await ImportAsync(Officer, ugly.Bytes, "?withoutErrors=true")).Is(HttpStatusCode.OK);
        output.WriteLine($"{ugly.Rows / clock.Elapsed.TotalSeconds:0} rows/s, {ugly.Clean.Count} people entered in {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.Equal(($"{ugly.Clean.Count}", $"{5000 - ugly.Clean.Count}"), (done["new"].ToString(), done["refused"].ToString()));
        Assert.Equal((ugly.Clean.Count, ugly.Clean.Count), await CountAsync());
        Assert.Equal(ugly.Clean.Order(StringComparer.Ordinal), await ReferencesAsync());
        Assert.All(done["problems"].AsArray(), p => Assert.Null(p!["value"])); // its answer is kept
        var versions = await VersionsAsync();
        Assert.All(versions.Values, v => Assert.Equal(1, v));

        clock.Restart();
        var again = (await ImportAsync(Officer, ugly.Bytes, "?withoutErrors=true")).Is(HttpStatusCode.OK);
        output.WriteLine($"again: {ugly.Rows / clock.Elapsed.TotalSeconds:0} rows/s");
        Assert.Equal(("0", "0", $"{ugly.Clean.Count}"), (again["new"].ToString(), again["changed"].ToString(), again["unchanged"].ToString()));
        Assert.Equal(versions, await VersionsAsync());
    }

    [Fact, Rule("R26"), Rule("R20")]
    public async Task Who_is_imported_is_a_draft_of_the_own_organization_without_consent_that_the_table_does_not_tell_of()
    {
        var done = (await ImportAsync(Officer, Small.Replace("languages\n", "languages,consent scope,consent date,evidence\n", StringComparison.Ordinal).Replace("=NATIVE", "=NATIVE,SEARCH,2024-03-05,A letter", StringComparison.Ordinal).Replace("=FLUENT", "=FLUENT,,,", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        Assert.Equal("2", done["new"].ToString());
        var (one, two) = ((await ReadAsync(done, 0)).Is(HttpStatusCode.OK), (await ReadAsync(done, 1)).Is(HttpStatusCode.OK));
        Assert.Equal(("DRAFT", Union, "CONFIDENTIAL", "Ama One"), (one.TextOf("state"), one.TextOf("owner"), one.TextOf("classification"), one.TextOf("displayName")));
        Assert.Equal(("SEARCH", "2024-03-05"), (one.TextOf("consents.0.scope"), one.TextOf("consents.0.givenDay")));
        Assert.Empty(two["consents"].AsArray());
    }

    [Fact, Rule("R20")]
    public async Task A_row_that_changed_changes_that_person_once_and_what_was_changed_by_hand_stays_while_the_table_says_nothing_new()
    {
        var done = await ImportAsync(Officer, Small);
        var changed = (await ImportAsync(Officer, Small.Replace("UGA", "Kenya", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        Assert.Equal(("0", "1", "1"), (changed["new"].ToString(), changed["changed"].ToString(), changed["unchanged"].ToString()));
        Assert.Equal("""["nationalities"]""", changed["lines.1.fields"].ToJsonString());
        Assert.Equal([1L, 2L], (await VersionsAsync()).Values.Order());

        var path = $"/api/v1/{done.TextOf("lines.1.profile")}";
        (await _service.As(Officer).PatchAsync(path, new { displayName = "Ama Renamed" }, (await _service.As(Officer).ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        var again = (await ImportAsync(Officer, Small.Replace("UGA", "KEN", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        Assert.Equal("2", again["unchanged"].ToString());
        Assert.Equal("Ama Renamed", (await _service.As(Officer).ReadAsync(path)).TextOf("displayName"));

        // Of the fields that a table has no column for nothing is said.
        (await _service.As(Officer).PatchAsync(path, new { countries = new[] { "KEN" } }, (await _service.As(Officer).ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
        (await ImportAsync(Officer, "id,name\nA2,Ama Third\n")).Is(HttpStatusCode.OK);
        var third = await _service.As(Officer).ReadAsync(path);
        Assert.Equal(("Ama Third", "KEN", "JUNIOR"), (third.TextOf("displayName"), third.TextOf("countries.0"), third.TextOf("seniorityLevel")));
    }

    [Fact, Rule("R20")]
    public async Task What_the_person_took_back_a_table_does_not_give_again_and_what_cannot_be_changed_is_refused_with_nothing_half_done()
    {
        const string told = "id,name,gender,level,nationality,languages,consent,consent date,evidence\nA1,Ama One,WOMAN,EXPERT,KEN,sw=NATIVE,SEARCH,2024-03-05,A letter\n";
        var done = await ImportAsync(Officer, told);
        var path = $"/api/v1/{done.TextOf("lines.0.profile")}";
        (await _service.As(Officer).PostAsync($"{path}:withdrawConsent", new { scope = "SEARCH" })).Is(HttpStatusCode.OK);
        var again = (await ImportAsync(Officer, told.Replace("EXPERT", "JUNIOR", StringComparison.Ordinal))).Is(HttpStatusCode.OK);
        Assert.Equal(("1", "true"), (again["changed"].ToString(), again["lines.0.consentOver"].ToString()));
        Assert.NotNull((await _service.As(Officer).ReadAsync(path)).Find("consents.0.withdrawTime"));

        (await _service.As(Desk).PostAsync($"{path}:retire", new { reason = "Left." })).Is(HttpStatusCode.OK);
        var before = await _service.As(Officer).ReadAsync(path);
        var refused = await ImportAsync(Officer, told.Replace("Ama One", "Ama Retired", StringComparison.Ordinal), "?withoutErrors=true&dryRun=false");
        Assert.Equal("1", refused.Is(HttpStatusCode.OK)["refused"].ToString());
        Assert.Equal(before.TextOf("displayName"), (await _service.As(Officer).ReadAsync(path)).TextOf("displayName"));
        Assert.Equal(before.ETag, (await _service.As(Officer).ReadAsync(path)).ETag);
    }

    [Fact, Rule("R20")]
    public async Task References_are_each_organization_s_own_and_nobody_imports_for_another_or_lowers_a_label_by_a_table()
    {
        var own = (await ImportAsync(Officer, Small)).Is(HttpStatusCode.OK);
        var other = (await ImportAsync(Desk, Small)).Is(HttpStatusCode.OK);
        Assert.Equal(("2", "2"), (own["new"].ToString(), other["new"].ToString()));
        (await ImportAsync(Officer, Small, $"?owner={Some.Owner}")).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await ImportAsync(Desk, Small, $"?owner={Unknown}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal("2", (await ImportAsync(Desk, Small, $"?owner={Union}")).Is(HttpStatusCode.OK)["unchanged"].ToString());

        const string label = "id,name,gender,level,classification\nA1,Ama One,WOMAN,EXPERT,UNCLASSIFIED\nA9,Ama Nine,WOMAN,EXPERT,STRICTLY CONFIDENTIAL\n";
        var dry = (await ImportAsync(Officer, label, "?dryRun=true")).Is(HttpStatusCode.OK);
        Assert.Equal(["2 classification", "3 classification"], dry["problems"].AsArray().Select(p => $"{p!["line"]} {p["field"]}"));
    }

    [Fact, Rule("R20")]
    public async Task The_same_key_gives_the_first_answer_and_of_two_imports_at_once_nobody_is_entered_twice()
    {
        var key = Guid.NewGuid().ToString();
        var first = (await ImportAsync(Officer, Small, key: key)).Is(HttpStatusCode.OK);
        Assert.Equal(first.Text, (await ImportAsync(Officer, Small, key: key)).Is(HttpStatusCode.OK).Text);
        var fresh = Small.Replace("A1", "B1", StringComparison.Ordinal).Replace("A2", "B2", StringComparison.Ordinal);
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ImportAsync(Officer, fresh)));
        Assert.All(both, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, answer.Text));
        Assert.Equal((4, 4), await CountAsync());
    }

    [Fact, Rule("R20")]
    public async Task One_reference_is_one_person_s_whoever_writes_it_at_the_same_moment()
    {
        (await ImportAsync(Officer, Small)).Is(HttpStatusCode.OK);
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        db.Add(new PersonReference { Owner = Union, Reference = "A1", Profile = ProfileId.New(), Digest = "another" });
        Assert.Equal("PERSON_REFERENCE_TAKEN", (await Assert.ThrowsAsync<DomainException>(() => db.SaveChangesAsync())).Reason.Code);
    }

    [Fact, Rule("R20"), Rule("R26")]
    public async Task Whoever_is_erased_leaves_no_reference_behind()
    {
        var done = await ImportAsync(Desk, Small.Replace("A1", "HR-CANARY-1", StringComparison.Ordinal));
        await Erasure.ErasureClient.EraseAsync(_service, $"/api/v1/{done.TextOf("lines.0.profile")}");
        Assert.Equal(["A2"], await ReferencesAsync());
        var auditor = TestCaller.Person(Some.Owner, Contracts.Access.Roles.Auditor) with { Clearance = Contracts.Access.Classification.StrictlyConfidential };
        var chain = await _service.As(auditor).GetStringAsync(new Uri("/api/v1/audit/roster/entries:export", UriKind.Relative));
        Assert.Contains(done.TextOf("lines.0.profile"), chain, StringComparison.Ordinal);
        Assert.DoesNotContain("CANARY", chain, StringComparison.Ordinal);
    }

    [Theory, Abuse(16)]
    [InlineData('\u202E')]
    [InlineData('\u202A')]
    [InlineData('\u2066')]
    [InlineData('\u2069')]
    public async Task A_cell_that_turns_the_direction_of_writing_is_refused_in_a_table_and_in_a_form(char sign)
    {
        var dry = (await ImportAsync(Officer, $"id,name,gender,level,languages\nA1,Ama {sign}eno,WOMAN,EXPERT,\nA2,Ama \u200Fعلي,WOMAN,EXPERT,\nA3{sign},Ama,WOMAN,EXPERT,{sign}en=FLUENT\n", "?dryRun=true")).Is(HttpStatusCode.OK);
        Assert.Equal(["2 displayName", "4 externalReference", "4 languages"], dry["problems"].AsArray().Select(p => $"{p!["line"]} {p["field"]}").Distinct().Order(StringComparer.Ordinal));
        WrongIn(["displayName"], await _service.As(Desk).PostAsync("/api/v1/profiles", Body($"Ama {sign}eno")));
    }

    [Fact]
    public async Task What_a_person_cannot_be_called_and_days_that_cannot_be_meant_are_told_of_their_row()
    {
        const string table = "id,name,gender,level,standby until,consent,consent date,evidence\nA1,\"Ama\nOne\",WOMAN,EXPERT,2199-01-01,SEARCH,1950-01-01,\"A letter,\nand a call\"\nA2,Ama\u200BTwo,WOMAN,EXPERT,1951-01-01,,,\n";
        var dry = (await ImportAsync(Officer, table, "?dryRun=true")).Is(HttpStatusCode.OK);
        Assert.Equal(
            ["2 consentGivenDay", "2 displayName", "2 standbyUntil", "5 displayName", "5 standbyUntil"], dry["problems"].AsArray().Select(p => $"{p!["line"]} {p["field"]}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("?dryRun=", "dryRun")]
    [InlineData("?dryRun", "dryRun")]
    [InlineData("?dryRun=true&withoutErrors=%20", "withoutErrors")]
    public async Task A_question_that_is_sent_without_an_answer_is_refused_and_nothing_is_taken(string query, string parameter)
    {
        WrongIn([parameter], await ImportAsync(Officer, Small, query));
        Assert.Equal((0, 0), await CountAsync());
    }

    [Theory]
    [InlineData("utf-32")]
    [InlineData("utf-32BE")]
    public async Task A_table_in_thirty_two_bits_is_refused_and_not_read_as_another(string encoding)
    {
        var as32 = Encoding.GetEncoding(encoding);
        foreach (var file in (byte[][])[as32.GetBytes(Small), [.. as32.GetPreamble(), .. as32.GetBytes(Small)]])
        {
            var refused = await ImportAsync(Officer, file);
            WrongIn(["body"], refused);
            Assert.Contains("Save the table as UTF-8.", refused.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("externalReference,displayName\n")]
    [InlineData("displayName,gender\nAma,WOMAN\n")]
    [InlineData("externalReference,id\nA,B\n")]
    [InlineData("externalReference,displayName\n\"A,B\n")]
    [InlineData("%PDF-1.7\nexternalReference\nx")]
    [InlineData("PK\u0003\u0004 no workbook at all")]
    public async Task What_is_no_table_of_people_is_refused(string body) => (await ImportAsync(Officer, body)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

    [Fact]
    public async Task More_rows_than_may_be_are_refused_and_who_may_not_import_does_not()
    {
        var many = "id\n" + string.Concat(Enumerable.Range(0, 5001).Select(i => $"{i}\n"));
        (await ImportAsync(Officer, many)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await ImportAsync(HeadOfMission, Small)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        Assert.Equal((0, 0), await CountAsync());
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public async Task A_table_in_sixteen_bits_is_read_too(string encoding)
    {
        var as16 = Encoding.GetEncoding(encoding);
        Assert.Equal("2", (await ImportAsync(Officer, [.. as16.GetPreamble(), .. as16.GetBytes(Small.Replace(',', '\t'))])).Is(HttpStatusCode.OK)["new"].ToString());
    }

    internal static string Told((int Line, string? Field) problem) => $"{problem.Line:00000} {problem.Field}";

    private Task<ApiAnswer> ImportAsync(TestCaller caller, string table, string query = "", string? key = null) => ImportAsync(caller, Encoding.UTF8.GetBytes(table), query, key);

    private Task<ApiAnswer> ImportAsync(TestCaller caller, byte[] table, string query = "", string? key = null) => _service.SendTableAsync(caller, $"/api/v1/profiles:import{query}", table, key);

    private Task<ApiAnswer> ReadAsync(ApiAnswer done, int row) => _service.As(Officer).ReadAsync($"/api/v1/{done.TextOf($"lines.{row}.profile")}");

    private async Task<(int Profiles, int References)> CountAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        return (await db.Profiles.CountAsync(), await db.PersonReferences.CountAsync());
    }

    private async Task<IReadOnlyList<string>> ReferencesAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<RosterDb>().PersonReferences.Select(r => r.Reference).ToListAsync()).Order(StringComparer.Ordinal)];
    }

    private async Task<Dictionary<string, long>> VersionsAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RosterDb>().Profiles.Select(p => new { p.Id, p.Version }).ToListAsync()).ToDictionary(p => p.Id.ToString(), p => p.Version);
    }
}

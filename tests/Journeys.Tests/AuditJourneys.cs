using System.Net;
using Concord.Contracts.Audit;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>An auditor can tell afterwards who did and who saw what; nobody else can.</summary>
public sealed class AuditJourneys(JourneyPlatform platform)
{
    [Fact, Rule("R138")]
    public async Task What_happens_to_a_process_is_found_by_the_auditor_with_whoever_did_and_saw_it()
    {
        var process = await Situation.NewProcessAsync(platform);
        var igad = await platform.AsAsync("igad.officer");
        await Situation.ClaimAsync(igad, process);
        (await igad.ReadAsync($"/api/v1/{process}")).Is(HttpStatusCode.OK);
        (await (await platform.AsAsync("analyst")).ReadAsync($"/api/v1/{process}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        var entries = await (await platform.AsAsync("auditor")).ReadAllAsync($"/api/v1/audit/designation/entries?resource={process}");
        var told = entries.Select(e => $"{(string?)e["action"]} {(string?)e["outcome"]} {(string?)e["organization"] == Situation.Igad}").ToList();
        Assert.Contains("designation.processes.keep DONE False", told);
        Assert.Contains("designation.claims.keep DONE True", told);
        Assert.Contains("designation.processes.read DONE True", told);
        Assert.Contains("designation.processes.read REFUSED False", told);
        Assert.Equal(entries.Select(e => (long)e["sequence"]!).OrderDescending(), entries.Select(e => (long)e["sequence"]!));
    }

    [Fact, Rule("R138")]
    public async Task One_list_tells_the_auditor_alone_what_was_done_in_all_services()
    {
        var process = await Situation.NewProcessAsync(platform);
        var auditor = await platform.AsAsync("auditor");
        var told = await auditor.ReadAllAsync("/api/v1/audit/entries?pageSize=500");
        Assert.Equal(5, told.Select(e => ((string)e["name"]!).Split('/')[1]).Distinct().Count());
        Assert.Equal(told.Count, told.Select(e => (string)e["name"]!).Distinct().Count());
        Assert.All(told, e => Assert.Empty(e["changes"]!.AsArray()));
        Assert.All(await auditor.ReadAllAsync($"/api/v1/audit/entries?resource={process}"), e => Assert.Contains(process, e["resources"]!.AsArray().Select(r => (string?)r)));

        foreach (var person in (string[])["administrator", "msu.officer", "igad.officer"])
        {
            (await (await platform.AsAsync(person)).ReadAsync("/api/v1/audit/entries")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        using var nobody = new HttpClient { BaseAddress = new Uri(platform.Address) };
        (await nobody.ReadAsync("/api/v1/audit/entries")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Theory]
    [InlineData("partners")]
    [InlineData("roster")]
    [InlineData("designation")]
    [InlineData("monitoring")]
    [InlineData("identity")]
    public async Task Each_service_gives_its_chain_to_the_auditor_alone_and_whoever_has_it_can_check_it(string service)
    {
        foreach (var person in (string[])["administrator", "msu.officer", "igad.officer", "authority.approver"])
        {
            (await (await platform.AsAsync(person)).ReadAsync($"/api/v1/audit/{service}/entries")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
            (await (await platform.AsAsync(person)).ReadAsync($"/api/v1/audit/{service}/entries:export")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        var export = await (await platform.AsAsync("auditor")).GetStringAsync($"/api/v1/audit/{service}/entries:export");
        var (check, fault) = await AuditExport.CheckAsync(new StringReader(export), [], [], CancellationToken.None);
        Assert.Null(fault);
        Assert.True(check!.Size > 0);

        Assert.Equal(0, await CheckElsewhereAsync(export));
        Assert.Equal(1, await CheckElsewhereAsync(export.Replace("\"DONE\"", "\"REFUSED\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_second_party_signs_the_heads_of_a_chain_and_an_auditor_proves_an_entry_by_one_of_them()
    {
        var directory = Directory.CreateTempSubdirectory("concord-journeys-").FullName;
        var auditor = await platform.AsAsync("auditor");
        await Eventually.TrueAsync(async () => (await auditor.ReadAsync("/api/v1/audit/partners/heads"))["items"].AsArray().Count > 0, "a signed head of partners");

        var secret = Path.Combine(directory, "secret");
        var signIns = SignIn.Read(platform.SignInFile);
        await File.WriteAllTextAsync(secret, signIns["demo-witness"]);
        var key = Path.Combine(directory, "witness.pem");
        Assert.Equal(0, (await AuditorAsync("key", key)).Code);
        var (code, said) = await AuditorAsync(
            "witness", "--address", platform.Address, "--service", "partners", "--client", signIns["demo-witness client_id"], "--secret-file", secret, "--key", key, "--directory", Path.Combine(directory, "kept"));
        Assert.Equal(2, code); // nobody has put its key where the platform looks
        Assert.Contains("AUDIT_WITNESS_UNKNOWN", said, StringComparison.Ordinal);

        var proof = Path.Combine(directory, "proof.json");
        await File.WriteAllTextAsync(proof, await auditor.GetStringAsync("/api/v1/audit/partners/entries/0:prove"));
        var keys = Path.Combine(directory, "kept", "partners", "service-keys.pem");
        Assert.Equal(0, (await AuditorAsync("proof", proof, "--key", keys)).Code);
        Assert.Equal(1, (await AuditorAsync("proof", proof, "--key", key)).Code);
        var export = Path.Combine(directory, "export.jsonl");
        await File.WriteAllTextAsync(export, await auditor.GetStringAsync("/api/v1/audit/partners/entries:export"));
        (code, said) = await AuditorAsync(export, "--heads", Path.Combine(directory, "kept", "partners"), "--key", keys);
        Assert.True(code == 0 && said.Contains("2 signed heads agree", StringComparison.Ordinal), said);
    }

    private static async Task<int> CheckElsewhereAsync(string export)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("concord-journeys-").FullName, "export.jsonl");
        await File.WriteAllTextAsync(file, export);
        return (await AuditorAsync(file)).Code;
    }

    // The program that auditors have, in a process of its own.
    private static Task<(int Code, string Output)> AuditorAsync(params string[] words) =>
        Repository.RunAsync(Repository.Root, "dotnet", [Path.Combine(AppContext.BaseDirectory, "Concord.Auditor.dll"), .. words]);
}

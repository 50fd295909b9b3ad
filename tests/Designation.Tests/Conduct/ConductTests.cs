using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests.Conduct;

public sealed class ConductTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private const string OfText = "Do no harm.";
    private const string OtherDigest = "7777777777777777777777777777777777777777777777777777777777777777";

    [Fact, Rule("R36")]
    public async Task Who_leads_or_supports_accepts_the_version_that_counts_once_and_the_answer_says_who_has_not_yet()
    {
        var process = await fixture.ProcessAsync();
        var (leader, supporter, past, friend) = (fixture.Officer("Leads"), fixture.Officer("Supports"), fixture.Officer("Supported"), fixture.Officer("Befriends", "STATE"));
        await fixture.DesignateAsync(process, 0, leader.Organization!);
        (await fixture.As(supporter).PostAsync($"{process}/supportRoles", new { role = "HOST", scope = "all", from = "2025-05-01" })).Is(HttpStatusCode.Created);
        (await fixture.As(past).PostAsync($"{process}/supportRoles", new { role = "HOST", scope = "all", from = "2024-05-01", until = "2024-06-01" })).Is(HttpStatusCode.Created);
        (await fixture.As(TestCaller.Person(leader.Organization!, Roles.LeadMediator)).PostAsync($"{process}/friends", new { leadEpoch = 1, organization = friend.Organization })).Is(HttpStatusCode.Created);
        Assert.Equal([leader.Organization, supporter.Organization, friend.Organization], await MissingAsync(process));
        (await AcceptAsync(leader, process, OtherDigest)).IsProblem(HttpStatusCode.Conflict, "NO_CODE_OF_CONDUCT");

        var adopted = (await AdoptAsync(process, new { title = "Common code", version = "1", reference = "S/2008/186", text = OfText })).Is(HttpStatusCode.OK);
        var digest = adopted.TextOf("code.sha256");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("Do no harm."u8)), digest);
        (await AcceptAsync(leader, process, OtherDigest)).IsProblem(HttpStatusCode.Conflict, "CODE_NOT_CURRENT");
        (await AcceptAsync(past, process, digest)).IsProblem(HttpStatusCode.Forbidden, "NEITHER_LEADS_NOR_SUPPORTS");
        (await AcceptAsync(leader, process, "")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Support).PostAsync($"{process}/codeOfConduct:accept", new { sha256 = digest })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        var accepted = (await AcceptAsync(leader, process, digest.ToUpperInvariant())).Is(HttpStatusCode.OK);
        Assert.Equal((leader.Organization, leader.Subject), (accepted.TextOf("accepted.0.organization"), accepted.TextOf("accepted.0.acceptedBy.account")));
        Assert.Equal([supporter.Organization, friend.Organization], await MissingAsync(process));
        (await AcceptAsync(leader, process, digest)).IsProblem(HttpStatusCode.Conflict, "CODE_ACCEPTED");

        (await AdoptAsync(process, new { title = "Common code", version = "2", reference = "S/2008/186", sha256 = OtherDigest })).Is(HttpStatusCode.OK);
        Assert.Equal([leader.Organization, supporter.Organization, friend.Organization], await MissingAsync(process)); // each version anew
        (await AcceptAsync(leader, process, digest)).IsProblem(HttpStatusCode.Conflict, "CODE_NOT_CURRENT");
        (await AcceptAsync(leader, process, OtherDigest)).Is(HttpStatusCode.OK);
        var versions = (await fixture.As(fixture.Analyst).ReadAsync($"{process}/codeOfConduct/versions")).Is(HttpStatusCode.OK);
        Assert.Equal((OfText, "2"), (versions.TextOf("items.0.text"), versions.TextOf("items.1.version")));
        Assert.Null(versions.Find("items.1.text"));
    }

    [Fact, Rule("R36")]
    public async Task Of_eight_acceptances_and_eight_adoptions_at_once_at_two_instances_each_counts_once()
    {
        await using var other = await fixture.ReplicaAsync();
        var process = await fixture.ProcessAsync();
        var leader = fixture.Officer("Eager");
        await fixture.DesignateAsync(process, 0, leader.Organization!);
        var adoptions = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? fixture.As(fixture.Support) : other.As(fixture.Support))
            .PostAsync($"{process}/codeOfConduct:adopt", new { title = "Code", version = $"{i}", reference = "x", sha256 = OtherDigest }))));
        Assert.All(adoptions.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.Conflict, "CONCURRENT_CHANGE"));
        var numbers = (await fixture.As(leader).ReadAllAsync($"{process}/codeOfConduct/versions")).Select(c => c["number"]!.GetValue<int>()).Order().ToList();
        Assert.Equal(Enumerable.Range(1, adoptions.Count(a => a.Status == HttpStatusCode.OK)), numbers);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? fixture.As(leader) : other.As(leader)).PostAsync($"{process}/codeOfConduct:accept", new { sha256 = OtherDigest }))));
        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.Conflict, "CODE_ACCEPTED"));
    }

    [Theory]
    [InlineData("", "1", "x", "t", null)]
    [InlineData("Code", "", "x", "t", null)]
    [InlineData("Code", "1", "", "t", null)]
    [InlineData("Code", "1", "x", null, null)]
    [InlineData("Code", "1", "x", null, "abc")]
    [InlineData("Code", "1", "x", "another text", OtherDigest)]
    public async Task A_code_that_nobody_could_read_or_recognize_is_refused(string title, string version, string reference, string? text, string? sha256)
    {
        var process = await fixture.ProcessAsync();
        (await AdoptAsync(process, new { title, version, reference, text, sha256 })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Null((await fixture.As(fixture.Analyst).ReadAsync($"{process}/codeOfConduct")).Is(HttpStatusCode.OK).Find("code"));
        var hidden = fixture.Analyst with { Clearance = Classification.Unclassified };
        (await fixture.As(hidden).ReadAsync($"{process}/codeOfConduct")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    private Task<ApiAnswer> AdoptAsync(string process, object code) => fixture.As(fixture.Support).PostAsync($"{process}/codeOfConduct:adopt", code);

    private Task<ApiAnswer> AcceptAsync(TestCaller officer, string process, string sha256) => fixture.As(officer).PostAsync($"{process}/codeOfConduct:accept", new { sha256 });

    private async Task<IEnumerable<string>> MissingAsync(string process) =>
        (await fixture.As(fixture.Analyst).ReadAsync($"{process}/codeOfConduct")).Is(HttpStatusCode.OK)["missing"].AsArray().Select(m => m!["organization"]!.GetValue<string>());
}

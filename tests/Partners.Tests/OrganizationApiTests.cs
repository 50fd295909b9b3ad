using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Partners.Tests;

public sealed class OrganizationApiTests : IAsyncLifetime
{
    private static readonly TestCaller Administrator = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000001", Roles.Administrator);
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await TestService.StartAsync<PartnersModule>();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Registering_an_organization_answers_it_with_its_address_and_raises_the_fact()
    {
        var made = (await _service.As(Administrator).PostAsync("/api/v1/organizations", new { displayName = " Lake Forum ", acronym = "LF", kind = "INTERNATIONAL_NGO" })).Is(HttpStatusCode.Created);

        Assert.Equal("Lake Forum", made.TextOf("displayName"));
        var read = (await _service.As(Administrator).ReadAsync(made.Location!.ToString())).Is(HttpStatusCode.OK);
        Assert.Equal(made.ETag, read.ETag);
        Assert.Equal(made.Text, read.Text);
        await Eventually.TrueAsync(() => Task.FromResult(_service.Sent.Any(e => e.Type == "concord.partners.organization.registered.v1" && e.Subject == made.TextOf("name"))), "the fact is sent");
    }

    [Fact, Rule("R83")]
    public async Task The_same_name_in_other_case_and_accents_is_refused()
    {
        var client = _service.As(Administrator);
        (await client.PostAsync("/api/v1/organizations", new { displayName = "Société des Médiateurs", kind = "LOCAL_NGO" })).Is(HttpStatusCode.Created);
        var again = await client.PostAsync("/api/v1/organizations", new { displayName = "societe DES  mediateurs", kind = "LOCAL_NGO" });

        again.IsProblem(HttpStatusCode.Conflict, "DUPLICATE_ORGANIZATION");
        Assert.Equal("R83", again.TextOf("rule"));
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        var answer = await _service.As(Administrator).PostAsync("/api/v1/organizations", new { displayName = "", acronym = new string('x', 31), parent = "processes/1" });

        answer.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(answer.Find("errors.displayName"));
        Assert.NotNull(answer.Find("errors.acronym"));
        Assert.NotNull(answer.Find("errors.kind"));
        Assert.NotNull(answer.Find("errors.parent"));
    }

    [Fact]
    public async Task A_parent_must_be_a_registered_organization()
    {
        var client = _service.As(Administrator);
        var unknown = await client.PostAsync("/api/v1/organizations", new { displayName = "A branch of nothing", kind = "ORGAN", parent = $"organizations/{Guid.NewGuid()}" });
        unknown.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(unknown.Find("errors.parent"));

        var parent = (await client.PostAsync("/api/v1/organizations", new { displayName = "A trunk", kind = "ORGAN" })).Is(HttpStatusCode.Created).TextOf("name");
        var branch = (await client.PostAsync("/api/v1/organizations", new { displayName = "A branch", kind = "ORGAN", parent })).Is(HttpStatusCode.Created);
        Assert.Equal(parent, branch.TextOf("parent"));
    }

    [Theory]
    [InlineData("""{"displayName":"A","kind":"LOCAL_NGO","version":7}""", "INVALID_FIELD")]
    [InlineData("""{"displayName":"A","kind":"TRIBUNAL"}""", "INVALID_FIELD")]
    [InlineData("""{"displayName":"A","kind":3}""", "INVALID_FIELD")]
    [InlineData("""{"displayName":"A","kind":"ORGAN,LOCAL_NGO"}""", "INVALID_FIELD")]
    [InlineData("""{"displayName":"A","kind":"local_ngo"}""", "INVALID_FIELD")]
    [InlineData("""{"displayName":"A","kind":"7"}""", "INVALID_FIELD")]
    [InlineData("""{"displayName":"A","displayName":"B","kind":"ORGAN"}""", "INVALID_FIELD")]
    [InlineData("""{"DisplayName":"A","kind":"ORGAN"}""", "INVALID_FIELD")]
    [InlineData("""{"displayName":""", "MALFORMED_BODY")]
    [InlineData("[]", "MALFORMED_BODY")]
    [InlineData("null", "MALFORMED_BODY")]
    public async Task A_body_that_cannot_be_read_is_refused_by_field(string body, string reason) =>
        (await _service.As(Administrator).PostAsync("/api/v1/organizations", body)).IsProblem(HttpStatusCode.BadRequest, reason);

    [Fact]
    public async Task Without_the_permission_nothing_is_registered()
    {
        var officer = TestCaller.Person(Administrator.Organization!, Roles.RegionalOfficer);
        (await _service.As(officer).PostAsync("/api/v1/organizations", new { displayName = "X", kind = "LOCAL_NGO" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(null).PostAsync("/api/v1/organizations", new { displayName = "X", kind = "LOCAL_NGO" })).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact, Rule("R143")]
    public async Task A_patch_changes_only_what_it_names_and_only_the_version_that_was_read()
    {
        var client = _service.As(Administrator);
        var made = await client.PostAsync("/api/v1/organizations", new { displayName = "River Forum", acronym = "RF", kind = "LOCAL_NGO" });
        var path = made.Location!.ToString();

        (await client.PatchAsync(path, new { displayName = "River Council" }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        var patched = (await client.PatchAsync(path, new { displayName = "River Council" }, made.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(("River Council", "RF"), (patched.TextOf("displayName"), patched.TextOf("acronym")));
        (await client.PatchAsync(path, new { displayName = "Other" }, made.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await client.PatchAsync(path, new { kind = "STATE" }, patched.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Null((await client.PatchAsync(path, """{"acronym":null}""", patched.ETag)).Is(HttpStatusCode.OK).Find("acronym"));
    }
}

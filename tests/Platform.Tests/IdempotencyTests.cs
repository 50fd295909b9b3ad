using System.Net;
using Concord.Contracts.Access;
using Concord.Platform.Idempotency;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests;

public sealed class IdempotencyTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await NotesModule.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task A_retry_gets_the_first_answer_to_the_byte_and_makes_nothing()
    {
        var client = _service.As(NotesModule.Writer);
        var first = (await client.PostAsync("/api/v1/notes", new { text = "a" }, "k")).Is(HttpStatusCode.Created);
        var again = (await client.PostAsync("/api/v1/notes", new { text = "a" }, "k")).Is(HttpStatusCode.Created);

        Assert.Equal((first.Text, first.ETag, first.Location, first.ContentType), (again.Text, again.ETag, again.Location, again.ContentType));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal("{\"items\":[\"a\"]}", (await client.ReadAsync("/api/v1/notes")).Text);
    }

    [Fact]
    public async Task Of_an_answer_about_a_record_that_was_erased_only_that_it_was_given_is_known()
    {
        var client = _service.As(NotesModule.Writer);
        var made = (await client.PostAsync("/api/v1/notes", new { text = "about her" }, "k")).Is(HttpStatusCode.Created);
        (await client.PostAsync("/api/v1/notes", new { text = "another" }, "other")).Is(HttpStatusCode.Created);
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        await db.ForgetAnswersAsync(made.Location!.ToString()["/api/v1/".Length..], TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        (await client.PostAsync("/api/v1/notes", new { text = "about her" }, "k")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        (await client.PostAsync("/api/v1/notes", new { text = "something else" }, "k")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        Assert.Equal("true", (await client.PostAsync("/api/v1/notes", new { text = "another" }, "other")).Headers.GetValues("Idempotent-Replayed").Single());
        var kept = await db.CompletedRequests.AsNoTracking().SingleAsync(r => r.Body.Length == 0, TestContext.Current.CancellationToken);
        Assert.Equal((0, null, null), (kept.RequestHash.Length, kept.Location, kept.ETag));
    }

    [Theory]
    [InlineData("/api/v1/profiles/0197A000-0000-7000-8000-000000000001:submit", "profiles/0197a000-0000-7000-8000-000000000001")]
    [InlineData("/api/v1/profiles/0197a000-0000-7000-8000-000000000001/availability/0197a000-0000-7000-8000-000000000002:cancel", "profiles/0197a000-0000-7000-8000-000000000001")]
    [InlineData("/api/v1/approvals/roster/0197a000-0000-7000-8000-000000000001:approve", "approvals/roster/0197a000-0000-7000-8000-000000000001")]
    [InlineData("/api/v1/profiles", null)]
    [InlineData("/elsewhere/0197a000-0000-7000-8000-000000000001", null)]
    [InlineData(null, null)]
    public void An_address_tells_which_record_it_is_about(string? address, string? record) => Assert.Equal(record, ForgottenAnswers.RecordIn(address));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("profiles/1", null, "profiles/1")]
    [InlineData(null, "profiles/1", "profiles/1")]
    [InlineData("profiles/1", "availability/2", "profiles/1")]
    [InlineData("me/profile/availability/2", "profiles/1", "profiles/1")]
    [InlineData("me/profile/assessments/2", null, "me/profile/assessments/2")]
    [InlineData("members/2", "profiles/1", "members/2")]
    public void What_the_caller_s_own_address_leaves_open_the_answer_tells(string? asked, string? answered, string? record) => Assert.Equal(record, ForgottenAnswers.RecordOf(asked, answered));

    [Fact]
    public async Task A_body_that_is_read_twice_is_laid_on_no_disk_meanwhile() =>
        Assert.Equal("true", (await _service.As(NotesModule.Writer).PostAsync("/api/v1/notes:isInMemory", new { text = new string('a', 900_000) }, "k")).Is(HttpStatusCode.OK).Text);

    [Fact, Abuse(14)]
    public async Task The_same_key_with_another_body_or_path_is_refused()
    {
        var client = _service.As(NotesModule.Writer);
        await client.PostAsync("/api/v1/notes", new { text = "a" }, "k");

        (await client.PostAsync("/api/v1/notes", new { text = "b" }, "k")).IsProblem(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
        (await client.PostAsync("/api/v1/notes:saveThenRefuse", new { text = "a" }, "k")).IsProblem(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
    }

    [Theory, Abuse(14)]
    [InlineData("clearance")]
    [InlineData("roles")]
    [InlineData("organization")]
    [InlineData("compartment")]
    public async Task Whoever_may_see_less_since_is_not_shown_the_first_answer_again(string less)
    {
        var then = NotesModule.Writer with { Subject = $"accounts/{Guid.NewGuid()}", Roles = ["writer", Roles.Monitor], Clearance = Classification.StrictlyConfidential };
        var (kept, lost) = ($"processes/{Guid.NewGuid()}", $"processes/{Guid.NewGuid()}");
        _service.Name(then, kept, lost);
        var first = (await _service.As(then).PostAsync("/api/v1/notes", new { text = less }, "k")).Is(HttpStatusCode.Created);
        Assert.Equal(first.Text, (await _service.As(then).PostAsync("/api/v1/notes", new { text = less }, "k")).Is(HttpStatusCode.Created).Text);
        var now = less switch
        {
            "clearance" => then with { Clearance = Classification.Confidential },
            "roles" => then with { Roles = ["writer"] },
            "organization" => then with { Organization = $"organizations/{Guid.NewGuid()}" },
            _ => then,
        };
        if (less == "compartment")
        {
            _service.Name(then, kept, $"processes/{Guid.NewGuid()}");
        }

        Assert.DoesNotContain("\"text\"", (await _service.As(now).PostAsync("/api/v1/notes", new { text = less }, "k")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT").Text, StringComparison.Ordinal);
        (await _service.As(now).PostAsync("/api/v1/notes", new { text = "another" }, "k")).IsProblem(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
    }

    [Fact]
    public async Task Whoever_was_named_in_one_compartment_more_by_the_request_gets_the_first_answer_again()
    {
        var caller = NotesModule.Writer with { Subject = $"accounts/{Guid.NewGuid()}" };
        var kept = $"processes/{Guid.NewGuid()}";
        _service.Name(caller, kept);
        var first = (await _service.As(caller).PostAsync("/api/v1/notes", new { text = "a" }, "k")).Is(HttpStatusCode.Created);
        _service.Name(caller, kept, $"processes/{Guid.NewGuid()}");
        Assert.Equal(first.Text, (await _service.As(caller).PostAsync("/api/v1/notes", new { text = "a" }, "k")).Is(HttpStatusCode.Created).Text);
    }

    [Fact, Abuse(14)]
    public async Task Another_caller_with_the_same_key_is_another_request()
    {
        var other = TestCaller.Person(NotesModule.Writer.Organization!, "writer");
        await _service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "a" }, "k");
        var answer = (await _service.As(other).PostAsync("/api/v1/notes", new { text = "b" }, "k")).Is(HttpStatusCode.Created);

        Assert.Equal("b", answer.TextOf("text"));
    }

    [Fact, Abuse(14)]
    public async Task Simultaneous_first_uses_have_one_effect_and_one_answer()
    {
        for (var round = 0; round < 10; round++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _service.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = $"race {round}" }, $"race-{round}")));
            Assert.All(answers, a => a.Is(HttpStatusCode.Created));
            Assert.Single(answers.Select(a => a.Text).Distinct());
        }

        Assert.Equal(10, (await _service.As(NotesModule.Writer).ReadAsync("/api/v1/notes"))["items"].AsArray().Count);
    }

    [Fact]
    public async Task A_refusal_is_not_remembered_so_a_retry_can_succeed()
    {
        var client = _service.As(NotesModule.Writer);
        var taken = await client.PostAsync("/api/v1/notes", new { text = "wanted" });
        (await client.PostAsync("/api/v1/notes", new { text = "wanted" }, "k")).IsProblem(HttpStatusCode.Conflict, "SAME_TEXT");
        (await client.PatchAsync(taken.Location!.ToString(), new { text = "freed" }, taken.ETag)).Is(HttpStatusCode.OK);

        (await client.PostAsync("/api/v1/notes", new { text = "wanted" }, "k")).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task What_was_saved_before_a_late_refusal_is_undone_and_the_store_stays_open_for_others()
    {
        var client = _service.As(NotesModule.Writer);
        (await client.PostAsync("/api/v1/notes:saveThenRefuse", new { text = "x" })).IsProblem(HttpStatusCode.Conflict, "SAME_TEXT");
        (await client.PostAsync("/api/v1/notes", new { text = "x" })).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task An_answer_with_a_secret_is_shown_once_and_not_kept()
    {
        var client = _service.As(NotesModule.Writer);
        (await client.PostAsync("/api/v1/notes:secret", new { text = "secret" }, "k")).Is(HttpStatusCode.Created);
        var again = (await client.PostAsync("/api/v1/notes:secret", new { text = "secret" }, "k")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
        Assert.DoesNotContain("\"text\"", again.Text, StringComparison.Ordinal);

        await using var scope = _service.Services.CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().CompletedRequests.Select(r => r.Body).SingleAsync());
    }

    [Fact]
    public async Task A_post_that_changes_something_needs_a_key_and_one_that_reads_does_not()
    {
        var client = _service.As(NotesModule.Writer);
        (await client.PostAsync("/api/v1/notes", new { text = "a" }, "")).IsProblem(HttpStatusCode.BadRequest, "IDEMPOTENCY_KEY_REQUIRED");
        (await client.PostAsync("/api/v1/notes", new { text = "a" }, new string('k', 201))).IsProblem(HttpStatusCode.BadRequest, "IDEMPOTENCY_KEY_REQUIRED");
        (await client.PostAsync("/api/v1/notes:search", null, "")).Is(HttpStatusCode.OK);
    }
}

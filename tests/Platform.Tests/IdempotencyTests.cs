using System.Net;
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

    [Fact, Abuse(14)]
    public async Task The_same_key_with_another_body_or_path_is_refused()
    {
        var client = _service.As(NotesModule.Writer);
        await client.PostAsync("/api/v1/notes", new { text = "a" }, "k");

        (await client.PostAsync("/api/v1/notes", new { text = "b" }, "k")).IsProblem(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
        (await client.PostAsync("/api/v1/notes:saveThenRefuse", new { text = "a" }, "k")).IsProblem(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
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

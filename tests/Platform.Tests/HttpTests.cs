using System.Net;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;

namespace Concord.Platform.Tests;

/// <summary>Errors, access, entity tags and lists as every service answers them.</summary>
public sealed class HttpTests : IAsyncLifetime
{
    private TestService _service = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await NotesModule.StartAsync();
        _client = _service.As(NotesModule.Writer);
    }

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task What_names_no_permission_is_refused_even_to_a_signed_in_caller()
    {
        (await _client.ReadAsync("/api/v1/forgotten")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(null).ReadAsync("/api/v1/forgotten")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Fact]
    public async Task Framework_errors_are_problems_too()
    {
        (await _client.ReadAsync("/api/v1/nothing-here")).IsProblem(HttpStatusCode.NotFound, "ROUTE_NOT_FOUND");
        (await _client.SendAsync(HttpMethod.Delete, "/api/v1/notes", null)).IsProblem(HttpStatusCode.MethodNotAllowed, "METHOD_NOT_ALLOWED");
        (await _client.SendAsync(HttpMethod.Post, "/api/v1/notes", "text=a", "k", null, "application/x-www-form-urlencoded")).IsProblem(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
        (await Asking().PostAsync("/api/v1/notes", $$"""{"text":"{{new string('x', 1024 * 1024)}}"}""")).IsProblem(HttpStatusCode.RequestEntityTooLarge, "BODY_TOO_LARGE");
        (await _client.PostAsync("/api/v1/notes", new string('[', 50) + new string(']', 50))).IsProblem(HttpStatusCode.BadRequest, "MALFORMED_BODY");
        (await _client.PostAsync("/api/v1/notes", "{\"text\":\"\\ud800\"}")).Is(HttpStatusCode.BadRequest);
        (await _client.ReadAsync("/api/v1/notes/not-an-id")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _client.ReadAsync($"/api/v1/notes/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.NotNull((await _client.ReadAsync("/api/v1/notes?pageSize=ten")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.pageSize"));
    }

    [Fact]
    public async Task An_address_with_a_verb_says_by_which_method_it_is_served_and_not_that_the_id_is_none()
    {
        foreach (var id in (string[])["x", $"{Guid.NewGuid()}"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/notes/{id}:refuse") { Content = new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/merge-patch+json")) };
            using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET"), (answer.StatusCode, Assert.Single(answer.Content.Headers.Allow)));
        }

        (await _client.PatchAsync("/api/v1/notes/x:nothing", new { }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _client.ReadAsync("/api/v1/notes/x:refuse")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    // Asks before it sends: the answer comes before the end of the body, and who is still sending may find the connection closed before reading it.
    private HttpClient Asking()
    {
        var client = _service.As(NotesModule.Writer);
        client.DefaultRequestHeaders.ExpectContinue = true;
        return client;
    }

    [Fact]
    public async Task An_unexpected_error_shows_a_trace_id_and_nothing_of_the_inside()
    {
        var answer = (await _client.ReadAsync("/api/v1/broken")).IsProblem(HttpStatusCode.InternalServerError, "INTERNAL");
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("at Concord", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_character_is_refused_wherever_it_comes_from()
    {
        (await _client.ReadAsync("/api/v1/notes?prefix=%00")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _client.PostAsync("/api/v1/notes", "{\"text\":\"a\\u0000b\"}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var made = await _client.PostAsync("/api/v1/notes", new { text = "start" });
        var past = await _client.PatchAsync(made.Location!.ToString(), "{\"details\":{\"colour\":\"a\\u0000b\"}}", made.ETag);
        Assert.Equal(TestStore.Current.Engine == DatabaseProvider.PostgreSql ? HttpStatusCode.BadRequest : HttpStatusCode.OK, past.Status);
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=nonsense")]
    [InlineData("application/json; charset=\"utf-8\"")]
    public async Task Another_charset_than_utf_8_is_refused(string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/notes") { Content = new ByteArrayContent("{}"u8.ToArray()) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        request.Headers.Add("Idempotency-Key", "k");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _client.SendAsync(request)).StatusCode);
    }

    /// <summary>The content type is the caller's to choose: it must not decide whether a refusal is a problem, and is entered.</summary>
    [Fact]
    public async Task A_request_that_calls_itself_an_rpc_is_refused_like_any_other()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/notes/{Guid.NewGuid()}") { Content = new ByteArrayContent([]) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/grpc");
        using var response = await _client.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_one_may_see_is_kept_by_no_cache() =>
        Assert.True((await _client.ReadAsync("/api/v1/notes")).Headers.CacheControl?.NoStore);

    [Fact]
    public async Task Health_answers_without_a_token()
    {
        Assert.Equal("live", (await _service.As(null).ReadAsync("/health/live")).Is(HttpStatusCode.OK).Text);
        Assert.Equal("ready", (await _service.As(null).ReadAsync("/health/ready")).Is(HttpStatusCode.OK).Text);
    }

    [Fact, Rule("R143")]
    public async Task Of_simultaneous_edits_of_one_version_exactly_one_wins_and_none_overwrites()
    {
        var made = await _client.PostAsync("/api/v1/notes", new { text = "start" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _client.PatchAsync(made.Location!.ToString(), new { text = $"edit {i}" }, made.ETag)));

        Assert.Single(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH"));
    }

    [Theory]
    [InlineData("\"1\"", HttpStatusCode.OK)]
    [InlineData("*", HttpStatusCode.OK)]
    [InlineData("\"7\", \"1\"", HttpStatusCode.OK)]
    [InlineData("\"2\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("W/\"1\"", HttpStatusCode.PreconditionFailed)]
    [InlineData("", HttpStatusCode.PreconditionFailed)]
    public async Task If_match_compares_strongly(string ifMatch, HttpStatusCode expected)
    {
        var made = await _client.PostAsync("/api/v1/notes", new { text = "start" });
        Assert.Equal(expected, (await _client.PatchAsync(made.Location!.ToString(), new { text = "end" }, ifMatch)).Status);
    }

    [Fact]
    public async Task Pages_meet_without_gap_or_overlap_while_others_write()
    {
        for (var i = 0; i < 7; i++)
        {
            await _client.PostAsync("/api/v1/notes", new { text = $"n{i}" });
        }

        List<string> seen = [];
        var token = "";
        do
        {
            var page = (await _client.ReadAsync($"/api/v1/notes?pageSize=3&pageToken={token}")).Is(HttpStatusCode.OK);
            seen.AddRange(page["items"].AsArray().Select(n => n!.GetValue<string>()));
            token = page.Find("nextPageToken")?.GetValue<string>() ?? "";
            if (seen.Count == 3)
            {
                await _client.PostAsync("/api/v1/notes", new { text = "late" });
            }
        }
        while (token.Length > 0);

        Assert.Equal(["n0", "n1", "n2", "n3", "n4", "n5", "n6", "late"], seen);
    }

    [Fact]
    public async Task A_page_token_is_good_for_its_own_query_only()
    {
        await _client.PostAsync("/api/v1/notes", new { text = "n1" });
        await _client.PostAsync("/api/v1/notes", new { text = "n2" });
        var token = (await _client.ReadAsync("/api/v1/notes?pageSize=1")).TextOf("nextPageToken");

        (await _client.ReadAsync($"/api/v1/notes?pageSize=1&prefix=n&pageToken={token}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        foreach (var wrong in (string[])["x", "%00", "e30", "bnVsbA", token[..^4], "eyJGaWx0ZXIiOm51bGwsIkFmdGVyIjpbbnVsbCxudWxsXX0"])
        {
            (await _client.ReadAsync($"/api/v1/notes?pageToken={wrong}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        (await _client.ReadAsync("/api/v1/notes?pageSize=-1")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _client.ReadAsync("/api/v1/notes?pageSize=100000")).Is(HttpStatusCode.OK);
    }

    // The table of RFC 7396, appendix A, as far as it concerns objects, on a nested editable record.
    [Theory]
    [InlineData("""{"text":"c"}""", "c", "red", "big")]
    [InlineData("""{"details":{"colour":"blue"}}""", "a", "blue", "big")]
    [InlineData("""{"details":{"colour":null}}""", "a", null, "big")]
    [InlineData("""{"details":null}""", "a", null, null)]
    [InlineData("""{}""", "a", "red", "big")]
    public void A_merge_patch_changes_what_it_names(string patch, string text, string? colour, string? size)
    {
        var edited = MergePatch<NoteEdit>.Parse(patch).ApplyTo(new NoteEdit("a", new NoteDetails("red", "big")));
        Assert.Equal((text, colour, size), (edited.Text, edited.Details?.Colour, edited.Details?.Size));
    }

    [Theory]
    [InlineData("""{"unknown":1}""")]
    [InlineData("""{"text":{"a":1}}""")]
    [InlineData("""[1]""")]
    [InlineData("""{"text":""")]
    [InlineData("""{"text":"a","text":"b"}""")]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"Text":"a"}""")]
    public async Task A_merge_patch_that_does_not_fit_is_refused(string patch)
    {
        var made = await _client.PostAsync("/api/v1/notes", new { text = "start" });
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PatchAsync(made.Location!.ToString(), patch, made.ETag)).Status);
        (await _client.SendAsync(HttpMethod.Patch, made.Location!.ToString(), "{}", null, made.ETag)).IsProblem(HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }
}

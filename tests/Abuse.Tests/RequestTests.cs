using System.Net;
using Concord.Abuse.Tests.Cases;
using Concord.Support;
using Surface = Concord.Abuse.Tests.Contract.Surface;

namespace Concord.Abuse.Tests;

/// <summary>Methods, headers and keys that are not what they should be.</summary>
public sealed class RequestTests(AbusePlatform platform)
{
    [Fact]
    public Task A_method_that_is_not_served_is_refused_and_no_header_makes_it_another() => Case.AgainstEveryOperationAsync(platform, "method not allowed", async attempt =>
    {
        var served = Surface.Methods[attempt.Operation.Template].ToList();
        foreach (var method in ((string[])["GET", "PUT", "POST", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"]).Except(served.Select(m => m.Method)))
        {
            var answer = await attempt.SendAsync(change: r => r.Method = new HttpMethod(method));
            // A verb is part of the last word of an address: for another method that word is an id that nobody has, or one without its verb.
            var words = method is "GET" or "POST" or "PATCH" && (int)answer.Status is >= 400 and < 500;
            Assert.True(words || answer is { Status: HttpStatusCode.MethodNotAllowed, Reason: "METHOD_NOT_ALLOWED" }, $"{method}: {answer.Told} {answer.Text}");
        }

        if (attempt.Operation.Method == HttpMethod.Get)
        {
            var (plain, overridden) = (await attempt.SendAsync(person: "analyst"), await attempt.SendAsync(person: "analyst", change: Override));
            Assert.Equal(plain.Status, overridden.Status);
        }

        return "405 METHOD_NOT_ALLOWED";
    });

    /// <summary>A request says by its address what it is for. Where a content type could say it, a refusal would be answered, and entered into the audit chain, in the wrong way.</summary>
    [Fact]
    public Task A_request_that_calls_itself_an_rpc_is_refused_like_any_other() => Case.AgainstEveryOperationAsync(platform, "calls itself gRPC", async attempt =>
    {
        if (attempt.Operation.PathNames.Count == 0 || attempt.Operation.MediaType is not null || attempt.Operation.PathNames[0] is "size" or "sequence" or "code" or "alpha3")
        {
            return Case.NotFor("names no record by number, or takes a body");
        }

        var answer = await attempt.SendAsync(ids: Ids.NeverGiven(attempt, 0), change: r =>
        {
            r.Content ??= new ByteArrayContent([]);
            r.Content.Headers.TryAddWithoutValidation("Content-Type", "application/grpc");
        });
        Assert.True(answer is { Status: HttpStatusCode.NotFound, Reason: "RESOURCE_NOT_FOUND" }, $"{answer.Told} {answer.Text}");
        return answer.Told;
    });

    [Fact, Abuse(14)]
    public Task A_change_needs_a_key_and_a_key_is_good_for_one_person_and_one_request() => Case.AgainstEveryOperationAsync(platform, "idempotency key", async attempt =>
    {
        if (!attempt.Operation.TakesKey)
        {
            return Case.NotFor(attempt.Operation.Method == HttpMethod.Patch ? "takes If-Match instead" : "changes nothing");
        }

        foreach (var none in (string[])["", new string('k', 201)])
        {
            var answer = await attempt.SendAsync(key: none);
            Assert.True(answer is { Status: HttpStatusCode.BadRequest, Reason: "IDEMPOTENCY_KEY_REQUIRED" }, $"{answer.Told} {answer.Text}");
        }

        if (attempt.Row.Ends is not null)
        {
            return "400 IDEMPOTENCY_KEY_REQUIRED; not carried out here";
        }

        var (reach, key) = (await attempt.Row.ReachAsync(platform.World, attempt.Operation), Guid.NewGuid().ToString());
        Task<Answer> SendAsync(string person, string? body = null, string? query = null) => attempt.Wire.SendAsync(attempt.Operation, reach, person: person, body: body, query: query, key: key);
        var first = await SendAsync(reach.Person);
        Assert.True((int)first.Status < 300, $"{first.Told} {first.Text}");
        var again = await SendAsync(reach.Person);
        Assert.True(again.Headers.ContainsKey("Idempotent-Replayed") ? again.Text == first.Text : again.Reason == "ANSWER_NOT_KEPT" || Nothing(first), $"{again.Told} {again.Text}");
        if (!Nothing(first))
        {
            var other = await SendAsync(reach.Person, reach.Body is null ? null : $"{reach.Body.ToJsonString()} ", reach.Body is null ? "?other=1" : null);
            Assert.True(other is { Status: HttpStatusCode.UnprocessableEntity, Reason: "IDEMPOTENCY_KEY_REUSED" }, $"{other.Told} {other.Text}");
        }

        foreach (var person in (attempt.Operation.Template.StartsWith("/api/v1/me", StringComparison.Ordinal) ? ["analyst"] : (string[])["msu.officer", "igad.officer", "administrator", "analyst", "authority.approver"]).Where(p => p != reach.Person))
        {
            var theirs = await SendAsync(person);
            Assert.False(theirs.Headers.ContainsKey("Idempotent-Replayed") || theirs.Reason == "IDEMPOTENCY_KEY_REUSED", $"{person}: {theirs.Told} {theirs.Text}");
        }

        return "400 IDEMPOTENCY_KEY_REQUIRED, 422 IDEMPOTENCY_KEY_REUSED, nobody else's";
    });

    // What changed nothing was not kept: to end what has ended already, or a table that another case has imported.
    private static bool Nothing(Answer first) => first.Text.StartsWith("{\"ended\":0", StringComparison.Ordinal) || first.Text.Contains("\"new\":0,\"changed\":0,", StringComparison.Ordinal);

    private static void Override(HttpRequestMessage request)
    {
        foreach (var header in (string[])["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
        {
            request.Headers.TryAddWithoutValidation(header, "DELETE");
        }

        request.Headers.TryAddWithoutValidation("X-Original-URL", "/api/v1/accounts");
        request.Headers.TryAddWithoutValidation("X-Rewrite-URL", "/api/v1/accounts");
    }
}

using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Concord.Abuse.Tests.Cases;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>What an operation does not take it refuses, each time with the same clear answer, and it changes nothing.</summary>
public sealed class BodyTests(AbusePlatform platform)
{
    private static readonly string[] s_coveted = ["name", "id", "etag", "version", "createTime", "updateTime", "state", "classification", "organization", "owner", "roles", "clearance", "leadId", "lead", "leadEpoch", "approvedBy", "proposedBy", "synthetic", "fictional", "active", "__proto__", "$type"];

    [Fact, Abuse(5)]
    public Task A_field_that_only_the_platform_sets_is_refused() => WithBodyAsync("mass assignment", async attempt =>
    {
        var fields = attempt.Operation.Answer.Union(s_coveted).Except(attempt.Operation.Request).ToList();
        var before = await StateAsync(attempt);
        foreach (var field in fields)
        {
            var answer = await attempt.SendAsync(body: Bodies.With(attempt.Reach.Body!, [field], "x"));
            Invalid(answer, field);
            Assert.Contains(field.TrimStart('$'), answer.Json!["errors"]!.AsObject().Select(e => e.Key));
        }

        Assert.Equal(before, await StateAsync(attempt));
        return $"400 INVALID_FIELD, {fields.Count} fields";
    });

    [Fact, Abuse(5)]
    public Task A_field_that_nobody_knows_is_refused_in_every_part_of_the_body() => WithBodyAsync("unknown field", async attempt =>
    {
        var places = Bodies.Objects(attempt.Reach.Body).ToList();
        foreach (var place in places)
        {
            var answer = await attempt.SendAsync(body: Bodies.With(attempt.Reach.Body!, [.. place, "concordUnknown"], 1));
            Invalid(answer, string.Join('.', place));
        }

        return $"400 INVALID_FIELD, {places.Count} places";
    });

    [Fact]
    public Task A_body_of_another_type_is_not_read() => WithBodyAsync("wrong content type", async attempt =>
    {
        var text = attempt.Reach.Body!.ToJsonString();
        foreach (var type in (string[])["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml", "text/html", $"{attempt.Operation.MediaType}; charset=utf-16", $"{attempt.Operation.MediaType}; charset=\"iso-8859-1\"", "application/grpc", "*/*"])
        {
            var answer = await attempt.SendAsync(change: r => r.Content = Typed(text, type));
            // Beside verbs that take no body another type finds no address; a form without its boundary is none.
            var elsewhere = answer.Reason == "ROUTE_NOT_FOUND" || (type.StartsWith("multipart", StringComparison.Ordinal) && answer.Status == HttpStatusCode.BadRequest);
            Assert.True(elsewhere || answer is { Status: HttpStatusCode.UnsupportedMediaType, Reason: "UNSUPPORTED_MEDIA_TYPE" }, $"{type}: {answer.Told} {answer.Text}");
        }

        var none = await attempt.SendAsync(change: r => r.Content = Typed(text, null));
        Assert.True(none.Refuses(HttpStatusCode.UnsupportedMediaType, HttpStatusCode.BadRequest) || none.Reason == "ROUTE_NOT_FOUND", none.Text);
        return "415 UNSUPPORTED_MEDIA_TYPE";
    });

    [Fact, Abuse(23)]
    public Task A_body_that_is_no_such_json_or_too_deep_or_too_large_is_refused() => WithBodyAsync("malformed, deep, huge", async attempt =>
    {
        string[] malformed =
        [
            "", "x", "{", "[]", "null", "\"x\"", "1", "{} {}", "{'a':1}", "{\"a\":NaN}", "// {}", "{\"a\":1,}", new string('[', 5_000), string.Concat(Enumerable.Repeat("{\"a\":", 1_000)),
            $"{{\"concordUnknown\":{new string('[', 500)}{new string(']', 500)}}}", Twice(attempt.Reach.Body!),
        ];
        foreach (var body in malformed)
        {
            var answer = await attempt.SendAsync(body: body);
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{body[..Math.Min(60, body.Length)]}: {answer.Told} {answer.Text}");
        }

        var huge = await attempt.SendAsync(body: $"{{\"concordUnknown\":\"{new string('x', 2 * 1024 * 1024)}\"}}", change: r => r.Headers.ExpectContinue = true);
        Assert.True(huge is { Status: HttpStatusCode.RequestEntityTooLarge, Reason: "BODY_TOO_LARGE" }, huge.Text);
        return $"400, {malformed.Length} forms; {huge.Told}";
    });

    /// <summary>The value of each place becomes what is not expected there. It may be taken, where it says something, or be refused; it is never an error of the platform's own.</summary>
    [Fact, Abuse(23)]
    public Task Whatever_stands_in_any_place_of_the_body_is_answered() => WithBodyAsync("anything anywhere", async attempt =>
    {
        string[] values =
        [
            "true", "-1", "2147483648", "9223372036854775808", "1e400", "[]", "[null]", "[[[]]]", "{}", "\"\"", "\"x\"", "\"9999-12-31T23:59:59-14:00\"", "\"0001-01-01\"", "\"9999-12-31\"",
            "\"processes/x\"", "\"\\u0000\"", "\"\\ud800\"", "\"a\\u0000b\"", "\"\\udc00\\ud800\"", "\"\\u202e\\u2066\"",
        ];
        // A record of its own: what is carried out by chance would end what the other cases work on.
        var (own, sent) = (await attempt.Row.ReachAsync(platform.World, attempt.Operation), 0);
        var places = Bodies.Places(own.Body).Concat(attempt.Operation.Request.Except(own.Body!.Select(m => m.Key)).Select(absent => (IReadOnlyList<object>)[absent])).ToList();
        foreach (var place in places)
        {
            foreach (var value in values.Append("null"))
            {
                var answer = await attempt.Wire.SendAsync(attempt.Operation, own, body: Bodies.With(own.Body!, place, "concord-here").Replace("\"concord-here\"", value, StringComparison.Ordinal));
                sent++;
                if (value.Contains("\\ud800", StringComparison.Ordinal))
                {
                    Assert.True((int)answer.Status is >= 400 and < 500, $"{value} in {string.Join('.', place)}: {answer.Told}");
                }
            }
        }

        return $"answered, {sent} bodies";
    });

    [Fact]
    public Task Text_that_no_store_takes_is_refused_in_every_text_field() => WithBodyAsync("NUL and lone surrogates", async attempt =>
    {
        var fields = Bodies.Leaves(attempt.Reach.Body).Where(l => Bodies.At(attempt.Reach.Body!, l) is JsonValue value && value.TryGetValue<string>(out _)).ToList();
        var before = await StateAsync(attempt);
        foreach (var field in fields)
        {
            foreach (var bad in (string[])["a\\u0000b", "a\\ud800b", "a\\udfff"])
            {
                var answer = await attempt.SendAsync(body: Bodies.With(attempt.Reach.Body!, field, "concord-here").Replace("concord-here", bad, StringComparison.Ordinal));
                Assert.True((int)answer.Status is >= 400 and < 500, $"{bad} in {string.Join('.', field)}: {answer.Told} {answer.Text}");
            }
        }

        Assert.Equal(before, await StateAsync(attempt));
        return fields.Count == 0 ? Case.NotFor("takes no text") : $"refused in {fields.Count} fields";
    });

    private Task WithBodyAsync(string name, Func<Attempt, Task<string>> attack) =>
        Case.AgainstEveryOperationAsync(platform, name, attempt => attempt.Reach.Body is null ? Task.FromResult(Case.NotFor("takes no body")) : attack(attempt));

    private static void Invalid(Answer answer, string what) => Assert.True(answer is { Status: HttpStatusCode.BadRequest, Reason: "INVALID_FIELD" }, $"{what}: {answer.Told} {answer.Text}");

    // The record that the request would change, as its own person reads it; nothing where it would make one, which a refusal for its form does not.
    private static async Task<string> StateAsync(Attempt attempt)
    {
        var read = Contract.Surface.Operations.SingleOrDefault(o => o.Method == HttpMethod.Get && o.Template == attempt.Operation.Template.Split(':')[0] && o.PathNames.Count > 0);
        if (read is null)
        {
            return "";
        }

        var answer = await attempt.Wire.SendAsync(read, attempt.Reach with { Body = null });
        return answer.Text;
    }

    private static string Twice(JsonObject body)
    {
        var (text, first) = (body.ToJsonString(), body.First());
        return $"{{{JsonValue.Create(first.Key)!.ToJsonString()}:{first.Value?.ToJsonString() ?? "null"},{text[1..]}";
    }

    private static ByteArrayContent Typed(string text, string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        return content;
    }
}

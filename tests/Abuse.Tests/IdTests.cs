using System.Net;
using System.Text.Json.Nodes;
using Concord.Abuse.Tests.Cases;
using Concord.Abuse.Tests.Rows;
using Concord.Support;

namespace Concord.Abuse.Tests;

/// <summary>
/// Another's id in any place: what is there and may not be seen is answered like what was never there, in status, headers and body, wherever the id stands. And what comes with it,
/// such as an entity tag, makes no difference.
/// </summary>
public sealed class IdTests(AbusePlatform platform)
{
    private static readonly string[] s_collections = ["processes", "agreements", "provisions", "milestones", "profiles", "compartments", "parties"];

    [Fact, Abuse(1)]
    public Task Another_s_id_in_the_path_is_answered_like_one_that_was_never_given() => Case.AgainstEveryOperationAsync(platform, "another's id in the path", async attempt =>
    {
        if (attempt.Operation.PathNames.Count == 0)
        {
            return Case.NotFor("names no record");
        }

        var told = new HashSet<string>();
        for (var place = 0; place < attempt.Operation.PathNames.Count; place++)
        {
            if (Ids.HiddenOf(attempt, place) is not { } hidden)
            {
                continue;
            }

            foreach (var tag in (string?[])[null, "\"1\"", "\"999\"", "*"])
            {
                var there = await attempt.SendAsync(ids: hidden, change: r => Tag(r, tag));
                var never = await attempt.SendAsync(ids: Ids.NeverGiven(attempt, place), change: r => Tag(r, tag));
                Assert.Equal(never.Shape, there.Shape);
                var visible = place > 0 && there.Status == HttpStatusCode.PreconditionFailed; // the tag is of the record that it is part of, and that one is seen
                Assert.True(there.Status == HttpStatusCode.NotFound || visible || (attempt.Operation.Id == "RegisterClaim" && there.Status == HttpStatusCode.Accepted), $"{attempt.Operation.PathNames[place]}: {there.Told}");
                told.Add(there.Told);
            }
        }

        return told.Count == 0 ? Case.NotFor("nothing of this kind is hidden from who holds the permission") : string.Join(", ", told);
    });

    [Fact, Abuse(1)]
    public Task Another_s_id_in_the_query_is_answered_like_one_that_was_never_given() => Case.AgainstEveryOperationAsync(platform, "another's id in the query", async attempt =>
    {
        var fields = attempt.Operation.Query.Where(q => q.ToUpperInvariant() is "PROCESS" or "RECORD" or "RESOURCE" or "PROVISION" or "PARTY" or "ABOUT").ToList();
        if (fields.Count == 0 || attempt.Operation.Id.EndsWith("AuditEntries", StringComparison.Ordinal))
        {
            return Case.NotFor(fields.Count == 0 ? "takes no id in its query" : "an auditor may know of every record");
        }

        foreach (var field in fields)
        {
            foreach (var hidden in attempt.Wire.World.HiddenNames.Values)
            {
                var joint = attempt.Reach.Query.Length == 0 ? "?" : $"{attempt.Reach.Query}&";
                var there = await attempt.SendAsync(query: $"{joint}{field}={hidden}");
                var never = await attempt.SendAsync(query: $"{joint}{field}={Row.Uuids().Replace(hidden, _ => Guid.NewGuid().ToString())}");
                Assert.Equal(never.Shape, there.Shape);
            }
        }

        return "the same as for nothing";
    });

    [Fact, Abuse(1)]
    public Task Another_s_id_in_the_body_is_answered_like_one_that_was_never_given() => Case.AgainstEveryOperationAsync(platform, "another's id in the body", async attempt =>
    {
        var told = new HashSet<string>();
        foreach (var field in Bodies.Leaves(attempt.Reach.Body).Where(l => Bodies.TextAt(attempt.Reach.Body!, l) is { } text && s_collections.Contains(text.Split('/')[^2..][0], StringComparer.Ordinal)))
        {
            var collection = Bodies.TextAt(attempt.Reach.Body!, field)!.Split('/')[^2..][0];
            var hidden = attempt.Wire.World.HiddenNames[collection];
            var there = await attempt.SendAsync(body: Bodies.With(attempt.Reach.Body!, field, JsonValue.Create(hidden)));
            var never = await attempt.SendAsync(body: Bodies.With(attempt.Reach.Body!, field, JsonValue.Create(Row.Uuids().Replace(hidden, _ => Guid.NewGuid().ToString()))));
            Assert.Equal(never.Shape, there.Shape);
            Assert.True((int)there.Status >= 400, $"{field}: {there.Told}");
            told.Add(there.Told);
        }

        return told.Count == 0 ? Case.NotFor("takes no id of a record that can be hidden") : string.Join(", ", told);
    });

    private static void Tag(HttpRequestMessage request, string? tag)
    {
        if (tag is not null)
        {
            request.Headers.Remove("If-Match");
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }
    }
}

using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Concord.Abuse.Tests.People;
using Concord.Abuse.Tests.Rows;
using Operation = Concord.Abuse.Tests.Contract.Operation;

namespace Concord.Abuse.Tests.Cases;

/// <summary>
/// Sends requests as an attacker does and looks at every answer: none is an error of the platform's own, none shows its insides, every refusal of the API is a problem with a reason,
/// and none holds a text that its reader may not know.
/// </summary>
internal sealed partial class Wire(AbusePlatform platform)
{
    private const string Away = "DEPENDENCY_UNAVAILABLE";
    private static readonly UTF8Encoding s_utf8 = new(false);
    private static readonly HttpClient s_client = new(new SocketsHttpHandler { ActivityHeadersPropagator = null, AllowAutoRedirect = false, UseCookies = false });

    public AbusePlatform Platform => platform;

    public World World => platform.World;

    /// <summary>The request of a row as it is, with what an attacker changes in it.</summary>
    /// <param name="operation">Whose method and path it has.</param>
    /// <param name="reach">Its person, ids, body and query.</param>
    /// <param name="person">Another person; nobody where empty.</param>
    /// <param name="token">A token instead of the person's.</param>
    /// <param name="ids">Other ids in the path.</param>
    /// <param name="body">Another body, as text.</param>
    /// <param name="query">Another query.</param>
    /// <param name="key">Another Idempotency-Key; none where empty.</param>
    /// <param name="change">Changes the rest.</param>
    public async Task<Answer> SendAsync(
        Operation operation, Reach reach, string? person = null, string? token = null, IReadOnlyList<string>? ids = null, string? body = null, string? query = null, string? key = null,
        Action<HttpRequestMessage>? change = null)
    {
        var answer = await SendOnceAsync(operation, reach, person, token, ids, body, query, key, change);
        // What another case does to the one who stands in at the same moment ends the tokens that he had until then, or comes before him.
        for (var left = 3; left > 0 && answer.Reason == Away; left--)
        {
            await Task.Delay(1000); // "retry shortly", it says: so does whoever is sent there on a machine that has too much to do
            answer = await SendOnceAsync(operation, reach, person, token, ids, body, query, key, change);
        }

        Assert.NotEqual(Away, answer.Reason);
        for (var left = 5; left > 0 && token is null && (person ?? reach.Person) == Crowd.StandIn && IsOvertaken(answer); left--)
        {
            answer = await SendOnceAsync(operation, reach, person, token, ids, body, query, key, change);
        }

        return answer;
    }

    private static bool IsOvertaken(Answer answer) =>
        answer.Status == HttpStatusCode.Unauthorized || (answer.Status == HttpStatusCode.Conflict && answer.Text.Contains("CONCURRENT_CHANGE", StringComparison.Ordinal));

    private async Task<Answer> SendOnceAsync(
        Operation operation, Reach reach, string? person, string? token, IReadOnlyList<string>? ids, string? body, string? query, string? key, Action<HttpRequestMessage>? change)
    {
        using var request = new HttpRequestMessage(operation.Method, $"{platform.Address.TrimEnd('/')}{operation.PathWith(ids ?? reach.Ids)}{query ?? reach.Query}");
        person ??= reach.Person;
        if (token is not null || person.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token ?? await platform.Crowd.TokenAsync(person)}");
        }

        if (operation.TakesKey && key != "")
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        }

        if (operation.TakesIfMatch)
        {
            request.Headers.TryAddWithoutValidation("If-Match", operation.Method == HttpMethod.Post ? await TagAsync(operation, ids ?? reach.Ids, reach.Person) : "*");
        }

        if ((body ?? reach.Body?.ToJsonString() ?? operation.Text) is { } text && operation.MediaType is { } type)
        {
            request.Content = new ByteArrayContent(s_utf8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        }

        change?.Invoke(request);
        return await SendAsync(request, token is null ? person : "");
    }

    /// <summary>What a person who may reads before deciding on it: such an act takes no <c>*</c>.</summary>
    private async Task<string> TagAsync(Operation operation, IReadOnlyList<string> ids, string person)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{platform.Address.TrimEnd('/')}{operation.PathWith(ids).Split(':')[0]}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {await platform.Crowd.TokenAsync(person)}");
        using var answer = await s_client.SendAsync(request);
        return answer.Headers.ETag?.ToString() ?? "\"1\"";
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request, string person)
    {
        using var response = await s_client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var text = response.Content.Headers.ContentType?.MediaType == "text/event-stream" ? await FirstAsync(response) : await response.Content.ReadAsStringAsync();
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value));
        headers.Remove("Content-Length");
        headers.Remove("Transfer-Encoding");
        var answer = new Answer(response.StatusCode, text, headers);
        Look(answer, $"{request.Method} {request.RequestUri!.PathAndQuery}", person);
        return answer;
    }

    private void Look(Answer answer, string request, string person)
    {
        Assert.True((int)answer.Status < 500 || answer.Reason == Away, $"{request} as {person}: {answer.Told} {answer.Text}");
        if ((int)answer.Status >= 400)
        {
            Assert.False(Insides().IsMatch(answer.Text), $"{request} shows the platform's insides: {answer.Text}");
            Assert.True(answer.Reason is not null || answer.Text.Length == 0 || !request.Contains("/api/", StringComparison.Ordinal), $"{request} is refused without a reason: {answer.Text}");
        }

        Assert.False(person != World.Insider && answer.Text.Contains(World.Mark, StringComparison.Ordinal) && !IsOwn(person), $"{request} as {person} shows what is hidden: {answer.Text}");
    }

    // Who vets and is cleared sees the profile, which belongs to no process, and who broke the glass the own words; an auditor may know of every record.
    private static bool IsOwn(string person) => person is "msu.chief" or Crowd.Cleared or "auditor";

    private static async Task<string> FirstAsync(HttpResponseMessage response)
    {
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        return await reader.ReadLineAsync() ?? "";
    }

    [GeneratedRegex(@"Exception|   at [A-Z]|\b(System|Microsoft|Npgsql|Concord)\.[A-Z]")]
    private static partial Regex Insides();
}

using System.Globalization;
using System.Net;
using System.Text.Json;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Concord.Gateway.Tests;

/// <summary>The chains of all services as one list: nothing left out, nothing twice, and no list where one of them is missing.</summary>
public sealed class MergedEntriesTests : IAsyncLifetime
{
    private const string Entries = "/api/v1/audit/entries";
    private static readonly string[] s_services = ["designation", "identity", "monitoring", "partners", "roster"];

    /// <summary>Minutes at which the entries of a chain were written, from its first on. Roster's clock once went back; identity has none.</summary>
    private static readonly Dictionary<string, int[]> s_chains = new()
    {
        ["designation"] = [1, 4, 9, 16],
        ["identity"] = [],
        ["monitoring"] = [2, 3, 5, 7, 11],
        ["partners"] = [8],
        ["roster"] = [6, 14, 13, 15],
    };

    private readonly List<string> _asked = [];
    private readonly Dictionary<string, int> _refusing = [];
    private readonly List<(string Service, string Address, WebApplication App)> _backEnds = [];
    private GatewayUnderTest _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        var settings = new Dictionary<string, string?>();
        foreach (var service in s_services)
        {
            var (app, address) = await GatewayUnderTest.BackEndAsync(context => AnswerAsync(service, context));
            _backEnds.Add((service, address, app));
            settings[$"Services:{service}:Http"] = address;
        }

        _gateway = await GatewayUnderTest.StartAsync(settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        foreach (var (_, _, app) in _backEnds)
        {
            await app.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(50)]
    public async Task Pages_meet_newest_first_and_each_chain_keeps_its_own_order(int size)
    {
        var seen = (await _gateway.Client.ReadAllAsync($"{Entries}?pageSize={size}")).Select(e => (string)e["name"]!).ToList();
        string[] expected =
        [
            "designation/3", "roster/3", "roster/2", "roster/1", "monitoring/4", "designation/2", "partners/0", "monitoring/3", "roster/0", "monitoring/2", "designation/1", "monitoring/1", "monitoring/0", "designation/0",
        ];
        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task Each_service_is_asked_in_the_caller_s_name_for_no_changes_and_with_the_filter()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Entries}?actor=accounts/a&outcome=DONE&pageSize=3");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer of-the-auditor");
        (await _gateway.Client.SendAsync(request)).EnsureSuccessStatusCode();
        Assert.Equal(s_services.Select(s => $"{s} Bearer of-the-auditor ?actor=accounts%2Fa&outcome=DONE&pageSize=3&changes=false"), _asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task One_service_alone_can_be_asked_and_one_that_is_none_is_refused()
    {
        Assert.Equal(["partners/0"], (await _gateway.Client.ReadAllAsync($"{Entries}?service=partners")).Select(e => (string)e["name"]!));
        Assert.All(_asked, a => Assert.StartsWith("partners ", a, StringComparison.Ordinal));
        (await _gateway.Client.ReadAsync($"{Entries}?service=archive")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _gateway.Client.ReadAsync($"{Entries}?pageSize=many")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _gateway.Client.ReadAsync($"{Entries}?pageSize=-1")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task A_token_is_good_for_its_own_query_only()
    {
        var token = (await _gateway.Client.ReadAsync($"{Entries}?pageSize=1")).TextOf("nextPageToken");
        (await _gateway.Client.ReadAsync($"{Entries}?pageSize=1&actor=x&pageToken={token}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _gateway.Client.ReadAsync($"{Entries}?pageSize=1&service=roster&pageToken={token}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _gateway.Client.ReadAsync($"{Entries}?pageToken=none")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task Where_one_service_refuses_or_is_away_there_is_no_list()
    {
        _refusing["monitoring"] = 403;
        var refused = await _gateway.Client.ReadAsync(Entries);
        Assert.Equal((HttpStatusCode.Forbidden, "OWN", "application/problem+json"), (refused.Status, refused.TextOf("reason"), refused.ContentType));
        _refusing.Clear();
        await _backEnds.Single(b => b.Service == "monitoring").App.StopAsync();
        (await _gateway.Client.ReadAsync(Entries)).IsProblem(HttpStatusCode.ServiceUnavailable, "SERVICE_UNAVAILABLE");
        (await _gateway.Client.ReadAsync($"{Entries}?service=roster")).Is(HttpStatusCode.OK);
    }

    private async Task AnswerAsync(string service, HttpContext context)
    {
        if (context.Request.Path != $"/api/v1/audit/{service}/entries")
        {
            return;
        }

        lock (_asked)
        {
            _asked.Add($"{service} {context.Request.Headers.Authorization} {context.Request.QueryString}");
        }

        if (_refusing.TryGetValue(service, out var status))
        {
            context.Response.StatusCode = status;
            context.Response.ContentType = "application/problem+json";
            await context.Response.WriteAsync("""{"reason":"OWN"}""");
            return;
        }

        var before = long.TryParse(context.Request.Query["before"], CultureInfo.InvariantCulture, out var place) ? place : long.MaxValue;
        var size = int.Parse(context.Request.Query["pageSize"]!, CultureInfo.InvariantCulture);
        var left = s_chains[service].Select((minute, sequence) => new { name = $"{service}/{sequence}", sequence, time = $"2026-03-01T10:{minute:D2}:00Z" }).Where(e => e.sequence < before).Reverse().ToList();
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(JsonSerializer.Serialize(new { items = left.Take(size), nextPageToken = left.Count > size ? "more" : null }, JsonSerializerOptions.Web));
    }
}

using System.Net;
using System.Net.Http.Json;
using Concord.Portal.Acceptances;
using Concord.Portal.Api;
using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Concord.Support;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Tests;

/// <summary>Of which processes a search by what parties say is offered.</summary>
public sealed class AskableProcessTests
{
    private const string Own = "organizations/0197a000-0000-7000-8000-000000000001";
    private const string Rival = "organizations/0197a000-0000-7000-8000-000000000002";
    private static readonly Process[] s_seen = [Of("own", true), Of("joint", true), Of("rival", true), Of("closed", true), Of("unled", false)];

    [Theory, Rule("R27")]
    [InlineData(Own, "own joint", "lead-mediator")]
    [InlineData(Own, "own joint", "lead-mediator", "regional-officer")]
    [InlineData(Own, "own joint rival closed unled", "mediation-support")]
    [InlineData(Own, "own joint rival closed unled", "lead-mediator", "appointing-authority")]
    [InlineData(null, "", "lead-mediator")]
    public async Task A_lead_mediator_is_offered_those_that_the_own_organization_leads_and_who_reads_all_every_one(string? organization, string offered, params string[] roles)
    {
        var api = new PlatformApi(new Leads(), new HttpContextAccessor { HttpContext = new DefaultHttpContext() });
        var me = new Me("accounts/m", "Mediator", null, organization, null, roles, "CONFIDENTIAL", null);
        Assert.Equal(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries), (await api.AskableAsync(me, s_seen)).Select(p => p.Title));
    }

    private static Process Of(string title, bool led) =>
        new($"processes/{title}", title, "", "en", [], ["TCD"], "RESOLVING_MEDIATION", "REQUEST_OF_PARTIES", "CONFIDENTIAL", "ASSESSMENT", new AppointingAuthority("Council", []), false, 1, led, default, default);

    private sealed class Leads : IPlatformCalls
    {
        public Task<HttpResponseMessage> SendAsync(HttpContext http, HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var process = request.RequestUri!.ToString().Split('/')[^2];
            string[]? organizations = process switch { "own" => [Own], "joint" => [Rival, Own], "rival" => [Rival], _ => null };
            var lead = organizations is null ? null : new { name = $"processes/{process}/lead", organizations, displayName = "Lead", model = "LEAD_WITH_SUPPORT", reason = "Near", epoch = 1, startTime = DateTimeOffset.UnixEpoch, proposedBy = new { displayName = "A" }, approvedBy = new { displayName = "B" } };
            return Task.FromResult(process == "closed"
                ? new HttpResponseMessage(HttpStatusCode.NotFound) { Content = JsonContent.Create(new { status = 404, reason = "RESOURCE_NOT_FOUND" }) }
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(new { leadEpoch = 1, lead }) });
        }
    }
}

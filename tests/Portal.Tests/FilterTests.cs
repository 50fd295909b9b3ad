using System.Net;
using Concord.Platform.Texts;
using Concord.Portal.Texts;

namespace Concord.Portal.Tests;

/// <summary>A list that an address narrows by a value that there is not.</summary>
public sealed class FilterTests(RunningPortal portal)
{
    [Theory]
    [InlineData("/roster", "gender", "NONSENSE")]
    [InlineData("/roster", "country", "XXX")]
    [InlineData("/roster", "start", "tomorrow")]
    [InlineData("/roster", "mode", "NONSENSE")]
    [InlineData("/roster/records", "state", "NONSENSE")]
    [InlineData("/duplicates", "state", "NONSENSE")]
    [InlineData("/supportRequests", "show", "NONSENSE")]
    [InlineData("/standbyRequests", "show", "NONSENSE")]
    [InlineData("/standbyRequests/figures", "since", "NONSENSE")]
    [InlineData("/sharingAgreements", "state", "NONSENSE")]
    [InlineData("/insiders", "country", "XXX")]
    [InlineData("/alerts", "state", "NONSENSE")]
    [InlineData("/savedSearches/new", "language", "zzz")]
    public async Task It_lists_nobody_says_which_filter_it_is_and_leads_to_the_list_without(string path, string key, string value)
    {
        RunningPortal.NeedsChromium(); // it signs in
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Address) };
        var session = await portal.Pages.SessionAsync("msu.officer");
        using var refused = await client.SendAsync(Request($"{path}?{key}={value}&unread=1", session));
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        Assert.Contains($"<code>{key}</code>", page, StringComparison.Ordinal);
        Assert.Contains(PortalTexts.In(Language.English)["fault.noValue"], page, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{path}?unread=1\"", page, StringComparison.Ordinal);
        using var mended = await client.SendAsync(Request($"{path}?unread=1", session));
        Assert.Equal(HttpStatusCode.OK, mended.StatusCode);
    }

    private static HttpRequestMessage Request(string address, string session)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", session);
        return request;
    }
}

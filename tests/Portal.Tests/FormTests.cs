using System.Net;
using System.Text.RegularExpressions;
using Concord.Platform.Hosting;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Concord.Portal.Tests;

/// <summary>Forms as no browser sends them.</summary>
public sealed partial class FormTests(RunningPortal portal)
{
    private const string Officer = "igad.officer";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_form_that_cannot_be_read_is_refused_with_a_page(bool signedIn)
    {
        RunningPortal.NeedsChromium(); // it signs in
        using var client = Client();
        var session = signedIn ? await portal.Pages.SessionAsync(Officer) : "none=1";
        var target = $"/processes/{Guid.NewGuid()}/claim";
        using var tooMany = new FormUrlEncodedContent(Enumerable.Range(0, 3000).Select(i => KeyValuePair.Create($"field{i}", "1")));
        using var broken = new StringContent("--x\r\nnot a part");
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var nul = new FormUrlEncodedContent([KeyValuePair.Create("mandate", "before\0after")]);
        foreach (var form in (HttpContent[])[tooMany, broken, nul])
        {
            using var answer = await SendAsync(client, target, form, session);
            Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }

    [Theory]
    [InlineData("__RequestVerificationToken")]
    [InlineData("_handler")]
    public async Task A_form_that_is_not_ours_or_no_longer_good_is_refused_with_a_page(string missing)
    {
        RunningPortal.NeedsChromium();
        using var client = Client();
        var target = $"/{(await portal.NewProcessAsync()).Name}/claim";
        var (hidden, cookies) = await OpenAsync(client, target);
        hidden.Remove(missing);
        using var form = new FormUrlEncodedContent(hidden);
        using var answer = await SendAsync(client, target, form, cookies);
        Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lead/END")]
    [InlineData("InformalTracks/00000000-0000-0000-0000-000000000001/withdraw")]
    public async Task An_act_is_found_under_its_own_word_only(string address)
    {
        RunningPortal.NeedsChromium(); // it signs in
        using var client = Client();
        using var answer = await client.SendAsync(Request(HttpMethod.Get, $"/{(await portal.NewProcessAsync()).Name}/{address}", await portal.Pages.SessionAsync("authority.proposer")));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public void A_file_that_is_sent_with_a_form_is_laid_on_no_disk()
    {
        using var services = new ServiceCollection().AddPortal().BuildServiceProvider();
        Assert.Equal(ServerLimits.MaxBodyBytes + 1, services.GetRequiredService<IOptions<FormOptions>>().Value.MemoryBufferThreshold);
    }

    [Fact]
    public async Task What_is_no_day_is_kept_as_it_was_typed_and_is_called_that()
    {
        RunningPortal.NeedsChromium();
        using var client = Client();
        var target = $"/{(await portal.NewProcessAsync()).Name}/support";
        var (hidden, cookies) = await OpenAsync(client, target);
        (hidden["role"], hidden["scope"], hidden["from"]) = ("HOST", "Kept too", "31 February");
        using var form = new FormUrlEncodedContent(hidden);
        using var answer = await SendAsync(client, target, form, cookies);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Matches("<input id=\"field-from\" name=\"from\" type=\"text\"[^>]* value=\"31 February\"", page); // in a field for days a browser shows nothing that is none
        Assert.Contains("Kept too", page, StringComparison.Ordinal);
        Assert.Contains(PortalTexts.In(Language.English)["fault.day"], page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("head.of.mission", "/claim")]
    [InlineData("analyst", "/support")]
    public async Task Nobody_fills_in_a_form_that_would_be_refused_to_him(string person, string form)
    {
        RunningPortal.NeedsChromium();
        using var client = Client();
        using var request = Request(HttpMethod.Get, $"/{(await portal.NewProcessAsync()).Name}{form}", await portal.Pages.SessionAsync(person));
        using var answer = await client.SendAsync(request);
        Assert.Equal((HttpStatusCode.Forbidden, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_key_that_was_tampered_with_is_not_passed_on()
    {
        RunningPortal.NeedsChromium();
        using var client = Client();
        var target = $"/{(await portal.NewProcessAsync()).Name}/claim";
        var (hidden, cookies) = await OpenAsync(client, target);
        hidden["key"] = "one\r\nX-Other: two";
        foreach (var field in (string[])["mandate", "advantages", "disadvantages"])
        {
            hidden[field] = "As asked";
        }

        using var form = new FormUrlEncodedContent(hidden);
        using var answer = await SendAsync(client, target, form, cookies);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("done=claimed", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_was_opened_in_another_name_counts_in_ones_own_only_when_it_is_sent_again()
    {
        RunningPortal.NeedsChromium();
        using var client = Client();
        var target = $"/{(await portal.NewProcessAsync()).Name}/claim";
        var (hidden, cookies) = await OpenAsync(client, target);
        Assert.Equal("", hidden["for"]);
        hidden["for"] = $"accounts/{Guid.NewGuid()}"; // as while acting for somebody
        foreach (var field in (string[])["mandate", "advantages", "disadvantages"])
        {
            hidden[field] = "As asked";
        }

        using var form = new FormUrlEncodedContent(hidden);
        using var refused = await SendAsync(client, target, form, cookies);
        Assert.Equal((HttpStatusCode.Conflict, "text/html"), (refused.StatusCode, refused.Content.Headers.ContentType?.MediaType));
        var kept = HiddenIn(await refused.Content.ReadAsStringAsync());
        Assert.Equal(("", "As asked", hidden["key"]), (kept["for"], kept["mandate"], kept["key"]));
        using var again = new FormUrlEncodedContent(kept);
        using var done = await SendAsync(client, target, again, cookies);
        Assert.EndsWith("done=claimed", done.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private async Task<(Dictionary<string, string> Hidden, string Cookies)> OpenAsync(HttpClient client, string target)
    {
        var session = await portal.Pages.SessionAsync(Officer);
        using var request = Request(HttpMethod.Get, target, session);
        using var page = await client.SendAsync(request);
        var guard = page.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("concord.portal=", StringComparison.Ordinal)).Split(';')[0];
        return (HiddenIn(await page.Content.ReadAsStringAsync()), $"{session}; {guard}");
    }

    private static Dictionary<string, string> HiddenIn(string html) => Hidden().Matches(html).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);

    private HttpClient Client() => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Address) };

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, string target, HttpContent form, string cookies)
    {
        var request = Request(HttpMethod.Post, target, cookies);
        request.Content = form;
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return client.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string target, string cookies)
    {
        var request = new HttpRequestMessage(method, target);
        request.Headers.Add("Accept", "text/html");
        request.Headers.Add("Cookie", cookies);
        return request;
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}

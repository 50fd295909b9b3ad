using System.Net;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SharingAgreements.SharingClient;

namespace Concord.Roster.Tests.SharingAgreements;

/// <summary>Whoever sees part of a profile learns nothing of changes in the rest (R20).</summary>
public sealed class ReceiverVersionTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R20")]
    public async Task What_a_receiver_is_answered_changes_with_what_the_receiver_sees_and_with_nothing_else()
    {
        var path = await _service.ActiveAsync(Body("Ama Shared", owner: Union));
        await _service.AgreedAsync(Terms(["SKILLS"]));
        var (before, listed) = (await ReadAsync(path), await ListAsync());
        Assert.Null(before.Find("updateTime"));
        Assert.Equal(before.ETag, before.TextOf("etag"));

        (await _service.As(Officer).PatchAsync(path, new { countries = (string[])["KEN"] }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Officer).PostAsync($"{path}/availability", new { startDate = "2030-01-01", endDate = "2030-01-31", kind = "REMOTE" })).Is(HttpStatusCode.Created);
        Assert.Equal((before.ETag, before.Text, listed), ((await ReadAsync(path)).ETag, (await ReadAsync(path)).Text, await ListAsync()));

        (await _service.As(Officer).PatchAsync(path, new { functions = (string[])["DRAFTING"] }, "*")).Is(HttpStatusCode.OK);
        Assert.NotEqual(before.ETag, (await ReadAsync(path)).ETag);
        Assert.NotNull((await _service.As(Officer).ReadAsync(path)).Find("updateTime"));
    }

    [Fact, Rule("R20")]
    public async Task The_tag_of_a_window_is_that_of_the_window_for_whom_it_is_shared_with()
    {
        var path = await _service.ActiveAsync(Body("Ama Shared", owner: Union));
        var window = (await _service.As(Officer).PostAsync($"{path}/availability", new { startDate = "2030-01-01", endDate = "2030-01-31", kind = "REMOTE" })).Is(HttpStatusCode.Created).Location!.ToString();
        await _service.AgreedAsync(Terms(["AVAILABILITY"]));
        var before = (await ReadAsync(window)).ETag;
        (await _service.As(Officer).PatchAsync(path, new { countries = (string[])["KEN"] }, "*")).Is(HttpStatusCode.OK);
        Assert.Equal(before, (await ReadAsync(window)).ETag);
    }

    private async Task<ApiAnswer> ReadAsync(string path) => (await _service.As(Reader).ReadAsync(path)).Is(HttpStatusCode.OK);

    private async Task<string> ListAsync() => (await _service.As(Reader).ReadAsync("/api/v1/profiles")).Is(HttpStatusCode.OK).Text;
}

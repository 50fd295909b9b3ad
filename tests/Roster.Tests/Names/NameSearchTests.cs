using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Names;

/// <summary>What is typed on the real server; whom it fits by which rule is shown one level lower.</summary>
public sealed class NameSearchTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R157")]
    public async Task Hits_stand_by_how_well_the_name_fits_and_say_how_and_by_nothing_of_the_person()
    {
        await _service.ActiveAsync(Body("Mohamed Ba"));
        await _service.ActiveAsync(Body("Muhammad Aba"));
        await _service.ActiveAsync(Body("محمد Aba"));
        await _service.ActiveAsync(Body("Nohamed Aba"));
        await _service.ActiveAsync(Body("Somebody Else"));

        var answer = await _service.SearchAsync(HeadOfMission, new { text = "mohamed" });
        Assert.Equal(["Mohamed Ba", "Muhammad Aba", "محمد Aba", "Nohamed Aba"], answer.NamesIn());
        Assert.Equal(["SAME_SPELLING", "OTHER_SPELLING", "OTHER_SPELLING", "SMALL_SLIP"], answer["items"].AsArray().Select(i => (string?)i!["nameFit"]));
        Assert.Equal("""[{"typed":"mohamed","word":"محمد","fit":"OTHER_SPELLING"}]""", answer["items.2.nameWords"].ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));

        var unasked = await _service.SearchAsync(HeadOfMission, new { });
        Assert.All(unasked["items"].AsArray(), i => Assert.Null(i!["nameFit"]));
        Assert.Equal(["Mohamed Ba", "Muhammad Aba", "Nohamed Aba", "Somebody Else", "محمد Aba"], unasked.NamesIn()); // by name alone
    }

    [Theory]
    [InlineData("Nasreddine Qadir")] // as it is written
    [InlineData("nasr")] // a beginning
    [InlineData("Nasruddin")] // another spelling
    [InlineData("نصرالدين")]
    [InlineData("nasreddnie")] // a slip
    public async Task Whom_the_caller_may_not_see_no_way_of_typing_finds_counts_or_suggests(string typed)
    {
        await _service.ActiveAsync(Body("Nasreddine Qadir", "STRICTLY_CONFIDENTIAL", countries: ["FJI"]));
        await _service.ActiveAsync(Body("Amina Open", "UNCLASSIFIED"));
        Assert.Equal(["Nasreddine Qadir"], (await _service.SearchAsync(Cleared, new { text = typed })).NamesIn());

        var without = await _service.SearchAsync(Uncleared, new { text = "zzyzx qqqq" });
        var asked = await _service.SearchAsync(Uncleared, new { text = typed });
        Assert.Equal(without.Text, asked.Text); // the same answer as where there is nobody at all
    }

    [Fact]
    public async Task A_token_from_between_two_fits_goes_on_where_it_was()
    {
        foreach (var name in (string[])["Karim A", "Kareem A", "Kareem B", "Karmi A"])
        {
            await _service.ActiveAsync(Body(name));
        }

        var names = new List<string>();
        for (var token = ""; token is not null;)
        {
            var page = await _service.SearchAsync(HeadOfMission, new { text = "karim", pageSize = 1, pageToken = token.Length == 0 ? null : token });
            Assert.Equal(4, page["total"].GetValue<int>());
            names.AddRange(page.NamesIn());
            token = page.Find("nextPageToken")?.GetValue<string>();
        }

        Assert.Equal(["Karim A", "Kareem A", "Kareem B", "Karmi A"], names);
    }
}

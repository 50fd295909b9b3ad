using Concord.Support;

namespace Concord.Abuse.Tests.People;

internal sealed partial class World
{
    /// <summary>The alert that two organizations claim to lead a process of its own.</summary>
    public async Task<string> AlertAsync()
    {
        var process = await ProcessAsync();
        await ClaimAsync(process, "igad.officer");
        return await RivalryAsync(process);
    }

    /// <summary>A second organization claims to lead the process, and that is noticed.</summary>
    private async Task<string> RivalryAsync(string process, string mark = "Decision of its summit")
    {
        await ClaimAsync(process, "eccas.officer", mark);
        var (support, name) = (await crowd.AsAsync("msu.officer"), "");
        await Eventually.TrueAsync(async () => (name = (string?)(await support.ReadAsync($"/api/v1/alerts/designation?kind=SECOND_LEAD_CLAIM&subject={process}")).Find("items.0.name") ?? "").Length > 0, "an alert of two claims");
        return name;
    }
}

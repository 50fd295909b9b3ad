using System.Globalization;
using Concord.Contracts.Access;
using Concord.Platform.Texts;
using Concord.Portal.Agreements;
using Concord.Portal.Api;
using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Alerts;

/// <summary>Something that a person should look at, and where.</summary>
public sealed record Alert(Tone Tone, string Text, string Address);

/// <summary>What needs a person now: alerts that services keep and that ask this person, and what is read from the records as they stand and is kept nowhere.</summary>
public sealed class AlertFinder(PlatformApi api, Speech say, TimeProvider time)
{
    private const int MostAsking = 50; // the worst; the page of alerts has all of them
    private const int MostAgreements = 10; // the latest; each is a question to the service
    private const int MostRefusals = 500;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly string[] Watchers = [Roles.HeadOfMission, Roles.MediationSupport, Roles.Monitor];

    /// <summary>The worst first.</summary>
    public async Task<IReadOnlyList<Alert>> ForAsync(Me me)
    {
        var found = await Task.WhenAll(FromRecordsAsync(me), AskingAsync(me));
        return [.. found.SelectMany(f => f).OrderByDescending(a => a.Tone)];
    }

    /// <summary>Only what is kept nowhere; the worst first.</summary>
    public async Task<IReadOnlyList<Alert>> FromRecordsAsync(Me me)
    {
        var found = await Task.WhenAll(
            me.Roles.Any(Watchers.Contains) ? KeptAsync() : Nothing,
            me.Roles.Contains(Roles.Auditor) ? RefusedReadersAsync() : Nothing);
        return [.. found.SelectMany(f => f).OrderByDescending(a => a.Tone)];
    }

    private static Task<IReadOnlyList<Alert>> Nothing => Task.FromResult<IReadOnlyList<Alert>>([]);

    private async Task<IReadOnlyList<Alert>> AskingAsync(Me me)
    {
        var alerts = await api.AlertsAsync(me, "state=RAISED");
        var own = await OwnClaimsAsync(me, alerts);
        var asking = alerts.Where(a => a.Asks(me) || a.Evidence.Any(own.Contains)).WorstFirst().ToList();
        var shown = asking.Take(MostAsking).ToList();
        var subjects = await api.SubjectsAsync(shown, say);
        var found = shown.ConvertAll(a => new Alert(
            a.Tone, say.With("alert.of", ("kind", say.Word("alertKind", a.Kind)), ("process", subjects.TitleOf(a, say).Text)), a.Asks(me) ? a.Address : AlertSubjects.AddressOf(a.Subject)));
        if (asking.Count > shown.Count)
        {
            found.Add(new Alert(Tone.Idle, say.Count("alerts.more", asking.Count - shown.Count), "/alerts"));
        }

        return found;
    }

    // Whose claim is one of several settles no alert, and decides what becomes of the claim.
    private async Task<HashSet<string>> OwnClaimsAsync(Me me, List<StoredAlert> alerts) => me is { IsRegionalOfficer: true, Organization: { } organization } && alerts.Count > 0
        ? [.. (await api.ListAsync<Claim>($"processes/-/claims?organization={Uri.EscapeDataString(organization)}")).Where(c => c.IsOpen).Select(c => c.Name)]
        : [];

    private async Task<IReadOnlyList<Alert>> KeptAsync()
    {
        var latest = (await api.ListAsync<Agreement>("agreements")).OrderByDescending(a => a.SignedOn).Take(MostAgreements);
        List<Alert> found = [];
        foreach (var agreement in await Task.WhenAll(latest.Select(a => api.GetAsync<Agreement>(a.Name))))
        {
            if (agreement.Summary is { Reversals: > 0 and var reversals })
            {
                found.Add(new Alert(Tone.Bad, say.Count("alert.reversals", reversals, ("agreement", agreement.ShortTitleFor(say.Language).Text)), $"/{agreement.Name}"));
            }

            if (agreement.Summary is { Overdue: > 0 and var overdue })
            {
                found.Add(new Alert(Tone.Bad, say.Count("alert.overdue", overdue, ("agreement", agreement.ShortTitleFor(say.Language).Text)), $"/{agreement.Name}/schedule?standing=OVERDUE&sort=due"));
            }
        }

        return found;
    }

    // Who asked for more people than anybody needs: somebody should look at each of them.
    private async Task<IReadOnlyList<Alert>> RefusedReadersAsync()
    {
        var entries = $"audit/roster/entries?outcome=REFUSED&startTime={Uri.EscapeDataString(time.GetUtcNow().Subtract(Week).ToString("O", CultureInfo.InvariantCulture))}";
        var refused = (await api.GetAsync<Page<Refusal>>($"{entries}&pageSize={MostRefusals}")).Items.Where(e => e.Reason == AlertSubjects.TooManyPeople).Select(e => e.Actor).Distinct().Count();
        return refused == 0 ? [] : [new Alert(Tone.Bad, say.Count("alert.readers", refused), $"/api/v1/{entries}")];
    }

    private sealed record Refusal(string Actor, string? Reason);
}

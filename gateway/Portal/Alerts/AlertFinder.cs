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

/// <summary>What needs a person now, read from the records as they stand: nothing is stored, so nothing is stale, and it is gone when it is done.</summary>
public sealed class AlertFinder(PlatformApi api, Speech say, TimeProvider time)
{
    private const int MostAgreements = 10; // the latest; each is a question to the service
    private const int MostRefusals = 500;
    private const string TooManyPeople = "TOO_MANY_PEOPLE";
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly string[] Deciders = [Roles.AppointingAuthority, Roles.MediationSupport];
    private static readonly string[] Watchers = [Roles.HeadOfMission, Roles.MediationSupport, Roles.Monitor];
    private static readonly string[] NeedNobody = ["MONITORED", "SUSPENDED", "COLLAPSED", "CLOSED"];

    /// <summary>The worst first.</summary>
    public async Task<IReadOnlyList<Alert>> ForAsync(Me me)
    {
        var processes = me.WorksOnProcesses ? await api.ListAsync<Process>("processes") : [];
        List<Alert>[] found = await Task.WhenAll(
            me is { IsRegionalOfficer: true, Organization: { } own } ? BehindAsync(own, processes) : Nothing,
            me.Roles.Any(Watchers.Contains) ? KeptAsync() : Nothing,
            me.Roles.Contains(Roles.Auditor) ? RefusedReadersAsync() : Nothing);
        var unled = me.Roles.Any(Deciders.Contains) ? Unled(processes) : [];
        return [.. found.SelectMany(f => f).Concat(unled).OrderByDescending(a => a.Tone)];
    }

    private static Task<List<Alert>> Nothing => Task.FromResult<List<Alert>>([]);

    // A claim that is still open while another leads: its organization decides what becomes of it.
    private async Task<List<Alert>> BehindAsync(string organization, List<Process> processes)
    {
        var claims = await api.ListAsync<Claim>($"processes/-/claims?organization={Uri.EscapeDataString(organization)}");
        return
        [
            .. from claim in claims where claim.IsOpen
               from process in processes where process.Led && claim.Name.StartsWith($"{process.Name}/", StringComparison.Ordinal)
               select new Alert(Tone.Warn, say.With("alert.behind", ("process", Title(process))), $"/{process.Name}"),
        ];
    }

    private IEnumerable<Alert> Unled(List<Process> processes) => processes.Where(p => !p.Led && !NeedNobody.Contains(p.State))
        .Select(p => new Alert(Tone.Warn, say.With("alert.unled", ("process", Title(p)), ("state", say.Word("processState", p.State))), $"/{p.Name}"));

    private async Task<List<Alert>> KeptAsync()
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
    private async Task<List<Alert>> RefusedReadersAsync()
    {
        var entries = $"audit/roster/entries?outcome=REFUSED&startTime={Uri.EscapeDataString(time.GetUtcNow().Subtract(Week).ToString("O", CultureInfo.InvariantCulture))}";
        var refused = (await api.GetAsync<Page<Refusal>>($"{entries}&pageSize={MostRefusals}")).Items.Where(e => e.Reason == TooManyPeople).Select(e => e.Actor).Distinct().Count();
        return refused == 0 ? [] : [new Alert(Tone.Bad, say.Count("alert.readers", refused), $"/api/v1/{entries}")];
    }

    private sealed record Refusal(string Actor, string? Reason);

    private string Title(Process process) => process.TitleFor(say.Language).Text;
}

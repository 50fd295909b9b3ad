using System.Globalization;
using Concord.Portal.Api;
using Concord.Portal.Frame;
using Concord.Portal.Friends;
using Concord.Portal.Leads;
using Concord.Portal.Processes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Talks;

/// <summary>An act in the lead's name: it goes with the epoch of the lead that the form showed, so that nobody acts for a lead that is over (R143).</summary>
public abstract class LeadActPage : ActPage
{
    [Parameter]
    public Guid Id { get; set; }

    protected Process Process { get; private set; } = null!;

    /// <summary>Who leads now; of a form that was sent back, perhaps another than who led when it was opened.</summary>
    protected Lead Lead { get; private set; } = null!;

    protected string EpochShown => LeadEpoch.Shown(Sent("leadEpoch"), Refused, Lead.LeadEpoch);

    protected IReadOnlyList<(string Address, string Text)> WayTo(string list, string title) =>
        [("/processes", Say["processes.title"]), ($"/processes/{Id}", Process.TitleFor(Say.Language).Text), ($"/processes/{Id}/{list}", title)];

    protected override async Task LoadAsync()
    {
        var (process, lead) = (Api.GetAsync<Process>($"processes/{Id}"), Api.GetAsync<Lead>($"processes/{Id}/lead"));
        await Task.WhenAll(process, lead);
        (Process, Lead) = (await process, await lead);
        if (!(await Person.MeAsync()).SpeaksFor(Lead) && HttpMethods.IsGet(Http.Request.Method))
        {
            throw new ProblemException(Problem.Forbidden); // once the form is sent the service says who leads now
        }
    }

    /// <summary>What was typed, for the lead that the form showed.</summary>
    protected Dictionary<string, object?> InTheLeadsName(Dictionary<string, object?> answers)
    {
        answers["leadEpoch"] = long.TryParse(Sent("leadEpoch"), CultureInfo.InvariantCulture, out var epoch) ? epoch : null;
        return answers;
    }
}

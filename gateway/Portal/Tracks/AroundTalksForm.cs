using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Concord.Portal.Talks;
using Microsoft.AspNetCore.Components;

namespace Concord.Portal.Tracks;

/// <summary>A form about what stands around the talks, for those who keep them.</summary>
public abstract class AroundTalksForm : ActPage
{
    [Parameter]
    public Guid Id { get; set; }

    protected Process Process { get; private set; } = null!;

    protected CommunicationsPlan Plan { get; private set; } = null!;

    /// <summary>The page that it all stands on.</summary>
    protected string Around => $"/processes/{Id}/around";

    protected IReadOnlyList<(string Address, string Text)> Way =>
        [("/processes", Say["processes.title"]), ($"/processes/{Id}", Process.TitleFor(Say.Language).Text), (Around, Say["around.title"])];

    protected override async Task LoadAsync()
    {
        // Of the talks that the reader may see: the service answers as if there were none else.
        var (process, plan) = (Api.GetAsync<Process>($"processes/{Id}"), Api.GetAsync<CommunicationsPlan>($"processes/{Id}/communicationsPlan"));
        await Task.WhenAll(process, plan);
        (Process, Plan) = (await process, await plan);
        (await Person.MeAsync()).RequireKeepsTalks();
    }

    protected Task<List<TextDelegation>> DelegationsAsync() => Api.ListAsync<TextDelegation>($"processes/{Id}/delegations");
}

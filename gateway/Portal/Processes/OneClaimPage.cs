using Concord.Portal.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Processes;

/// <summary>A form about one open claim; whoever opens it for a claim that is over sees the process instead.</summary>
public abstract class OneClaimPage : FormPage
{
    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid ClaimId { get; set; }

    protected Process Process { get; private set; } = null!;

    protected override async Task LoadAsync()
    {
        var process = Api.GetAsync<Process>($"processes/{Id}");
        var claim = Api.GetAsync<Claim>($"processes/{Id}/claims/{ClaimId}");
        await Task.WhenAll(process, claim);
        Process = await process;
        await RequireOfficerAsync((await claim).Organization);
        if (!(await claim).IsOpen && HttpMethods.IsGet(Http.Request.Method))
        {
            Open($"/processes/{Id}");
        }
    }
}

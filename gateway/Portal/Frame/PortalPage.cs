using Concord.Portal.Api;
using Concord.Portal.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Frame;

/// <summary>A page: reads from the API in the name of the person who opened it, before anything is sent.</summary>
public abstract class PortalPage : Part
{
    [Inject]
    protected PlatformApi Api { get; set; } = null!;

    [Inject]
    protected Person Person { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <summary>Reads what the page shows; nothing is shown before.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    // A component that waits in OnInitializedAsync is rendered once without its data; this one is not.
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>After a form did its work: the browser opens the address anew, so that a reload sends nothing twice.</summary>
    protected void Open(string address) => Navigation.NavigateTo(address);
}

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

    private bool _left;

    /// <summary>Reads what the page shows; nothing is shown before.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    // A component that waits in OnInitializedAsync is rendered once without its data; this one is not.
    public sealed override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        await LoadAsync();
        if (!_left)
        {
            await base.SetParametersAsync(ParameterView.Empty);
        }
    }

    /// <summary>
    /// The browser opens another address instead: after a form did its work, so that a reload sends nothing twice; or where this page turns out to be
    /// the wrong one while it is read, and then shows nothing.
    /// </summary>
    protected void Open(string address)
    {
        _left = true;
        Navigation.NavigateTo(address);
    }
}

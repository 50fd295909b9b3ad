using Concord.Portal.Api;

namespace Concord.Portal.Frame;

/// <summary>A page with a form that changes something. What was typed comes back with the refusal.</summary>
public abstract class FormPage : PortalPage
{
    /// <summary>Why the API refused; null before the form was sent.</summary>
    protected Problem? Refused { get; private set; }

    /// <summary>The key for the form as it is shown now: the same again only where nobody knows whether it was carried out.</summary>
    protected string? KeyToSend => Refused is { IsAway: true } ? Sent("key") : null;

    /// <summary>What was typed into a field; null where nothing was.</summary>
    protected string? Sent(string field) => Http.Request.HasFormContentType && Http.Request.Form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Asks the API for the change, and goes on to another page where it was made.</summary>
    protected async Task ChangeAsync(string path, object change, string then)
    {
        Refused = await Api.ChangeAsync(path, change, Sent("key") ?? Guid.CreateVersion7().ToString());
        if (Refused is null)
        {
            Open(then);
        }
        else
        {
            Http.Response.StatusCode = Refused.Status;
        }
    }

    /// <summary>What is wrong with a field, in the words of the API.</summary>
    protected string? WrongWith(string field) => Refused?.Of(field);
}

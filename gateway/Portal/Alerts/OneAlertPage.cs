using Concord.Portal.Api;
using Concord.Portal.Frame;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Alerts;

/// <summary>A form that settles one alert; whoever opens it for one that is settled sees the alerts instead.</summary>
public abstract class OneAlertPage : FormPage
{
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Who keeps it: the designation service where the address does not say.</summary>
    [Parameter]
    public string? Service { get; set; }

    protected StoredAlert Alert { get; private set; } = null!;

    protected AlertSubject Subject { get; private set; } = null!;

    /// <summary>Of the API.</summary>
    protected string Record => $"alerts/{Service ?? StoredAlert.OfDesignation}/{Id}";

    /// <summary>Whether there is nothing left to do here.</summary>
    protected abstract bool IsDone(StoredAlert alert);

    protected override async Task LoadAsync()
    {
        var me = await Person.MeAsync();
        Alert = await Api.GetAsync<StoredAlert>(Record);
        Subject = (await Api.SubjectsAsync([Alert], Say)).GetValueOrDefault(Alert.Subject) ?? throw new ProblemException(Problem.Unreadable(StatusCodes.Status404NotFound));
        if (HttpMethods.IsGet(Http.Request.Method) && IsDone(Alert))
        {
            Open("/alerts");
        }
        else if (Alert.IsOpen && !Alert.IsSettledBy(me))
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }
}

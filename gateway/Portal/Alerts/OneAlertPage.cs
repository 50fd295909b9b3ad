using Concord.Portal.Api;
using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Alerts;

/// <summary>A form that settles one alert; whoever opens it for one that is settled sees the alerts instead.</summary>
public abstract class OneAlertPage : FormPage
{
    [Parameter]
    public Guid Id { get; set; }

    protected StoredAlert Alert { get; private set; } = null!;

    protected Process Process { get; private set; } = null!;

    protected Wording Subject => Process.TitleFor(Say.Language);

    /// <summary>Whether there is nothing left to do here.</summary>
    protected abstract bool IsDone(StoredAlert alert);

    protected override async Task LoadAsync()
    {
        var me = await Person.MeAsync();
        Alert = await Api.GetAsync<StoredAlert>($"alerts/designation/{Id}");
        Process = await Api.GetAsync<Process>(Alert.Subject);
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

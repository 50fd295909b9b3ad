using System.ComponentModel;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concord.Platform.Alerts;

/// <summary>Takes an alert on: nobody further is asked.</summary>
/// <param name="Note">What is done about it; 1 to 2000 characters.</param>
internal sealed record AcknowledgeAlert(string? Note);

/// <summary>Says that there is nothing more to do.</summary>
/// <param name="Reason">Why; 1 to 2000 characters.</param>
internal sealed record ResolveAlert(string? Reason);

public static class AlertApi
{
    /// <param name="api">The public surface of the service.</param>
    /// <param name="service">Its name.</param>
    /// <param name="read">The permission to see alerts; of which kinds, each kind says.</param>
    /// <param name="settle">The permission to settle them; of which kinds, each kind says.</param>
    public static void MapAlerts(this RouteGroupBuilder api, string service, Permission read, Permission settle)
    {
        var alerts = api.MapGroup($"/alerts/{service}").WithTags("Alerts");
        var suffix = $"{char.ToUpperInvariant(service[0])}{service[1..]}";
        alerts.MapGet("", async ([AsParameters] PageRequest page, [Description("Only in this state.")] Choice<AlertState>? state, [Description("Only those that are not resolved, or only others.")] bool? open,
                [Description("Only of this kind.")] string? kind, [Description("Only about this record, by its resource name.")] string? subject, AlertDesks asked, CancellationToken token) =>
                TypedResults.Ok(await asked.ListAsync(service, page, new AlertQuestion(state, open, kind, subject), token)))
            .Needs(read).WithName($"List{suffix}Alerts").WithSummary($"List what a person has to look at in the {service} service");
        alerts.MapGet("/{alert}", async (AlertId alert, AlertDesks asked, CancellationToken token) => await (await asked.ForAsync(alert, token)).GetAsync(service, alert, token))
            .Needs(read).WithName($"Get{suffix}Alert").WithSummary("Get an alert");
        alerts.MapPost("/{alert}:acknowledge", async (AlertId alert, AcknowledgeAlert request, AlertDesks asked, CancellationToken token) => await (await asked.ForAsync(alert, token)).AcknowledgeAsync(service, alert, request.Note, token))
            .Needs(settle).WithName($"Acknowledge{suffix}Alert").WithSummary("Take an alert on: nobody further is asked");
        alerts.MapPost("/{alert}:resolve", async (AlertId alert, ResolveAlert request, AlertDesks asked, CancellationToken token) => await (await asked.ForAsync(alert, token)).ResolveAsync(service, alert, request.Reason, token))
            .Needs(settle).WithName($"Resolve{suffix}Alert").WithSummary("Resolve an alert: it does not come back while nothing new is found");
    }
}

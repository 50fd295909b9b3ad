using Concord.Platform.Errors;

namespace Concord.Platform.Alerts;

/// <summary>Why an alert is not settled.</summary>
public static class AlertReasons
{
    public static readonly Reason AlertNotOpen = new("ALERT_NOT_OPEN", Refusal.Conflict, "The alert is resolved already.");
    public static readonly Reason AlertAcknowledged = new("ALERT_ACKNOWLEDGED", Refusal.Conflict, "Somebody has acknowledged the alert already.");
    public static readonly Reason AlertNotYours = new("ALERT_NOT_YOURS", Refusal.Forbidden, "Only the roles that the alert asks, now or later, settle it.");

    public static IReadOnlyList<Reason> All { get; } = [AlertNotOpen, AlertAcknowledged, AlertNotYours];
}

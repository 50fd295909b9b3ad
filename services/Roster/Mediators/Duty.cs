namespace Concord.Roster.Mediators;

/// <summary>Days on which a confirmed deployment holds somebody (R15).</summary>
/// <param name="Deployment">Resource name.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day; part of it.</param>
/// <param name="Mode">How the person works.</param>
/// <param name="LeadAgrees">The lead of the process that this deployment is for agrees that the person has other work on the same days.</param>
internal sealed record Duty(string Deployment, DateOnly FirstDay, DateOnly LastDay, DeploymentMode Mode, bool LeadAgrees)
{
    public bool Overlaps(DateOnly firstDay, DateOnly lastDay) => FirstDay <= lastDay && firstDay <= LastDay;
}

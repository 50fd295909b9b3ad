namespace Concord.Roster.Mediators;

/// <summary>Days on which a confirmed deployment holds somebody (R15).</summary>
/// <param name="Deployment">Resource name.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day; part of it.</param>
/// <param name="Mode">How the person works.</param>
/// <param name="LeadsAgree">The leads of both processes agree to remote work beside other work.</param>
internal sealed record Duty(string Deployment, DateOnly FirstDay, DateOnly LastDay, DeploymentMode Mode, bool LeadsAgree)
{
    public bool Overlaps(DateOnly firstDay, DateOnly lastDay) => FirstDay <= lastDay && firstDay <= LastDay;
}

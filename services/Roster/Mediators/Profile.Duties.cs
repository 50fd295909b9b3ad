using Concord.Platform.Audit;
using Concord.Platform.Errors;

namespace Concord.Roster.Mediators;

/// <summary>
/// The confirmed deployments of the person (R15). They stand here, and not only in the records of the deployments, so that the version of the person's own record decides between two that are
/// confirmed at the same moment, on every store and at every replica; and so that whoever searches finds the person busy with the same commit.
/// </summary>
internal sealed partial class Profile
{
    private const int MostDuties = 100;

    [Personal]
    public IReadOnlyList<Duty> Duties { get; private set; } = [];

    /// <summary>Refuses, unless the work only becomes shorter, who may not be given work, and who is deployed on one of the days: but for two of which one is from afar, where the lead of each agrees.</summary>
    public void TakeOn(Duty duty, DateTime now)
    {
        var shorter = Duties.Any(d => d.Deployment == duty.Deployment && d.FirstDay <= duty.FirstDay && duty.LastDay <= d.LastDay);
        if (!shorter)
        {
            RequireDeployable(now);
        }

        // What is over for longer than anybody looks back in this place is in the records of the deployments.
        var kept = Duties.Where(d => d.LastDay >= DateOnly.FromDateTime(now).AddYears(-1) && d.Deployment != duty.Deployment).ToList();
        if (!shorter && (kept.Exists(d => d.Overlaps(duty.FirstDay, duty.LastDay) && !MayStandBeside(d, duty)) || kept.Count >= MostDuties))
        {
            throw Fail.Because(RosterReasons.PersonDeployed, $"{Id} is deployed on one of the days from {duty.FirstDay:O} to {duty.LastDay:O}.", ("profile", Id.ToString()));
        }

        Duties = [.. kept.Append(duty).OrderBy(d => d.FirstDay)];
        Touch(now);
    }

    /// <summary>The lead of the process that the deployment is for agrees that the person has other work on the same days, or does so no more: refused where the person has.</summary>
    public void KeepAgreement(string deployment, bool agrees, DateTime now)
    {
        if (Duties.SingleOrDefault(d => d.Deployment == deployment) is not { } duty || duty.LeadAgrees == agrees)
        {
            return;
        }

        if (!agrees && Duties.Any(d => d != duty && d.Overlaps(duty.FirstDay, duty.LastDay)))
        {
            throw Fail.Because(RosterReasons.AgreementCarries, RosterReasons.AgreementCarries.Title, ("deployment", deployment));
        }

        Duties = [.. Duties.Select(d => d == duty ? d with { LeadAgrees = agrees } : d)];
        Touch(now);
    }

    /// <summary>The deployment ends with that day, sooner than was planned.</summary>
    public void EndDuty(string deployment, DateOnly lastDay, DateTime now)
    {
        Duties = [.. Duties.Select(d => d.Deployment == deployment && d.LastDay > lastDay ? d with { LastDay = lastDay } : d).Where(d => d.LastDay >= d.FirstDay)];
        Touch(now);
    }

    /// <summary>The deployment does not take place.</summary>
    public void Release(string deployment, DateTime now)
    {
        Duties = [.. Duties.Where(d => d.Deployment != deployment)];
        Touch(now);
    }

    /// <summary>Only whoever is active may be given work (R26).</summary>
    public void RequireActive()
    {
        RefuseIfMerged();
        if (State != ProfileState.Active)
        {
            throw NotDeployable();
        }
    }

    private void RequireDeployable(DateTime now)
    {
        RequireActive();
        if (!(SearchUntil >= DateOnly.FromDateTime(now)))
        {
            throw NotDeployable();
        }
    }

    private DomainException NotDeployable() => Fail.Because(RosterReasons.NotDeployable, $"{Id} may not be given work now.", ("profile", Id.ToString()));

    private void ForgetDuties() => Duties = [];

    private static bool MayStandBeside(Duty held, Duty wanted) => held.LeadAgrees && wanted.LeadAgrees && (held.Mode == DeploymentMode.Remote || wanted.Mode == DeploymentMode.Remote);
}

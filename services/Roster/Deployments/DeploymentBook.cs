using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Concord.Roster.Standby.Calls;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Deployments;

/// <summary>What is done to a deployment and to the person's own record together, so that one commit holds both (R15). It saves nothing.</summary>
internal sealed class DeploymentBook(RosterDb db, Caller caller, TimeProvider time)
{
    /// <summary>Those of a request that are in one of the states, in the order of their planning.</summary>
    public Task<List<Deployment>> OfAsync(StandbyRequestId request, DeploymentState[] states, CancellationToken cancellationToken) =>
        db.Deployments.Where(d => d.Request == request && states.Contains(d.State)).OrderBy(d => d.CreateTime).ThenBy(d => d.Id).ToListAsync(cancellationToken);

    /// <summary>Takes each person on; refuses all of them where one is not free.</summary>
    /// <returns>Who they are.</returns>
    public async Task<IReadOnlyList<Profile>> ConfirmAsync(IReadOnlyList<Deployment> deployments, CancellationToken cancellationToken)
    {
        var people = new List<Profile>();
        foreach (var deployment in deployments)
        {
            var person = await db.Profiles.FindForAsync(deployment.Profile, caller, cancellationToken);
            RefuseOneself(person);
            deployment.Confirm(person, time.Now());
            people.Add(person);
        }

        return people;
    }

    /// <summary>Changes it; where it holds the person, it is asked anew whether the person is free.</summary>
    public async Task EditAsync(Deployment deployment, DeploymentEdit fields, CancellationToken cancellationToken)
    {
        var (before, now) = (deployment.Duty, time.Now());
        deployment.Edit(fields, now);
        if (deployment.IsHeld && deployment.Duty != before)
        {
            (await PersonAsync(deployment, cancellationToken)).TakeOn(deployment.Duty, now);
        }
        else if (deployment.Duty != before)
        {
            (await db.StandbyRequests.SingleAsync(r => r.Id == deployment.Request, cancellationToken)).Replan(now);
        }
    }

    /// <summary>The lead agrees that the person has other work on the same days, or takes that back.</summary>
    /// <param name="deployment">Of the person.</param>
    /// <param name="agreement">Null where it is taken back.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task KeepAgreementAsync(Deployment deployment, LeadAgreement? agreement, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(deployment, cancellationToken);
        RefuseOneself(person);
        deployment.KeepAgreement(agreement, time.Now());
        if (deployment.IsHeld)
        {
            person.KeepAgreement(deployment.Id.ToString(), agreement is not null, time.Now());
        }
    }

    public async Task CancelAsync(Deployment deployment, string reason, CancellationToken cancellationToken)
    {
        var held = deployment.IsHeld;
        deployment.Cancel(reason, time.Now());
        if (held)
        {
            (await PersonAsync(deployment, cancellationToken)).Release(deployment.Id.ToString(), time.Now());
        }
    }

    /// <summary>Refuses who has declined (R25), or was suspended or put away since it was confirmed (R26).</summary>
    /// <returns>Who it is.</returns>
    public async Task<Profile> DepartAsync(Deployment deployment, IReadOnlyDictionary<ProfileId, CallOutcome> answers, CancellationToken cancellationToken)
    {
        if (answers.GetValueOrDefault(deployment.Profile) == CallOutcome.Declined)
        {
            throw Fail.Because(RosterReasons.PersonDeclined, RosterReasons.PersonDeclined.Title, ("deployment", deployment.Id.ToString()));
        }

        var person = await PersonAsync(deployment, cancellationToken);
        person.RequireActive();
        deployment.Depart(time.Now());
        return person;
    }

    public async Task ReturnAsync(Deployment deployment, DateOnly lastDay, CancellationToken cancellationToken)
    {
        deployment.Return(lastDay, time.Now());
        (await PersonAsync(deployment, cancellationToken)).EndDuty(deployment.Id.ToString(), deployment.LastDay, time.Now());
    }

    // Whoever is sent does not decide on it.
    private void RefuseOneself(Profile person)
    {
        if (caller.IsAnyOf(person.Person))
        {
            throw Fail.Because(RosterReasons.OwnDeployment, RosterReasons.OwnDeployment.Title);
        }
    }

    // Whoever may end a deployment ends it whatever became of the classification of the person; nothing of the person is shown.
    private Task<Profile> PersonAsync(Deployment deployment, CancellationToken cancellationToken) => db.Profiles.SingleAsync(p => p.Id == deployment.Profile, cancellationToken);
}

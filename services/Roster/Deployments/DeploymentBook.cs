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
internal sealed class DeploymentBook(RosterDb db, CallKeeper calls, Caller caller, TimeProvider time)
{
    /// <summary>Those of a request that are in one of the states, in the order of their planning.</summary>
    public Task<List<Deployment>> OfAsync(StandbyRequestId request, DeploymentState[] states, CancellationToken cancellationToken) =>
        db.Deployments.Where(d => d.Request == request && states.Contains(d.State)).OrderBy(d => d.CreateTime).ThenBy(d => d.Id).ToListAsync(cancellationToken);

    /// <summary>Takes each person on; refuses all of them where one is not free, has declined, or has said not to be available and has not accepted these days since.</summary>
    /// <returns>Who they are.</returns>
    public async Task<IReadOnlyList<Profile>> ConfirmAsync(StandbyRequestId request, IReadOnlyList<Deployment> deployments, CancellationToken cancellationToken)
    {
        var answers = await AnswersAsync(request, cancellationToken);
        var people = new List<Profile>();
        foreach (var deployment in deployments)
        {
            RefuseDeclined(deployment, answers);
            var person = await db.Profiles.FindForAsync(deployment.Profile, caller, cancellationToken);
            RefuseOneself(person);
            await RefuseUnavailableAsync(deployment, person, answers.GetValueOrDefault(deployment.Profile), cancellationToken);
            deployment.Confirm(person, time.Now());
            people.Add(person);
        }

        return people;
    }

    /// <summary>Changes it; where it holds the person, it is asked anew whether the person is free.</summary>
    public async Task EditAsync(Deployment deployment, DeploymentEdit fields, CancellationToken cancellationToken)
    {
        var (before, function, now) = (deployment.Duty, deployment.Function, time.Now());
        deployment.Edit(fields, now);
        if (deployment.IsHeld && deployment.Duty != before)
        {
            (await PersonAsync(deployment, cancellationToken)).TakeOn(deployment.Duty, now);
        }
        else if ((deployment.Duty, deployment.Function) != (before, function))
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

    /// <summary>Refuses all of them where one has declined (R25), or was suspended or put away since the confirmation (R26).</summary>
    /// <returns>Who they are.</returns>
    public async Task<IReadOnlyList<Profile>> DepartAsync(StandbyRequestId request, IReadOnlyList<Deployment> deployments, CancellationToken cancellationToken)
    {
        var answers = await AnswersAsync(request, cancellationToken);
        var people = new List<Profile>();
        foreach (var deployment in deployments)
        {
            RefuseDeclined(deployment, answers);
            var person = await PersonAsync(deployment, cancellationToken);
            person.RequireActive();
            deployment.Depart(time.Now());
            people.Add(person);
        }

        return people;
    }

    public async Task ReturnAsync(Deployment deployment, DateOnly lastDay, CancellationToken cancellationToken)
    {
        deployment.Return(lastDay, time.Now());
        (await PersonAsync(deployment, cancellationToken)).EndDuty(deployment.Id.ToString(), deployment.LastDay, time.Now());
    }

    private Task<Dictionary<ProfileId, LastWord>> AnswersAsync(StandbyRequestId request, CancellationToken cancellationToken) => db.Calls.Where(c => c.Request == request).LastWordsAsync(cancellationToken);

    private static void RefuseDeclined(Deployment deployment, Dictionary<ProfileId, LastWord> answers)
    {
        if (answers.GetValueOrDefault(deployment.Profile) is { Outcome: CallOutcome.Declined })
        {
            throw Fail.Because(RosterReasons.PersonDeclined, RosterReasons.PersonDeclined.Title, ("deployment", deployment.Id.ToString()));
        }
    }

    // Of what the person said of the days and what the person said to a call the later counts; to a link, for the days that it told of. Where nothing was said of them, the list of what is lacking tells so.
    private async Task RefuseUnavailableAsync(Deployment deployment, Profile person, LastWord? answer, CancellationToken cancellationToken)
    {
        var away = person.Availability.Where(w => w.Kind == AvailabilityKind.Unavailable && w.Overlaps(deployment.FirstDay, deployment.LastDay)).ToList();
        if (away.Count == 0)
        {
            return;
        }

        var accepted = answer is { Outcome: CallOutcome.Accepted } ? answer : null;
        var told = accepted?.Link is { } link ? await calls.TextAsync(await db.Calls.AsNoTracking().SingleAsync(c => c.Id == link, cancellationToken), cancellationToken) : null;
        if (accepted is null || away.Exists(w => w.CreateTime > accepted.Time || !(told?.Tells(Later(w.StartDate, deployment.FirstDay), Earlier(w.EndDate, deployment.LastDay), deployment.Mode) ?? true)))
        {
            throw Fail.Because(RosterReasons.PersonUnavailable, RosterReasons.PersonUnavailable.Title, ("deployment", deployment.Id.ToString()));
        }
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

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

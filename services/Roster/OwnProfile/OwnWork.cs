using Concord.Roster.Deployments;
using Concord.Roster.Deployments.CheckIns;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby.Calls;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.OwnProfile;

/// <summary>Where the person was or is sent. For what process is between the organizations, until the person is told: a secret selection must not show (R159).</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Function">What the person does (R5).</param>
/// <param name="Mode">How the person works.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="State">How far it is. What was only ever planned is not told.</param>
/// <param name="Tasks">What the person is to do.</param>
/// <param name="ReportsTo">To whom the person reports.</param>
/// <param name="LeadAgreeTime">When the lead agreed that the person has other work on the same days (R15), UTC; absent where it does not.</param>
/// <param name="Security">Security clearance.</param>
/// <param name="Travel">Travel clearance.</param>
/// <param name="Briefings">Those that were held (R21).</param>
/// <param name="CancelReason">Why it did not take place.</param>
internal sealed record OwnDeployment(
    string Name, TeamFunction? Function, DeploymentMode Mode, DateOnly FirstDay, DateOnly LastDay, DeploymentState State, string? Tasks, string? ReportsTo, DateTime? LeadAgreeTime, Clearance Security, Clearance Travel,
    IReadOnlyList<BriefingAnswer> Briefings, string? CancelReason);

/// <summary>That the person was asked, and what the person said.</summary>
/// <param name="CallTime">When, UTC.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Remark">In the words of the person.</param>
/// <param name="AnswerTime">When the person answered by a link, UTC.</param>
internal sealed record OwnCall(DateTime CallTime, CallOutcome Outcome, string? Remark, DateTime? AnswerTime);

/// <summary>What is kept of a person's work on standby, as the person reads it.</summary>
internal sealed class OwnWork(RosterDb db, CallKeeper calls, CheckInKeeper checkIns)
{
    public async Task<IReadOnlyList<OwnDeployment>> DeploymentsAsync(ProfileId person, CancellationToken cancellationToken)
    {
        var found = await db.Deployments.AsNoTracking().Where(d => d.Profile == person && d.ConfirmTime != null).OrderBy(d => d.CreateTime).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        return found.ConvertAll(d => new OwnDeployment(
            d.Id.ToString(), d.Function, d.Mode, d.FirstDay, d.LastDay, d.State, d.Tasks, d.ReportsTo, d.LeadAgreement?.Time, d.Security, d.Travel, [.. d.Briefings.Select(b => new BriefingAnswer(b.On, b.BriefedBy, b.Topics))],
            d.CancelReason));
    }

    public async Task<IReadOnlyList<OwnCall>> CallsAsync(ProfileId person, CancellationToken cancellationToken)
    {
        List<OwnCall> own = [];
        foreach (var call in await db.Calls.AsNoTracking().Where(c => c.Profile == person).OrderBy(c => c.CreateTime).ThenBy(c => c.Id).ToListAsync(cancellationToken))
        {
            own.Add(new OwnCall(call.CallTime, call.Outcome, await calls.RemarkAsync(call, cancellationToken), call.AnswerTime));
        }

        return own;
    }

    public async Task<IReadOnlyList<CheckInAnswer>> CheckInsAsync(ProfileId person, CancellationToken cancellationToken)
    {
        List<CheckInAnswer> own = [];
        foreach (var checkIn in await db.CheckIns.AsNoTracking().Where(c => c.Profile == person).OrderBy(c => c.CreateTime).ThenBy(c => c.Id).ToListAsync(cancellationToken))
        {
            own.Add(await checkIns.OpenAsync(checkIn, cancellationToken));
        }

        return own;
    }
}

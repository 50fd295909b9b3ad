using Concord.Contracts.Events;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.ParallelTracks;

/// <summary>Who leads or supports has changed: what was part of the arrangement may be a track of its own now, and the other way round (R48). Heard after the fact, so that nobody who decides on a lead waits for it.</summary>
internal sealed class ExamineOnArrangement(DesignationDb db, TrackExamination examination, TimeProvider time)
    : IEventHandler<LeadDesignated>, IEventHandler<LeadEnded>, IEventHandler<ClaimConverted>, IEventHandler<SupportRoleRegistered>, IEventHandler<SupportRoleEnded>
{
    public Task HandleAsync(LeadDesignated fact, CancellationToken cancellationToken) => ExamineAsync(fact.Process, cancellationToken);

    public Task HandleAsync(LeadEnded fact, CancellationToken cancellationToken) => ExamineAsync(fact.Process, cancellationToken);

    public Task HandleAsync(ClaimConverted fact, CancellationToken cancellationToken) => ExamineAsync(fact.Process, cancellationToken);

    public Task HandleAsync(SupportRoleRegistered fact, CancellationToken cancellationToken) => ExamineAsync(fact.Process, cancellationToken);

    public Task HandleAsync(SupportRoleEnded fact, CancellationToken cancellationToken) => ExamineAsync(fact.Process, cancellationToken);

    private async Task ExamineAsync(string name, CancellationToken cancellationToken)
    {
        if (ResourceName.TryParse<ProcessId>(name, out var id) && await db.Contacts.AnyAsync(c => c.Process == id, cancellationToken)
            && await db.Processes.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } process)
        {
            await examination.ExamineAllAsync(process, time.Now(), cancellationToken);
        }
    }
}

using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Texts;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Talks;

/// <summary>Takes a record back.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawRecord(string? Reason);

/// <summary>What came of a record later.</summary>
/// <param name="Delegation">Whose answer it is; absent where it is no delegation's.</param>
/// <param name="Accepted">Whether an offer was taken up; absent where nothing was offered.</param>
internal sealed record FollowUpAnswer(DateOnly On, string Text, string? Delegation, bool? Accepted, Signature By, DateTime Time);

/// <summary>Something of the talks as it was recorded.</summary>
/// <param name="Content">As it was recorded.</param>
/// <param name="Withdrawn">Absent while it stands.</param>
/// <param name="FollowUps">What came of it, oldest first.</param>
internal sealed record RecordedAnswer<TContent>(
    string Name, TContent Content, Signature RecordedBy, DateTime CreateTime, RecordWithdrawal? Withdrawn, IReadOnlyList<FollowUpAnswer> FollowUps, string Etag);

/// <summary>What is the same for each kind of record: list, get, record, withdraw, and append what came of it. Find, decide, save, answer.</summary>
internal sealed class Records<TRecord, TId, TContent>(DesignationDb db, Caller caller, TimeProvider time)
    where TRecord : Recorded<TRecord, TId, TContent>, new() where TId : struct, IStrongId<TId> where TContent : class, IContent<TContent>
{
    public async Task<Ok<Page<RecordedAnswer<TContent>>>> ListAsync(ProcessId process, Permission read, PageRequest page, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, read, cancellationToken);
        var found = await db.Set<TRecord>().Where(r => r.Process == process).PageAsync<TRecord, TId, TRecord>(page, $"{process}/{TId.Collection}", r => r, cancellationToken);
        var followUps = await FollowUpsAsync(found.Items.Select(r => r.Name), cancellationToken);
        return TypedResults.Ok(new Page<RecordedAnswer<TContent>>([.. found.Items.Select(r => ToAnswer(r, followUps))], found.NextPageToken));
    }

    public async Task<Ok<RecordedAnswer<TContent>>> GetAsync(ProcessId process, TId id, Permission read, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, read, cancellationToken);
        var found = await FindAsync(process, id, cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(found, cancellationToken)));
    }

    public async Task<Created<RecordedAnswer<TContent>>> RecordAsync(ProcessId process, TContent content, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepTalks, cancellationToken);
        var record = Recorded<TRecord, TId, TContent>.Record(found, content, caller, time.Now());
        await db.RequireDelegationsAsync(process, record.Content.NamedDelegations(), cancellationToken);
        db.Add(record);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{record.Name}", http.Response.Tagged(record, ToAnswer(record, [])));
    }

    public async Task<Ok<RecordedAnswer<TContent>>> WithdrawAsync(ProcessId process, TId id, WithdrawRecord request, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepTalks, cancellationToken);
        var found = await FindAsync(process, id, cancellationToken);
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(found, cancellationToken)));
    }

    /// <param name="process">Whose record it is.</param>
    /// <param name="id">The record.</param>
    /// <param name="given">What came of it.</param>
    /// <param name="accepted">Whether an offer was taken up; null where nothing was offered.</param>
    /// <param name="decide">Refuses where nothing can come of the record.</param>
    /// <param name="http">The request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Ok<RecordedAnswer<TContent>>> AppendAsync(
        ProcessId process, TId id, AddFollowUp given, bool? accepted, Action<TRecord> decide, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepTalks, cancellationToken);
        var found = await FindAsync(process, id, cancellationToken);
        http.Request.CheckMatch(found);
        decide(found);
        var followUp = FollowUp.To(process, found.Name, given, accepted, caller, time.Now());
        if (given.Delegation is not null)
        {
            await db.RequireDelegationsAsync(process, [("delegation", given.Delegation)], cancellationToken);
        }

        db.Add(followUp);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await ToAnswerAsync(found, cancellationToken)));
    }

    private async Task<TRecord> FindAsync(ProcessId process, TId id, CancellationToken cancellationToken) =>
        await db.Set<TRecord>().FindAsync([id], cancellationToken) is { } found && found.Process == process ? found : throw Fail.NotFound($"{process}/{id}");

    private async Task<RecordedAnswer<TContent>> ToAnswerAsync(TRecord record, CancellationToken cancellationToken) => ToAnswer(record, await FollowUpsAsync([record.Name], cancellationToken));

    private async Task<IReadOnlyList<FollowUp>> FollowUpsAsync(IEnumerable<string> records, CancellationToken cancellationToken)
    {
        var names = records.ToList();
        return await db.FollowUps.AsNoTracking().Where(f => names.Contains(f.Record)).OrderBy(f => f.CreateTime).ThenBy(f => f.Id).ToListAsync(cancellationToken);
    }

    private static RecordedAnswer<TContent> ToAnswer(TRecord r, IReadOnlyList<FollowUp> followUps) => new(
        r.Name, r.Content, r.RecordedBy, r.CreateTime, r.Withdrawn,
        [.. followUps.Where(f => f.Record == r.Name).Select(f => new FollowUpAnswer(f.On, f.Text, f.Delegation, f.Accepted, f.By, f.CreateTime))], ETag.Of(r));
}

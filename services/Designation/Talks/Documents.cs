using System.Text.Json;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Talks;

/// <summary>One step in the history of a document.</summary>
/// <param name="Number">Of the revision that was written, or that the act was about.</param>
/// <param name="Act">What happened.</param>
/// <param name="Content">As it was written; absent for any other act.</param>
/// <param name="Step">The particulars of the act; absent where it was written.</param>
/// <param name="By">Who did it.</param>
/// <param name="Time">When, UTC.</param>
internal sealed record RevisionAnswer<TContent>(int Number, DocumentAct Act, TContent? Content, DocumentStep? Step, Signature By, DateTime Time) where TContent : class;

/// <summary>What is the same for each document of a process: get, write, take a step, list its history. Find, decide, save, answer.</summary>
internal sealed class Documents<TDocument, TContent, TAnswer>(DesignationDb db, Caller caller, TimeProvider time)
    where TDocument : ProcessDocument<TContent>, IProcessDocument<TDocument, TContent, TAnswer> where TContent : class, IContent<TContent>
{
    public async Task<Ok<TAnswer>> GetAsync(ProcessId process, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.ReadTalks, cancellationToken);
        return Answer(await FindAsync(process, cancellationToken), found, http);
    }

    public async Task<Ok<TAnswer>> ReviseAsync(ProcessId process, MergePatch<TContent> patch, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepTalks, cancellationToken);
        var document = await FindAsync(process, cancellationToken);
        http.Request.RequireMatch(document);
        if (document.Revision == 0)
        {
            db.Add(document);
        }

        db.Add(document.Revise(found, patch.ApplyTo(document.Content), caller, time.Now()));
        await db.SaveChangesAsync(cancellationToken);
        return Answer(document, found, http);
    }

    /// <summary>Something happens to the document as it is written.</summary>
    public async Task<Ok<TAnswer>> StepAsync(ProcessId process, Func<TDocument, Process, DateTime, Task<DocumentRevision>> stepAsync, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepTalks, cancellationToken);
        var document = await FindAsync(process, cancellationToken);
        http.Request.CheckMatch(document);
        db.Add(await stepAsync(document, found, time.Now()));
        await db.SaveChangesAsync(cancellationToken);
        return Answer(document, found, http);
    }

    public async Task<Ok<Page<RevisionAnswer<TContent>>>> ListRevisionsAsync(ProcessId process, PageRequest page, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadTalks, cancellationToken);
        var kind = TDocument.Kind;
        return TypedResults.Ok(await db.DocumentRevisions.Where(r => r.Process == process && r.Document == kind)
            .PageAsync<DocumentRevision, DocumentRevisionId, RevisionAnswer<TContent>>(page, $"{process}/{kind}/revisions", ToAnswer, cancellationToken));
    }

    /// <summary>Begun where nobody has written it yet; not stored by that.</summary>
    private async Task<TDocument> FindAsync(ProcessId process, CancellationToken cancellationToken) =>
        await db.Set<TDocument>().SingleOrDefaultAsync(d => d.Process == process, cancellationToken) ?? TDocument.Begin(process);

    private Ok<TAnswer> Answer(TDocument document, Process process, HttpContext http) => TypedResults.Ok(http.Response.Tagged(document, document.ToAnswer(process, time.Now())));

    private static RevisionAnswer<TContent> ToAnswer(DocumentRevision r) => new(
        r.Number, r.Act, r.Content is null ? null : JsonSerializer.Deserialize<TContent>(r.Content, ConcordJson.Lenient), r.Step, r.By, r.CreateTime);
}

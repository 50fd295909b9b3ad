using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Conduct;

/// <summary>Accepts the code for the own organization.</summary>
/// <param name="Sha256">Of the text you read, as the answer gave it: another one is not accepted unread.</param>
internal sealed record AcceptCode(string? Sha256);

/// <summary>A version of the code of conduct.</summary>
/// <param name="Number">Counts the adoptions of the process.</param>
/// <param name="Version">As the document says it.</param>
/// <param name="Text">Absent where only the digest is kept.</param>
internal sealed record CodeAnswer(string Name, int Number, string Title, string Version, string Reference, string? Text, string Sha256, Signature AdoptedBy, DateTime AdoptTime);

/// <summary>An organization that accepted the version that counts.</summary>
internal sealed record CodeAcceptanceAnswer(string Organization, string? OrganizationDisplayName, Signature AcceptedBy, DateTime AcceptTime);

/// <summary>An organization that leads or supports and has not accepted it yet.</summary>
internal sealed record NotYetAccepted(string Organization, string? OrganizationDisplayName);

/// <summary>Which code counts, who accepted it and who has not yet.</summary>
/// <param name="Code">Absent where none was adopted.</param>
/// <param name="Accepted">In the order of acceptance; also who leads or supports no more.</param>
/// <param name="Missing">Who leads, supports or is a Friend today and has not accepted it; all of them where none was adopted.</param>
internal sealed record ConductAnswer(string Name, CodeAnswer? Code, IReadOnlyList<CodeAcceptanceAnswer> Accepted, IReadOnlyList<NotYetAccepted> Missing);

/// <summary>The common code of conduct (R36): find, decide, raise, save, answer.</summary>
internal static class ConductApi
{
    public static void MapConduct(this RouteGroupBuilder api)
    {
        var process = api.MapGroup("/processes/{process}").WithTags("Code of conduct");
        process.MapGet("/codeOfConduct", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetCodeOfConduct").WithSummary("Get which code of conduct counts, who accepted it and who has not yet");
        process.MapGet("/codeOfConduct/versions", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListCodesOfConduct").WithSummary("List the versions of the code of conduct");
        process.MapPost("/codeOfConduct:adopt", AdoptAsync).Needs(DesignationPermissions.KeepConduct).WithName("AdoptCodeOfConduct").WithSummary("Say which code of conduct counts from now on");
        process.MapPost("/codeOfConduct:accept", AcceptAsync).Needs(DesignationPermissions.AcceptConduct).WithName("AcceptCodeOfConduct").WithSummary("Accept the code of conduct for your organization");
    }

    private static async Task<Ok<ConductAnswer>> GetAsync(ProcessId process, DesignationDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.Ok(await ToAnswerAsync(db, process, time, cancellationToken));
    }

    private static async Task<Ok<Page<CodeAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.Ok(await db.ConductCodes.Where(c => c.Process == process)
            .PageAsync<ConductCode, ConductCodeId, CodeAnswer>(page, $"{process}/codeOfConduct/versions", ToAnswer, cancellationToken));
    }

    private static async Task<Ok<ConductAnswer>> AdoptAsync(
        ProcessId process, AdoptCode request, DesignationDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        db.Add(ConductCode.Adopt(found, await db.CurrentCodeAsync(process, cancellationToken), request, caller, time.Now()));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(await ToAnswerAsync(db, process, time, cancellationToken));
    }

    private static async Task<Ok<ConductAnswer>> AcceptAsync(
        ProcessId process, AcceptCode request, DesignationDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var standing = await db.ConductAsync(process, DateOnly.FromDateTime(time.Now()), cancellationToken);
        db.Add(ConductAcceptance.Accept(standing.Code, request.Sha256, OrganizationDirectory.OwnOf(caller), standing.Bound, caller, time.Now()));
        await db.SaveChangesAsync(cancellationToken); // once: the unique index refuses the second
        return TypedResults.Ok(await ToAnswerAsync(db, process, time, cancellationToken));
    }

    private static async Task<ConductAnswer> ToAnswerAsync(DesignationDb db, ProcessId process, TimeProvider time, CancellationToken cancellationToken)
    {
        var standing = await db.ConductAsync(process, DateOnly.FromDateTime(time.Now()), cancellationToken);
        var names = await db.NamesAsync([.. standing.Acceptances.Select(a => a.Organization), .. standing.Missing], cancellationToken);
        return new ConductAnswer(
            $"{process}/codeOfConduct", standing.Code is { } code ? ToAnswer(code) : null,
            [.. standing.Acceptances.Select(a => new CodeAcceptanceAnswer(a.Organization, names.Of(a.Organization), a.AcceptedBy, a.CreateTime))],
            [.. standing.Missing.Select(o => new NotYetAccepted(o, names.Of(o)))]);
    }

    private static CodeAnswer ToAnswer(ConductCode c) => new(c.Name, c.Number, c.Title, c.Version, c.Reference, c.Text, c.Sha256, c.AdoptedBy, c.CreateTime);
}

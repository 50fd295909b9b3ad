using Concord.Contracts.Access;
using Concord.Designation.Claims;
using Concord.Designation.Council;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Designation.SupportRoles;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Brief;

/// <summary>An organization that supports whoever leads.</summary>
/// <param name="Until">Last day; absent where it is open.</param>
internal sealed record BriefSupport(string Organization, string? OrganizationDisplayName, SupportKind Role, DateOnly From, DateOnly? Until);

/// <summary>An organization in the group of Friends, or one that claims to lead.</summary>
internal sealed record BriefOrganization(string Organization, string? OrganizationDisplayName, DateTime Since);

/// <summary>What comes next, in the words of the last summary report that you may see.</summary>
/// <param name="Source">Resource name of the report.</param>
internal sealed record BriefNextSteps(string Text, string Source, DateTime IssueTime);

/// <summary>What a brief of one page says of a process, as far as you may see it.</summary>
/// <param name="Classification">Of the brief: the highest of what it is made of.</param>
/// <param name="StateSince">When it came into this state.</param>
/// <param name="LeadEpoch">The epoch now.</param>
/// <param name="Lead">Absent where nobody leads.</param>
/// <param name="SupportRoles">Those that have not ended and whose last day has not passed, oldest first; at most 20.</param>
/// <param name="Friends">In the order of their admission; at most 20.</param>
/// <param name="OpenClaims">Oldest first; at most 20.</param>
/// <param name="MayPassTo">The states it may come into next.</param>
/// <param name="NextSteps">Absent where no summary report speaks of them.</param>
/// <param name="Time">When it was made, UTC.</param>
internal sealed record BriefAnswer(
    string Name, string Title, string Situation, string Language, IReadOnlyList<ProcessTranslation> Translations, IReadOnlyList<string> Countries, bool Fictional, Classification Classification,
    ProcessState State, DateTime StateSince, long LeadEpoch, HolderAnswer? Lead, IReadOnlyList<BriefSupport> SupportRoles, IReadOnlyList<BriefOrganization> Friends,
    IReadOnlyList<BriefOrganization> OpenClaims, IReadOnlyList<ProcessState> MayPassTo, BriefNextSteps? NextSteps, DateTime Time);

/// <summary>One page on a process.</summary>
internal static class BriefApi
{
    private const int Most = 20;

    public static void MapBrief(this RouteGroupBuilder api) => api.MapGet("/processes/{process}/brief", GetAsync).WithTags("Processes")
        .Needs(DesignationPermissions.ReadProcesses).WithName("GetProcessBrief").WithSummary("Get what a brief of one page says of a process");

    private static async Task<Ok<BriefAnswer>> GetAsync(ProcessId process, DesignationDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var (now, today) = (time.Now(), DateOnly.FromDateTime(time.Now()));
        var (epoch, led) = await db.LedNowAsync(process, caller, cancellationToken);
        var since = await db.StateChanges.Where(c => c.Process == process).OrderByDescending(c => c.CreateTime).ThenByDescending(c => c.Id).Select(c => c.CreateTime).FirstAsync(cancellationToken);
        var support = await db.SupportRoles.AsNoTracking().Where(r => r.Process == process && r.EndTime == null && (r.Until == null || r.Until >= today))
            .OrderBy(r => r.CreateTime).ThenBy(r => r.Id).Take(Most).ToListAsync(cancellationToken);
        var friends = await db.Friends.AsNoTracking().Where(f => f.Process == process && f.EndTime == null).OrderBy(f => f.Number).Take(Most).ToListAsync(cancellationToken);
        var claims = await db.Claims.AsNoTracking().Where(c => c.Process == process && c.State == ClaimState.Proposed)
            .OrderBy(c => c.CreateTime).ThenBy(c => c.Id).Take(Most).ToListAsync(cancellationToken);
        var summary = await db.CouncilSummaries.SeenBy(caller, found).AsNoTracking().Where(s => s.State == SummaryState.Issued)
            .OrderByDescending(s => s.IssueTime).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        var next = summary?.Sections.SingleOrDefault(s => s.Section == SummarySection.NextSteps)?.Text is { Length: > 0 } text ? new BriefNextSteps(text, summary.Name, summary.IssueTime!.Value) : null;
        var names = await db.NamesAsync([.. support.Select(r => r.Organization), .. friends.Select(f => f.Organization), .. claims.Select(c => c.Organization)], cancellationToken);
        return TypedResults.Ok(new BriefAnswer(
            process.ToString(), found.Title, found.Situation, found.Language, found.Translations, [.. found.Countries.Select(c => c.Code).Order(StringComparer.Ordinal)], found.Fictional,
            next is not null && summary!.Classification > found.Classification ? summary.Classification : found.Classification, found.State, since, epoch,
            led is null ? null : new HolderAnswer(led.Organizations, led.DisplayName, led.Epoch, await db.StartOfAsync(led, cancellationToken)),
            [.. support.Select(r => new BriefSupport(r.Organization, names.Of(r.Organization), r.Role, r.From, r.Until))],
            [.. friends.Select(f => new BriefOrganization(f.Organization, names.Of(f.Organization), f.CreateTime))],
            [.. claims.Select(c => new BriefOrganization(c.Organization, names.Of(c.Organization), c.CreateTime))],
            [.. Enum.GetValues<ProcessState>().Where(s => s != found.State && ProcessStates.MayPass(found.State, s, found.SuspendedFrom))], next, now));
    }
}

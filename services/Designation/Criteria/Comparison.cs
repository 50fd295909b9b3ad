using Concord.Designation.Claims;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Criteria;

/// <summary>One organization beside others.</summary>
/// <param name="Organization">Resource name.</param>
/// <param name="OrganizationDisplayName">Absent until its name has reached this service.</param>
/// <param name="ActorKind">Of which criteria there are; absent where the annex describes no such kind, or it is not known.</param>
/// <param name="Claim">Its claim to lead; absent where it makes none.</param>
/// <param name="Advantages">In the words of its claim.</param>
/// <param name="Disadvantages">The same.</param>
/// <param name="Statements">By the criteria; its own first, then in the order they were made.</param>
/// <param name="Acceptance">The last that is known of each party, by the party's name.</param>
internal sealed record ComparedCandidate(
    string Organization, string? OrganizationDisplayName, ActorKind? ActorKind, string? Claim, string? Advantages, string? Disadvantages,
    IReadOnlyList<ComparedStatement> Statements, IReadOnlyList<ComparedAcceptance> Acceptance);

/// <summary>What is said of it by one criterion.</summary>
/// <param name="Name">Resource name of the statement; absent where it is part of the claim.</param>
/// <param name="OfItself">Its own, in its claim.</param>
/// <param name="Author">Resource name of the account of who said it; absent where a source stands in for a person.</param>
/// <param name="AuthorDisplayName">The name at that time.</param>
/// <param name="Time">When.</param>
internal sealed record ComparedStatement(string? Name, string Criterion, string Statement, string Evidence, bool OfItself, string? Author, string AuthorDisplayName, DateTime Time);

/// <summary>How a party takes it as mediator.</summary>
/// <param name="RecordedBy">As the author of a statement.</param>
/// <param name="RecordedByDisplayName">The same.</param>
internal sealed record ComparedAcceptance(string Name, string Party, PartyPosition Position, DateOnly On, string Source, string? RecordedBy, string RecordedByDisplayName, DateTime Time);

/// <summary>What the appointing authority compares: everybody who claims to lead, is spoken of or was taken a position on, side by side. No order but the alphabet's, no sum (R29, R157).</summary>
internal static class Comparison
{
    public static async Task<IReadOnlyList<ComparedCandidate>> CompareAsync(this DesignationDb db, ProcessId process, CancellationToken cancellationToken)
    {
        var claims = await db.Claims.AsNoTracking().Where(c => c.Process == process && c.Kind == ClaimKind.Lead && (c.State == ClaimState.Proposed || c.State == ClaimState.Selected))
            .OrderBy(c => c.CreateTime).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        var statements = await db.CandidateStatements.AsNoTracking().Where(s => s.Process == process && s.WithdrawTime == null)
            .OrderBy(s => s.CreateTime).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var acceptances = await db.PartyAcceptances.AsNoTracking().Where(a => a.Process == process && a.WithdrawTime == null)
            .OrderBy(a => a.On).ThenBy(a => a.CreateTime).ThenBy(a => a.Id).ToListAsync(cancellationToken);
        var organizations = claims.Select(c => c.Organization).Concat(statements.Select(s => s.Organization)).Concat(acceptances.Select(a => a.Organization)).Distinct().ToList();
        var known = await db.KnownOrganizations.AsNoTracking().Where(o => organizations.Contains(o.Name)).ToDictionaryAsync(o => o.Name, cancellationToken);
        return
        [
            .. organizations.Select(o => Of(o, known.GetValueOrDefault(o), claims.LastOrDefault(c => c.Organization == o), statements.Where(s => s.Organization == o), acceptances.Where(a => a.Organization == o)))
                .OrderBy(c => c.OrganizationDisplayName ?? c.Organization, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Organization, StringComparer.Ordinal),
        ];
    }

    /// <summary>The terms with the comparison as it is now, of the candidates that they name: what was decided on stays readable as it was, whatever is said later.</summary>
    public static async Task<LeadTerms> WithComparisonAsync(this DesignationDb db, Process process, LeadTerms terms, CancellationToken cancellationToken)
    {
        if (terms.Compared is not null || terms.AfterNoLeadAgreed is not null)
        {
            throw Fail.Invalid(terms.Compared is null ? "lead.afterNoLeadAgreed" : "lead.compared", "Filled by the platform.");
        }

        var named = (terms.Candidates ?? []).Select(c => c.Organization).ToHashSet();
        var undecided = await db.NoLeadDecisions.AsNoTracking().Where(d => d.Process == process.Id && d.LeadEpoch == process.LeadEpoch).OrderByDescending(d => d.CreateTime).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);
        return terms with
        {
            Compared = [.. (await db.CompareAsync(process.Id, cancellationToken)).Where(c => named.Contains(c.Organization))],
            AfterNoLeadAgreed = undecided?.Name,
        };
    }

    private static ComparedCandidate Of(string organization, KnownOrganization? known, Claim? claim, IEnumerable<CandidateStatement> statements, IEnumerable<PartyAcceptance> acceptances) => new(
        organization, known?.DisplayName is { Length: > 0 } name ? name : null, claim?.Actor ?? CriteriaBook.ActorHeard(known?.Kind), claim?.Name, claim?.Advantages, claim?.Disadvantages,
        [
            .. (claim?.SelfAssessment ?? []).Select(s => new ComparedStatement(null, s.Criterion!, s.Statement!, s.Evidence!, true, claim!.RegisteredBy.Account, claim.RegisteredBy.DisplayName, claim.CreateTime)),
            .. statements.Select(s => new ComparedStatement(s.Name, s.Criterion, s.Statement, s.Evidence, false, s.Author.Account, s.Author.DisplayName, s.CreateTime)),
        ],
        [
            .. acceptances.GroupBy(a => a.Party, StringComparer.OrdinalIgnoreCase).Select(g => g.Last()).OrderBy(a => a.Party, StringComparer.OrdinalIgnoreCase)
                .Select(a => new ComparedAcceptance(a.Name, a.Party, a.Position, a.On, a.Source, a.RecordedBy.Account, a.RecordedBy.DisplayName, a.CreateTime)),
        ]);
}

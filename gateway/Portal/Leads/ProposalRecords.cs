using Concord.Platform.Texts;
using Concord.Portal.Access;
using Concord.Portal.Api;
using Concord.Portal.Claims;
using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Leads;

/// <summary>A change of the lead that waits for a second person, or waited, as the designation service answers it.</summary>
public sealed record LeadProposal(
    string Name, string Kind, string State, long LeadEpoch, bool Stale, ProposedTerms? Terms, HandOverCare? HandOver, string Reason, SignedBy ProposedBy, DateTimeOffset CreateTime, DateTimeOffset ExpireTime,
    Signature? DecidedBy, string? DecisionReason, DateTimeOffset? DecideTime, IReadOnlyList<CorrectedTimes>? Corrections, string Etag)
{
    public bool IsOpen => State == "PROPOSED";

    /// <summary>Resource name of the process whose lead it would change.</summary>
    public string Process => string.Join('/', Name.Split('/').Take(2));

    /// <summary>Organizations that it names, as holder or beside one.</summary>
    public IEnumerable<string> Organizations => Terms is null ? [] : Terms.Organizations.Concat((Terms.Candidates ?? []).Select(c => c.Organization)).Distinct();
}

public sealed record ProposedTerms(
    IReadOnlyList<string> Organizations, string DisplayName, string Model, IReadOnlyList<NamedMediator>? Mediators, string? WorkingArrangement, IReadOnlyList<Candidate>? Candidates, string? SingleCandidateReason,
    string? HeadquartersCoordination, InterimLead? Interim, IReadOnlyList<ComparedCandidate>? Compared, string? AfterNoLeadAgreed);

public sealed record Candidate(string Organization, string Advantages, string Disadvantages);

public sealed record NamedMediator(string Profile, string? Organization);

public sealed record InterimLead(DateTimeOffset UntilTime, string Reason);

public sealed record HandOverCare(string PartiesInformed, string DossierTransfer);

/// <summary>When a designation really began and ended.</summary>
public sealed record CorrectedTimes(string Designation, DateTimeOffset StartTime, DateTimeOffset? EndTime);

/// <summary>A proposal, and of which process: where those of several stand side by side.</summary>
public sealed record WaitingProposal(Process Process, LeadProposal Proposal);

/// <summary>Who sees what is proposed, who decides, and what can be proposed; the service judges.</summary>
internal static class ProposalRights
{
    private static readonly string[] s_readers = [Contracts.Access.Roles.AppointingAuthority, Contracts.Access.Roles.MediationSupport];

    public static bool SeesProposals(this Me me) => me.Roles.Any(s_readers.Contains);

    /// <summary>Whether this person proposed it, or it was proposed in this person's name: such a one takes it back, and neither approves nor rejects.</summary>
    public static bool IsOf(this LeadProposal proposal, Me me) => proposal.ProposedBy is var by && (by.Account == me.Name || by.ActsFor == me.Name);

    /// <summary>Whether this person is a second one: stands for nobody who proposed it.</summary>
    public static bool IsSecond(this Me me, LeadProposal proposal) => !proposal.IsOf(me) && (me.ActsFor is not { Name: var absent } || (proposal.ProposedBy.Account != absent && proposal.ProposedBy.ActsFor != absent));

    /// <summary>What may be proposed of who leads, as the process stands.</summary>
    public static bool Takes(this Process process, string act, Lead lead) => act switch
    {
        "designate" => lead.Holder is null && process.State != "CLOSED",
        "handOver" => lead.Holder is not null && process.State != "CLOSED",
        _ => lead.Holder is not null && !process.LeadRequired,
    };

    /// <summary>Names of the organizations, and of those people on the roster whom the reader sees, by resource name.</summary>
    public static async Task<(IReadOnlyDictionary<string, string> Organizations, IReadOnlyDictionary<string, string> People)> NamedInAsync(this PlatformApi api, IReadOnlyList<LeadProposal> proposals, Language reader)
    {
        var organizations = api.NamesOfAsync(proposals.SelectMany(p => p.Organizations), reader);
        var profiles = proposals.SelectMany(p => p.Terms?.Mediators ?? []).Select(m => m.Profile).Distinct();
        var people = await Task.WhenAll(profiles.Select(async p => (Profile: p, Person: await api.FindAsync<NamedPerson>(p))));
        return (await organizations, people.Where(p => p.Person is not null).ToDictionary(p => p.Profile, p => p.Person!.DisplayName, StringComparer.Ordinal));
    }

    /// <summary>What waits for this person, or for somebody else by this person's proposal, of every process that names the person as appointing authority.</summary>
    public static async Task<IReadOnlyList<WaitingProposal>> WaitingProposalsAsync(this PlatformApi api, Me me)
    {
        if (!me.Roles.Contains(Contracts.Access.Roles.AppointingAuthority))
        {
            return [];
        }

        var own = (await api.ListAsync<Process>("processes")).Where(me.Decides);
        var found = await Task.WhenAll(own.Select(async p => (await api.ListIfSeenAsync<LeadProposal>($"{p.Name}/proposals") ?? []).Where(a => a.IsOpen).Select(a => new WaitingProposal(p, a))));
        return [.. found.SelectMany(p => p)];
    }
}

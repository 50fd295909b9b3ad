using Concord.Designation.Criteria;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;

namespace Concord.Designation.Lead;

/// <summary>How those who lead share the work (R32). In each of them there is exactly one holder of the lead; in the last two it is a joint one.</summary>
internal enum PartnershipModel
{
    LeadWithSupport = 1,
    JointMediation,
    CoMediation,
}

/// <summary>A candidate by the annex's criteria, in words: no score, no rank (R31, R157).</summary>
/// <param name="Organization">Resource name.</param>
/// <param name="Advantages">Comparative advantages here; 1 to 4000 characters.</param>
/// <param name="Disadvantages">What speaks against it, such as vested interests; 1 to 4000 characters.</param>
internal sealed record Candidate(string? Organization, string? Advantages, string? Disadvantages);

/// <summary>A mediator whom the holder names.</summary>
/// <param name="Profile">Resource name on the roster, <c>profiles/{uuid}</c>.</param>
/// <param name="Organization">The organization that appoints; required in co-mediation.</param>
internal sealed record NamedMediator(string? Profile, string? Organization);

/// <summary>A lead for the time until the candidates have been compared: it needs no comparison, but an end (R28, R49). When that comes it leads on, for a process in talks is never without a lead; somebody is told.</summary>
/// <param name="UntilTime">UTC, within a year.</param>
/// <param name="Reason">Why it cannot wait; 1 to 2000 characters.</param>
internal sealed record InterimLead(DateTime? UntilTime, string? Reason);

/// <summary>Who is to lead, and why.</summary>
/// <param name="Organizations">Resource names: one, or all those that together are the one joint holder.</param>
/// <param name="DisplayName">The holder's name as people read it; the organizations' names where absent.</param>
/// <param name="Model">Partnership model (R32).</param>
/// <param name="Mediators">Optional.</param>
/// <param name="WorkingArrangement">How the mediators work together; required in co-mediation (R32).</param>
/// <param name="Candidates">The comparison; at least two with every organization of the holder among them (R29).</param>
/// <param name="SingleCandidateReason">Why fewer than two were compared.</param>
/// <param name="Reason">Why this holder; 1 to 4000 characters.</param>
/// <param name="HeadquartersCoordination">How the headquarters coordinate, so that political and bureaucratic approaches do not clash; required in joint mediation (R32).</param>
/// <param name="Interim">Until somebody is designated for good; absent where this is for good.</param>
/// <param name="Compared">The comparison of the candidates as it was when this was proposed; filled by the platform.</param>
/// <param name="AfterNoLeadAgreed">Resource name of the decision that no lead was agreed, where this follows one; filled by the platform.</param>
internal sealed record LeadTerms(
    IReadOnlyList<string>? Organizations, [property: Personal] string? DisplayName, PartnershipModel? Model, IReadOnlyList<NamedMediator>? Mediators, string? WorkingArrangement,
    IReadOnlyList<Candidate>? Candidates, string? SingleCandidateReason, string? Reason, string? HeadquartersCoordination = null, InterimLead? Interim = null,
    [property: Personal] IReadOnlyList<ComparedCandidate>? Compared = null, string? AfterNoLeadAgreed = null)
{
    private const string In = "lead."; // where it stands in a request
    private const int MostOrganizations = 6;
    private const int MostCandidates = 12;
    private const int LongestName = 400;
    private static readonly TimeSpan LongestInterim = TimeSpan.FromDays(366);

    /// <summary>The terms as they are recorded; refuses what no designation can rest on.</summary>
    /// <param name="holders">What partners answered of each of <see cref="Organizations"/>, in that order.</param>
    /// <param name="now">UTC.</param>
    public LeadTerms Checked(IReadOnlyList<AskedOrganization> holders, DateTime now)
    {
        RequireForm();
        RequireInterim(now);
        RequireModel(holders);
        RequireComparison();
        var name = string.IsNullOrWhiteSpace(DisplayName) ? HolderName(holders.Select(h => h.DisplayName)) : DisplayName.Trim();
        return this with { DisplayName = name, Mediators = Mediators ?? [], Candidates = Candidates ?? [] };
    }

    /// <summary>What a holder is called who was given no name of its own.</summary>
    public static string HolderName(IEnumerable<string> organizations)
    {
        var name = string.Join(" · ", organizations);
        return name.Length > LongestName ? name[..LongestName] : name;
    }

    /// <summary>Refuses fields that are missing or not of the expected form, before anybody is asked.</summary>
    public void RequireForm()
    {
        var check = new Violations();
        var organizations = Organizations ?? [];
        check.Check(organizations.Count is > 0 and <= MostOrganizations, In + "organizations", $"1 to {MostOrganizations} organizations.");
        check.Check(organizations.All(o => ResourceName.IsIn("organizations", o)), In + "organizations", "Expected the form organizations/{uuid}.");
        check.Check(organizations.Distinct().Count() == organizations.Count, In + "organizations", "Name each organization once.");
        check.OptionalText(DisplayName, In + "displayName", LongestName);
        check.Required(Model, In + "model");
        check.OptionalText(WorkingArrangement, In + "workingArrangement", 4000);
        check.OptionalText(HeadquartersCoordination, In + "headquartersCoordination", 4000);
        check.OptionalText(SingleCandidateReason, In + "singleCandidateReason", 4000);
        check.Text(Reason, In + "reason", 4000);
        var mediators = Mediators ?? [];
        check.Check(mediators.Count <= MostOrganizations, In + "mediators", $"At most {MostOrganizations} mediators.");
        for (var i = 0; i < mediators.Count; i++)
        {
            check.Check(ResourceName.IsIn("profiles", mediators[i]?.Profile), $"{In}mediators[{i}].profile", "Expected the form profiles/{uuid}.");
            check.Check(mediators[i]?.Organization is null || organizations.Contains(mediators[i].Organization!), $"{In}mediators[{i}].organization", "Not one of the holder's organizations.");
        }

        var candidates = Candidates ?? [];
        check.Check(candidates.Count <= MostCandidates, In + "candidates", $"At most {MostCandidates} candidates.");
        for (var i = 0; i < candidates.Count; i++)
        {
            check.Check(ResourceName.IsIn("organizations", candidates[i]?.Organization), $"{In}candidates[{i}].organization", "Expected the form organizations/{uuid}.");
            check.Text(candidates[i]?.Advantages, $"{In}candidates[{i}].advantages", 4000);
            check.Text(candidates[i]?.Disadvantages, $"{In}candidates[{i}].disadvantages", 4000);
        }

        check.ThrowIfAny();
    }

    private void RequireModel(IReadOnlyList<AskedOrganization> holders)
    {
        var mediators = Mediators ?? [];
        var joint = Model != PartnershipModel.LeadWithSupport;
        Require(joint == (holders.Count > 1), joint ? "This model takes at least two organizations as one joint holder." : "This model takes exactly one organization.");
        if (Model == PartnershipModel.JointMediation)
        {
            Require(holders.Any(h => h.Kind == "UNITED_NATIONS") && holders.Any(h => h.Kind is "REGIONAL_ORGANIZATION" or "SUBREGIONAL_ORGANIZATION"),
                "A joint mediation is one of the United Nations and a regional or subregional organization.");
            Require(mediators.Count <= 1, "A joint mediation has one mediator, who represents all.");
            Require(!string.IsNullOrWhiteSpace(HeadquartersCoordination), "A joint mediation requires terms of how the headquarters coordinate.");
        }

        if (Model == PartnershipModel.CoMediation)
        {
            Require(!string.IsNullOrWhiteSpace(WorkingArrangement), "A co-mediation requires terms of how the mediators work together.");
            var appointing = mediators.Select(m => m.Organization).ToHashSet();
            Require(mediators.Count > 1 && appointing.Count == mediators.Count && !appointing.Contains(null), "In a co-mediation two or more mediators are named, each by another organization.");
        }

        Require(mediators.Select(m => m.Profile).Distinct().Count() == mediators.Count, "Name each mediator once.");
    }

    private void RequireInterim(DateTime now)
    {
        if (Interim is { } interim)
        {
            var check = new Violations();
            check.Text(interim.Reason, In + "interim.reason", 2000);
            var until = check.Required(interim.UntilTime, In + "interim.untilTime");
            check.Check(until > now && until <= now + LongestInterim, In + "interim.untilTime", "In the future, and within a year.");
            check.ThrowIfAny();
        }
    }

    private void RequireComparison()
    {
        if (Interim is not null)
        {
            return;
        }

        var compared = (Candidates ?? []).Select(c => c.Organization).ToHashSet();
        if (compared.Count < 2 && string.IsNullOrWhiteSpace(SingleCandidateReason))
        {
            throw Fail.Because(DesignationReasons.ComparisonRequired, "Compare at least two candidates, or give the reason for one.");
        }

        if (compared.Count > 1 && !Organizations!.All(compared.Contains))
        {
            throw Fail.Because(DesignationReasons.ComparisonRequired, "Every organization of the holder is one of the candidates compared.");
        }
    }

    private static void Require(bool holds, string text)
    {
        if (!holds)
        {
            throw Fail.Because(DesignationReasons.ModelConstraint, text);
        }
    }
}

using Concord.Abuse.Tests.People;

namespace Concord.Abuse.Tests.Rows;

internal static class Designation
{
    private const string Officer = "igad.officer";
    private const string Other = "eccas.officer";
    private const string Support = "msu.officer";
    private const string Chief = "msu.chief";
    private const string Proposer = "authority.proposer";
    private const string Approver = "authority.approver";
    private const string Uncircled = "head.of.mission";

    public static IEnumerable<Row> Rows { get; } =
    [
        new("ListProcesses", Officer, _ => Table.Nothing),
        new("OpenProcess", Support, _ => Table.Nothing) { Body = (_, _) => World.ProcessBody() },
        new("GetProcess", Officer, w => Task.FromResult(w.Process)),
        new("EditProcess", Support, w => w.ProcessAsync()),
        new("AdvanceProcess", Support, w => w.ProcessAsync()) { Body = (_, _) => World.Json(new { to = "EARLY_ENGAGEMENT", reason = "Both communities agreed to meet." }) },
        new("ListProcessStates", Officer, w => Task.FromResult(w.Process)),
        new("WatchProcess", Officer, w => Task.FromResult(w.Process)),
        new("GetLead", Officer, w => Task.FromResult(w.Process)),
        new("ListLeadHistory", Officer, w => Task.FromResult(w.Process)),
        new("ListClaims", Officer, w => Task.FromResult(w.Process)),
        new("ListClaimsOfOrganization", Officer, _ => Table.Nothing) { Query = _ => $"?organization={World.Igad}" },
        new("GetClaim", Officer, w => Task.FromResult(w.Claim)),
        new("RegisterClaim", Officer, w => w.ProcessAsync()),
        new("WithdrawClaim", Officer, async w => await w.ClaimAsync(await w.ProcessAsync(), Officer)) { Stranger = Other },
        new("ConvertClaimToSupport", Officer, async w => await w.ClaimAsync(await w.ProcessAsync(), Officer)) { Stranger = Other },
        new("ListSupportRoles", Officer, w => Task.FromResult(w.Process)),
        new("ListSupportRolesOfOrganization", Officer, _ => Table.Nothing) { Query = _ => $"?organization={World.Igad}" },
        new("GetSupportRole", Officer, w => Task.FromResult(w.SupportRole)),
        new("RegisterSupportRole", Officer, w => w.ProcessAsync()),
        new("EndSupportRole", Officer, async w => await w.SupportRoleAsync(await w.ProcessAsync())) { Stranger = Other },
        new("DesignateLead", Proposer, w => w.ProcessAsync()) { Body = (_, _) => World.LeadBody(0), Stranger = Crowd.Cleared },
        new("HandOverLead", Proposer, w => w.LedAsync()) { Stranger = Crowd.Cleared },
        new("EndLead", Proposer, w => w.LedAsync()) { Stranger = Crowd.Cleared },
        new("ListLeadProposals", Proposer, w => Task.FromResult(w.Process)),
        new("GetLeadProposal", Proposer, w => Task.FromResult(w.Proposal)),
        new("ApproveLeadProposal", Proposer, async w => await w.ProposedAsync(Approver)) { Stranger = Crowd.Cleared },
        new("RejectLeadProposal", Proposer, async w => await w.ProposedAsync(Approver)) { Stranger = Crowd.Cleared },
        new("WithdrawLeadProposal", Proposer, async w => await w.ProposedAsync(Proposer)) { Stranger = Crowd.Cleared },
        new("ListDesignationApprovals", Chief, _ => Table.Nothing),
        new("GetDesignationApproval", Chief, w => w.LoweredAsync()),
        new("ApproveDesignation", Chief, w => w.LoweredAsync()),
        new("RejectDesignation", Chief, w => w.LoweredAsync()),
        new("WithdrawDesignation", Support, w => w.LoweredAsync()) { Stranger = Chief },
        new("ListPersonChanges", Officer, w => Task.FromResult(w.Process)),
        new("ListProcessSharesWithUs", Other, _ => Table.Nothing),
        new("ListProcessShares", Support, w => Task.FromResult(w.Process)),
        new("ShareProcess", Support, w => w.ProcessAsync()) { Body = (_, _) => World.ShareBody() },
        new("EndProcessShare", Support, async w => await w.ShareAsync(Support, await w.ProcessAsync())),
        new("ListEngagements", Chief, w => Task.FromResult(w.Process)),
        new("GetEngagement", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("ProposeEngagement", Chief, w => w.ProcessAsync()) { Body = (_, _) => World.EngagementBody(), Stranger = Uncircled },
        new("EditEngagement", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("AssessEngagementPhase", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("RecordEngagementFinding", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("AssessEngagementRisk", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("WithdrawEngagementRisk", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("RecordEngagementLegalCheck", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("PlanEngagementGesture", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("RecordEngagementGesture", Chief, w => w.WithGestureAsync()) { Stranger = Uncircled },
        new("AssessEngagement", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("ApproveEngagement", Chief, w => w.AssessedAsync()) { Stranger = Uncircled },
        new("DeclineEngagement", Chief, w => w.AssessedAsync()) { Stranger = Uncircled },
        new("AdvanceEngagement", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("ReviewEngagement", Chief, w => w.EngagementAsync()) { Body = (_, _) => World.ReviewBody(), Stranger = Uncircled },
        new("AddToEngagementCircle", Chief, w => w.EngagementAsync()) { Stranger = Uncircled },
        new("RemoveFromEngagementCircle", Chief, w => w.WithTwoInCircleAsync()) { Body = (_, _) => World.OutOfCircleBody(), Stranger = Uncircled },
    ];
}

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
    private const string Mediator = "lead-mediator.made";

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

        new("ListFriends", Officer, w => Task.FromResult(w.Process)),
        new("GetFriend", Officer, w => w.FriendAsync()),
        new("ChooseFriend", Mediator, w => w.MediatedAsync()),
        new("GiveFriendFunction", Mediator, w => w.FriendAsync()),
        new("EndFriendFunction", Mediator, w => w.FriendAsync()),
        new("RotateOutFriend", Mediator, w => w.FriendAsync()),
        new("LeaveFriends", Officer, w => w.FriendAsync()) { Stranger = Other },
        new("ListFriendNotes", Officer, w => w.FriendAsync()),
        new("WriteFriendNote", Mediator, w => w.FriendAsync()),
        new("ReplyToFriendNote", Officer, w => w.FriendNoteAsync()) { Stranger = Other },
        new("WithdrawFriendNote", Mediator, w => w.FriendNoteAsync()),
        new("GetCodeOfConduct", Officer, w => Task.FromResult(w.Process)),
        new("ListCodesOfConduct", Officer, w => Task.FromResult(w.Process)),
        new("AdoptCodeOfConduct", Support, w => w.ProcessAsync()),
        new("AcceptCodeOfConduct", Officer, w => w.CodedAsync()) { Stranger = Other },
        new("ListCouncilSummaries", Officer, w => Task.FromResult(w.Process)),
        new("GetCouncilSummary", Support, w => w.SummaryAsync()),
        new("DraftCouncilSummary", Support, w => w.ProcessAsync()) { Body = (_, _) => World.SummaryBody() },
        new("EditCouncilSummary", Support, w => w.SummaryAsync()),
        new("IssueCouncilSummary", Support, w => w.SummaryAsync()),
        new("ListCouncilMissions", Officer, w => Task.FromResult(w.Process)),
        new("GetCouncilMission", Officer, w => w.CouncilMissionAsync()),
        new("RecordCouncilMission", Support, w => w.ProcessAsync()) { Body = (_, _) => World.CouncilMissionBody() },
        new("WithdrawCouncilMission", Support, w => w.CouncilMissionAsync()),
        new("ListCouncilRecommendations", Officer, w => w.CouncilMissionAsync()),
        new("RecordCouncilRecommendation", Support, w => w.CouncilMissionAsync()),
        new("FollowUpCouncilRecommendation", Support, w => w.RecommendationAsync()),
        new("ListOpenCouncilRecommendations", Officer, _ => Table.Nothing),
        new("ListMissions", Officer, _ => Table.Nothing),
        new("GetMission", Officer, w => w.MissionAsync()),
        new("ListMissionTerms", Officer, w => w.MissionAsync()),
        new("OpenMission", Support, _ => Table.Nothing) { Body = (_, _) => World.MissionBody() },
        new("EditMission", Support, w => w.MissionAsync()),
        new("AppointToMission", Support, w => w.MissionAsync()),
        new("RelieveOfMission", Support, w => w.MissionAsync()) { Body = (_, _) => World.Json(new { post = "HEAD_OF_MISSION", account = World.AccountOf("head.of.mission@un.example"), reason = "Her term is over." }) },
        new("ServeByMission", Support, w => w.MissionAsync()) { Body = (w, _) => World.Json(new { record = w.Process }) },
        new("EndServingByMission", Support, w => w.ServingAsync()) { Body = (w, _) => World.Json(new { record = w.Process, reason = "Another mission serves it." }) },
        new("CloseMission", Support, w => w.MissionAsync()),
        new("GetProcessBrief", Officer, w => Task.FromResult(w.Process)),
    ];
}

using Concord.Abuse.Tests.People;

namespace Concord.Abuse.Tests.Rows;

internal static class Roster
{
    private const string Officer = "igad.officer";
    private const string Other = "eccas.officer";
    private const string Support = "msu.officer";
    private const string Chief = "msu.chief";
    private const string Authority = "authority.approver";

    public static IEnumerable<Row> Rows { get; } =
    [
        new("ListProfiles", Support, _ => Table.Nothing),
        new("GetProfile", Officer, w => Task.FromResult(w.Profile)),
        new("CreateProfile", Officer, _ => Table.Nothing) { Body = (_, _) => World.ProfileBody() },
        new("EditProfile", Officer, w => w.ProfileAsync("active")) { Stranger = Other },
        new("ListAvailability", Officer, w => Task.FromResult(w.Profile)),
        new("GetAvailability", Officer, w => Task.FromResult(w.Window)),
        new("AddAvailability", Officer, w => w.ProfileAsync("active")) { Stranger = Other },
        new("CancelAvailability", Officer, async w => await w.WindowAsync(await w.ProfileAsync("active"))) { Stranger = Other },
        new("SubmitProfile", Officer, w => w.ProfileAsync("draft")) { Stranger = Other },
        new("VetProfile", Support, w => w.ProfileAsync("submitted")),
        new("ActivateProfile", Support, w => w.ProfileAsync("vetted")),
        new("SuspendProfile", Support, w => w.ProfileAsync("active")),
        new("ReinstateProfile", Support, w => w.ProfileAsync("suspended")),
        new("RetireProfile", Support, w => w.ProfileAsync("active")),
        new("SearchProfiles", Support, _ => Table.Nothing),
        new("ComposeTeam", Support, _ => Table.Nothing) { NotFor = { ["another's id in the body"] = "whoever may not be found is told of as nobody is: no team has the person" } },
        new("GetContact", Officer, w => w.ReachedAsync()) { Query = _ => World.Purpose, Stranger = Other },
        new("KeepContact", Officer, w => w.ReachedAsync()) { Query = _ => World.Purpose, Stranger = Other }, // its state is read for a purpose too
        new("RemoveContact", Officer, w => w.ReachedAsync()) { Stranger = Other },
        new("GetPipeline", Support, w => Task.FromResult(w.Profile)),
        new("KeepPipeline", Support, w => w.ProfileAsync("active")),
        new("RecordProfileConsent", Officer, w => w.ProfileAsync("draft")) { Stranger = Other },
        new("WithdrawProfileConsent", Officer, w => w.ProfileAsync("active")) { Stranger = Other },
        new("CorrectOwnProfile", Crowd.Corrects, _ => Table.Nothing), // each changes another person's record: they are attacked at the same moment
        new("ConsentOwnProfile", Crowd.Consents, _ => Table.Nothing),
        new("WithdrawOwnConsent", Crowd.TakesBack, _ => Table.Nothing),
        new("AskOwnErasure", Crowd.OnRoster, _ => Table.Nothing) { NotFor = { ["idempotency key"] = "what waits is asked for once; a second time nothing changes, and that is not kept" } },
        new("ExportOwnProfile", Crowd.OnRoster, _ => Table.Nothing),
        new("GetOwnProfile", Crowd.OnRoster, _ => Table.Nothing),
        new("ListOwnProfileReaders", Crowd.OnRoster, _ => Table.Nothing),
        new("ListAttributeAssessments", Officer, w => Task.FromResult(w.Profile)) { Stranger = Other },
        new("GetAttributeAssessment", Officer, async w => await w.AttributeAssessmentAsync(w.Profile)) { Stranger = Other },
        new("RecordAttributeAssessment", Officer, w => w.ProfileAsync("active")) { Stranger = Other },
        new("WithdrawAttributeAssessment", Officer, async w => await w.AttributeAssessmentAsync(w.Profile)) { Stranger = Other },
        new("ListOwnAttributeAssessments", Crowd.OnRoster, _ => Table.Nothing),
        new("GetOwnAttributeAssessment", Crowd.OnRoster, w => w.OwnAttributeAssessmentAsync()),
        new("ReplyToOwnAttributeAssessment", Crowd.OnRoster, w => w.OwnAttributeAssessmentAsync()),
        new("ListInsiders", Officer, _ => Table.Nothing) { Query = _ => "?country=TCD" },
        new("GetInsider", Officer, w => w.InsiderAsync(Officer)) { Stranger = Other },
        new("RecordInsider", Officer, _ => Table.Nothing) { Body = (_, _) => World.InsiderBody() },
        new("EditInsider", Officer, w => w.InsiderAsync(Officer)) { Stranger = Other },
        new("WithdrawInsiderConsent", Officer, w => w.InsiderAsync(Officer)) { Stranger = Other },
        new("RetireInsider", Officer, w => w.InsiderAsync(Officer)) { Stranger = Other },
        new("GetInsiderContact", Officer, w => w.ReachedInsiderAsync(Officer)) { Query = _ => World.Purpose, Stranger = Other },
        new("KeepInsiderContact", Officer, w => w.ReachedInsiderAsync(Officer)) { Query = _ => World.Purpose, Stranger = Other }, // its state is read for a purpose too
        new("RemoveInsiderContact", Officer, w => w.ReachedInsiderAsync(Officer)) { Stranger = Other },
        new("EraseInsider", Support, w => w.InsiderAsync(Officer)),
        new("ListSlates", Officer, _ => Table.Nothing),
        new("GetSlate", Officer, w => w.SlateAsync(Officer)) { Stranger = Other },
        new("ExtractSlate", Officer, w => w.DecidedSlateAsync(Officer)) { Stranger = Other },
        new("CreateSlate", Officer, _ => Table.Nothing),
        new("EditSlate", Officer, w => w.SlateAsync(Officer)) { Stranger = Other },
        new("AddSlateCandidate", Officer, w => w.SlateAsync(Officer)) { Stranger = Other },
        new("EditSlateCandidate", Officer, async w => await w.SlateCandidateAsync(Officer, await w.SlateAsync(Officer))) { Stranger = Other },
        new("RemoveSlateCandidate", Officer, async w => await w.SlateCandidateAsync(Officer, await w.SlateAsync(Officer))) { Stranger = Other },
        new("SubmitSlate", Officer, async w => (await w.SlateCandidateAsync(Officer, await w.SlateAsync(Officer), gender: "MAN"))[..World.SlateNameLength]) { Stranger = Other },
        new("ApproveSlate", Authority, w => w.SubmittedSlateAsync(Officer)) { Body = (_, candidate) => World.ApprovalBody(candidate) },
        new("RejectSlate", Authority, w => w.SubmittedSlateAsync(Officer)),
        new("ListSupportRequests", Officer, _ => Table.Nothing),
        new("GetSupportRequest", Officer, w => w.SupportRequestAsync(Officer)) { Stranger = Other },
        new("AskSupport", Officer, _ => Table.Nothing),
        new("GetSupportFigures", Officer, _ => Table.Nothing),
        new("TriageSupportRequest", Support, w => w.SupportRequestAsync(Officer)),
        new("AssignSupportRequest", Support, w => w.TriagedRequestAsync(Officer)),
        new("AnswerSupportRequest", Support, w => w.AssignedRequestAsync(Officer)) { Stranger = Chief },
        new("CloseSupportRequest", Officer, w => w.AnsweredRequestAsync(Officer)) { Stranger = Other },
        new("ListRosterAlerts", Support, _ => Table.Nothing),
        new("GetRosterAlert", Support, w => w.OverdueRequestAsync(Officer)),
        new("AcknowledgeRosterAlert", Support, w => w.OverdueRequestAsync(Officer)) { Stranger = Other },
        new("ResolveRosterAlert", Support, w => w.OverdueRequestAsync(Officer)) { Stranger = Other },
        new("EraseProfile", Support, w => w.ProfileAsync("active")),
        new("ListRosterApprovals", Support, _ => Table.Nothing),
        new("GetRosterApproval", Support, w => w.ErasureAsync(Chief)),
        new("ApproveRoster", Support, w => w.ErasureAsync(Chief)),
        new("RejectRoster", Support, w => w.ErasureAsync(Chief)),
        new("WithdrawRoster", Support, w => w.ErasureAsync(Support)) { Stranger = Chief },
        new("ListProfileSharesWithUs", Other, _ => Table.Nothing),
        new("ListProfileShares", Officer, w => Task.FromResult(w.Profile)) { Stranger = Other },
        new("ShareProfile", Officer, w => w.ProfileAsync("active")) { Body = (_, _) => World.ShareBody(), Stranger = Other },
        new("EndProfileShare", Officer, async w => await w.ShareAsync(Officer, await w.ProfileAsync("active"))) { Stranger = Other },
    ];
}

using Concord.Abuse.Tests.People;

namespace Concord.Abuse.Tests.Rows;

internal static class Monitoring
{
    private const string Mission = "head.of.mission";
    private const string Monitor = "monitor";

    public static IEnumerable<Row> Rows { get; } =
    [
        new("ListAgreements", Mission, _ => Table.Nothing),
        new("GetAgreement", Mission, w => Task.FromResult(w.Agreement)),
        new("GetLeadLog", Mission, w => Task.FromResult(w.Agreement)),
        new("GetSchedule", Mission, w => Task.FromResult(w.Agreement)),
        new("GetScore", Mission, w => Task.FromResult(w.Agreement)),
        new("RecordAgreement", Mission, w => Table.Nothing) { Body = (w, _) => World.AgreementBody(w.Process) },
        new("MoveAnchor", Mission, w => w.AgreementAsync())
        {
            Body = (_, _) => World.Json(new { anchor = "signature", newDate = "2026-03-31", decidedOn = "2026-02-01", reason = "Decided by the parties.", report = "Communique" }),
        },
        new("RecordAnchor", Mission, w => w.AgreementAsync()) { Body = (_, _) => World.Json(new { anchor = "signature", occurredOn = "2026-01-31", report = "Signed text" }) },
        new("TranslateAgreement", Mission, w => w.AgreementAsync())
        {
            Body = (_, _) => World.TranslationBody(),
        },
        new("GetAgreementTranslation", Mission, async w => $"{Row.Uuids().Match(await w.TranslatedAsync()).Value},es"),
        new("ListProvisions", Mission, w => Task.FromResult(w.Agreement)),
        new("GetProvision", Mission, w => Task.FromResult(w.Provision)),
        new("AddProvision", Mission, w => w.AgreementAsync()) { Body = (_, _) => World.ProvisionBody() },
        new("ListAssessments", Mission, w => Task.FromResult(w.Agreement)),
        new("GetAssessment", Mission, w => Task.FromResult(w.Assessment)),
        new("AddAssessment", Monitor, async w => await w.ProvisionAsync(await w.AgreementAsync())) { Body = (_, name) => World.AssessmentBody(name) },
        new("RetractAssessment", Monitor, async w => await w.AssessmentAsync(await w.ProvisionAsync(await w.AgreementAsync()))),
        new("ListMilestones", Mission, w => Task.FromResult(w.Agreement)),
        new("GetMilestone", Mission, w => Task.FromResult(w.Milestone)),
        new("AddMilestone", Mission, async w => await w.ProvisionAsync(await w.AgreementAsync())) { Body = (_, name) => World.MilestoneBody(name) },
        new("AddPredecessor", Mission, async w =>
        {
            var provision = await w.ProvisionAsync(await w.AgreementAsync());
            return $"{await w.MilestoneAsync(provision)} {await w.MilestoneAsync(provision)}";
        })
        {
            Body = (_, names) => World.Json(new { milestone = names.Split(' ')[1], lagDays = 14 }),
        },
        new("StartMilestone", Mission, w => w.MilestoneAfterAsync()) { Body = (_, _) => World.Happening("2026-02-01"), Stranger = "igad.officer" },
        new("ClaimMilestone", Mission, w => w.MilestoneAfterAsync("start")) { Body = (_, _) => World.Happening("2026-06-15"), Stranger = "igad.officer" },
        new("ContestMilestone", Monitor, w => w.MilestoneAfterAsync("start", "claim")) { Body = (_, _) => World.Happening("2026-07-01"), Stranger = "igad.officer" },
        new("VerifyMilestone", Monitor, w => w.MilestoneAfterAsync("start", "claim")) { Body = (_, _) => World.Happening("2026-07-01") },
        new("RescheduleMilestone", Mission, w => w.MilestoneAfterAsync("start"))
        {
            Body = (_, _) => World.Json(new { newDue = "2026-12-31", reason = "Floods closed the roads.", agreedBy = new[] { "government" }, on = "2026-05-20" }),
        },
        new("ListAgreementSharesWithUs", "eccas.officer", _ => Table.Nothing),
        new("ListAgreementShares", Mission, w => Task.FromResult(w.Agreement)),
        new("ShareAgreement", Mission, w => w.AgreementAsync()) { Body = (_, _) => World.ShareBody() },
        new("EndAgreementShare", Mission, async w => await w.ShareAsync(Mission, await w.AgreementAsync())),
    ];
}

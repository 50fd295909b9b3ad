using Concord.Designation.Attempts;
using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Platform.Security;

namespace Concord.Designation.Demonstration;

/// <summary>The parties of the invented process, their consent, and who tried before: invented as well.</summary>
internal static class FictionalGround
{
    public static IEnumerable<object> Of(Process process, Caller keeper, DateTime now)
    {
        var (fishers, fishersEntered) = Party.Record(process, Entry("Council of fishers (fictional)", "مجلس الصيادين (متخيَّل)"), [], keeper, now);
        var (herders, herdersEntered) = Party.Record(process, Entry("Union of herders (fictional)", "اتحاد الرعاة (متخيَّل)"), [fishers], keeper, now.AddMicroseconds(1));
        var given = new RecordConsent(fishers.Name, "Fictional: to meet the elders of the other side.", StatementForm.Oral, null, DateOnly.FromDateTime(now), "Fictional minutes of a first meeting");
        var tried = new RecordAttempt(
            "A forum of elders (fictional)", AttemptBy.LocalNgo, MeansOfSettlement.Facilitation, new DateOnly(2024, 1, 15), new DateOnly(2024, 6, 30), AttemptOutcome.BrokenOff,
            "Fictional: one side stayed away from the third meeting.", "Fictional report of the forum");
        return [fishers, fishersEntered, herders, herdersEntered, Consent.Record(process, fishers, given, keeper, now), Attempt.Record(process.Id, tried, keeper, now)];
    }

    private static PartyFields Entry(string name, string arabic) => new PartyFields(
        ProcessPartyKind.CommunityLeader, name, "en", [new PartyAlias(arabic, "ar")], null, TableStanding.AtTable, null, "Invented for the demonstration.").Checked();
}

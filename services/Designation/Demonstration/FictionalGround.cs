using Concord.Designation.Attempts;
using Concord.Designation.Fundamentals;
using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Designation.Ripeness;
using Concord.Platform.Security;

namespace Concord.Designation.Demonstration;

/// <summary>The parties of the invented process, what is known of them, their consent, and who tried before: invented as well.</summary>
internal static class FictionalGround
{
    /// <returns>The two parties at the table, and everything that is to be kept, with them.</returns>
    public static (Party Fishers, Party Herders, IReadOnlyList<object> Records) Of(Process process, Caller keeper, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var (fishers, fishersEntered) = Party.Record(
            process, Entry(ProcessPartyKind.CommunityLeader, "Council of fishers (fictional)", TableStanding.AtTable, new PartyAlias("مجلس الصيادين (متخيَّل)", "ar"), new PartyAlias("Conseil des pêcheurs (fictif)", "fr")), [], keeper, now);
        var (herders, herdersEntered) = Party.Record(
            process, Entry(ProcessPartyKind.CommunityLeader, "Union of herders (fictional)", TableStanding.AtTable, new PartyAlias("اتحاد الرعاة (متخيَّل)", "ar")), [fishers], keeper, now.AddMicroseconds(1));
        var (young, youngEntered) = Party.Record(
            process, Entry(ProcessPartyKind.CivilSociety, "Youth of the landing places (fictional)", TableStanding.Absent, new PartyAlias("Jeunesse des débarcadères (fictive)", "fr")), [fishers, herders], keeper, now.AddMicroseconds(2));
        var given = new RecordConsent(fishers.Name, "Fictional: to meet the elders of the other side.", StatementForm.Oral, null, today, "Fictional minutes of a first meeting");
        var reported = new RecordConsent(
            herders.Name, "Fictional: to a first meeting on the pastures, and to nothing beyond it.", StatementForm.Reported, "The elders of the herders (fictional)", today, "Fictional note of a visit");
        var left = new RecordActorFact(
            young.Name, ActorFactKind.Relation, "Fictional: the young left the council when it let the larger boats in.", "Fictional: said by both in a first meeting", new DateOnly(2024, 9, 1), null,
            PartyRelation.SplinterOf, fishers.Name, null, null);
        var shown = new RecordRipeness(
            RipenessKind.ThirdPartyCultivation, RipenessDirection.TowardsTalks, "Fictional: a neighbouring district has shown both sides how it shares its shore.", today, "Fictional report of a visit there");
        var tried = new RecordAttempt(
            "A forum of elders (fictional)", AttemptBy.LocalNgo, MeansOfSettlement.Facilitation, new DateOnly(2024, 1, 15), new DateOnly(2024, 6, 30), AttemptOutcome.BrokenOff,
            "Fictional: one side stayed away from the third meeting.", "Fictional report of the forum");
        return (fishers, herders,
        [
            fishers, fishersEntered, herders, herdersEntered, young, youngEntered,
            Consent.Record(process, fishers, given, keeper, now), Consent.Record(process, herders, reported, keeper, now.AddMicroseconds(1)),
            ActorFact.Record(young, fishers, left, keeper, now), RipenessFactor.Record(process, shown, keeper, now), Attempt.Record(process.Id, tried, keeper, now),
            FundamentalStatement.Of(process.Id, new StateFundamental(Fundamental.Consent, "Fictional: both communities agree to meet; the herders to no more than that yet."), keeper, now),
            FundamentalStatement.Of(process.Id, new StateFundamental(Fundamental.Inclusivity, "Fictional: the young of the landing places are not at the table, and would be bound by what is agreed."), keeper, now.AddMicroseconds(1)),
        ]);
    }

    private static PartyFields Entry(ProcessPartyKind kind, string name, TableStanding standing, params PartyAlias[] aliases) =>
        new PartyFields(kind, name, "en", aliases, null, standing, null, "Invented for the demonstration.").Checked();
}

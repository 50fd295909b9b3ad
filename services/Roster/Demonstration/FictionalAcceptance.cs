using Concord.Contracts.Reference;
using Concord.Platform.Security;
using Concord.Roster.Acceptance;
using Concord.Roster.Mediators;

namespace Concord.Roster.Demonstration;

/// <summary>How two parties of the invented process take one invented person: one accepts, one was asked and is silent.</summary>
internal static class FictionalAcceptance
{
    /// <summary>Number of the synthetic person.</summary>
    public const int Somebody = 3;

    private static readonly string s_process = $"processes/{WellKnown.Id("process", "fictional-lake-district")}";

    public static PersonAcceptance[] Of(Profile person, Caller desk, DateTime now)
    {
        var day = DateOnly.FromDateTime(now).AddDays(-9);
        PersonAcceptance Said(string party, PartyWord position, string source) => PersonAcceptance.Record(person, new CheckedAcceptance(s_process, party, position, day, source), desk, now);
        return
        [
            Said("Council of fishers (fictional)", PartyWord.Accepts, "Fictional: said by its chair at the landing place."),
            Said("Union of herders (fictional)", PartyWord.Silent, "Fictional: asked in writing; no answer yet."),
        ];
    }
}

using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Parties;

public sealed class PartyTests
{
    [Theory, Rule("R83")]
    [InlineData("Front de libération", "FRONT DE LIBERATION")]
    [InlineData("Front-of the River", "front of the river")]
    [InlineData("حركة النهر", "حَرَكة النهر")]
    [InlineData("الجماعة الأولى", "الجماعه الاولي")]
    [InlineData("Ёлка", "Елка")]
    [InlineData("Ｆｒｏｎｔ", "Front")]
    [InlineData("和平阵线", " 和平 阵线 ")]
    public void NamesThatArePlainlyTheSame_AreCompared_InAnyScript(string one, string other) => Assert.Equal(PartyNames.KeyOf(one), PartyNames.KeyOf(other));

    [Theory, Rule("R83")]
    [InlineData("Front A", "Front B")]
    [InlineData("حركة النهر", "حركة البحر")]
    [InlineData("和平阵线", "和平阵营")]
    public void OtherNames_StayOthers(string one, string other) => Assert.NotEqual(PartyNames.KeyOf(one), PartyNames.KeyOf(other));

    [Fact]
    public void ANameWithoutALetter_OrThatIsNoText_IsRefused()
    {
        foreach (var name in (string[])[" - ", "", "Front\ud800"])
        {
            Assert.Contains("displayName", Given.Refused(PlatformReasons.InvalidField, () => Fields(name).Checked()).Errors.Select(e => e.Field));
        }
    }

    [Fact]
    public void WrongFields_AreNamedAllAtOnce()
    {
        var fields = new PartyFields(null, "Front", "xx-nowhere", [new PartyAlias(" ", "en"), new PartyAlias("F", null), null!], "ssd", null, null, " ");
        var errors = Given.Refused(PlatformReasons.InvalidField, () => fields.Checked()).Errors.Select(e => e.Field).ToHashSet();
        Assert.Superset(new HashSet<string> { "kind", "language", "aliases[0].name", "aliases[1].language", "aliases[2].name", "state", "reason" }, errors);
        Given.Refused(PlatformReasons.InvalidField, () => (Fields("Front") with { Aliases = [.. Enumerable.Range(0, 31).Select(i => new PartyAlias($"F{i}", "en"))] }).Checked());
    }

    [Fact, Rule("R83")]
    public void ANamesake_ByNameOrAlias_IsRefusedWithTheOneThatIsThere_UnlessSomebodySaysWhyItIsAnother()
    {
        var process = Given.Process();
        var (front, _) = Record(process, Fields("River Front", new PartyAlias("جبهة النهر", "ar")));
        var refused = Given.Refused(DesignationReasons.PartyAlreadyNamed, () => Record(process, Fields("جبهة النهر"), front));
        Assert.Contains(("party", front.Name), refused.Metadata);
        Given.Refused(DesignationReasons.PartyAlreadyNamed, () => Record(process, Fields("Another", new PartyAlias("river-front", "en")), front));

        var (faction, _) = Record(process, Fields("River Front") with { DistinctBecause = "The faction that left in May." }, front);
        Assert.NotEqual(front.NameKey, faction.NameKey);
        // Its own names are no namesakes of it.
        front.Revise(front.Fields with { Reason = "Seen again.", DistinctBecause = "The first of the two." }, [front, faction], Given.Proposer, Given.Start);
    }

    [Fact]
    public void MergedParties_KeepTheirEntries_AndTheNamesAreFoundOnce()
    {
        var process = Given.Process();
        var (front, _) = Record(process, Fields("River Front"));
        var (spelled, _) = Record(process, Fields("Front of Rivers", new PartyAlias("river FRONT!", "en")) with { DistinctBecause = "Thought so." }, front);
        var versions = spelled.MergeInto(front, "The same people.", Given.Proposer, Given.Start);
        Assert.Equal([(spelled.Id, front.Id), (front.Id, null)], versions.Select(v => (v.Party, v.MergedInto)));
        Assert.Equal("Front of Rivers", Assert.Single(front.Fields.Aliases!).Name);
        Assert.Equal("Front of Rivers", spelled.Fields.DisplayName);

        Given.Refused(DesignationReasons.PartyMerged, () => spelled.Revise(spelled.Fields, [], Given.Proposer, Given.Start));
        Given.Refused(DesignationReasons.PartyMerged, () => spelled.MergeInto(front, "again", Given.Proposer, Given.Start));
        var (third, _) = Record(process, Fields("Third"), front, spelled);
        Given.Refused(DesignationReasons.PartyMerged, () => third.MergeInto(spelled, "no", Given.Proposer, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => third.MergeInto(third, "itself", Given.Proposer, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => third.MergeInto(front, " ", Given.Proposer, Given.Start));
        Assert.Null(third.MergedInto);
    }

    [Fact, Rule("R158")]
    public void AnExcludedParty_IsNoMoreThanExcluded_AndWhoSaysSoIsKept()
    {
        var (front, version) = Record(Given.Process(), Fields("River Front") with { Standing = TableStanding.Excluded });
        Assert.Equal((TableStanding.Excluded, Given.Proposer.Subject, front.By), (front.Fields.Standing, version.By.Account, version.By));
        Assert.Equal([TableStanding.AtTable, TableStanding.Excluded, TableStanding.Absent], Enum.GetValues<TableStanding>());
    }

    [Fact]
    public void AClosedProcess_TakesNoNewParty() => Given.Refused(DesignationReasons.ProcessClosed, () => Record(Given.Process(ProcessState.Closed), Fields("Late")));

    private static PartyFields Fields(string name, params PartyAlias[] aliases) => new(ProcessPartyKind.ArmedGroup, name, "en", aliases, null, TableStanding.AtTable, null, "Met in March.");

    private static (Party, PartyVersion) Record(Process process, PartyFields fields, params Party[] others) => Party.Record(process, fields.Checked(), others, Given.Proposer, Given.Start);
}

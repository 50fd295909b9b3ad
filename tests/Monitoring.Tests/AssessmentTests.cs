using Concord.Monitoring.Agreements;
using Concord.Monitoring.Assessments;
using Concord.Monitoring.Provisions;
using Concord.Monitoring.Scores;
using Concord.Platform.Errors;
using Concord.Support;
using CsCheck;
using static Concord.Monitoring.Tests.Records;

namespace Concord.Monitoring.Tests;

public sealed class AssessmentTests
{
    private readonly Agreement _agreement = Lake();

    [Fact, Rule("R95")]
    public void Full_ByAnybodyButTheMonitor_IsRefused()
    {
        var provision = ProvisionOf(_agreement);
        Refused(MonitoringReasons.FullNeedsMonitor, () => Add(provision, Level(3, "2020-05-01"), Keeper, isMonitor: false));
        Refused(MonitoringReasons.NotIndependent, () => Add(provision, Level(3, "2020-05-01"), OfGovernment, isMonitor: true));
        Assert.Equal(2, Add(provision, Level(2, "2020-05-01"), OfGovernment, isMonitor: false).Level);
        Assert.Equal(3, Add(provision, Level(3, "2020-05-01"), Verifier, isMonitor: true).Level);
    }

    [Fact, Rule("R91")]
    public void A_status_without_evidence_or_against_itself_is_refused_by_field()
    {
        var provision = ProvisionOf(_agreement);
        var refusal = Refused(PlatformReasons.InvalidField, () => Add(provision, new NewAssessment { Level = 4, Initiated = false, AsOf = Day("2019-12-31") }, Verifier, isMonitor: true));
        Assert.Equal(["asOf", "initiated", "level", "report", "segment"], refusal.Errors.Select(e => e.Field).Distinct().Order());
        Refused(PlatformReasons.InvalidField, () => Add(provision, Level(1, "2024-06-02"), Verifier, isMonitor: true));
    }

    [Fact, Rule("R91")]
    public void A_retracted_entry_stays_visible_and_counts_for_nothing()
    {
        var provision = ProvisionOf(_agreement);
        var good = Add(provision, Level(1, "2020-05-01"), Verifier, isMonitor: true);
        var slip = Add(provision, Level(2, "2020-06-01"), Verifier, isMonitor: true);

        Refused(MonitoringReasons.NotAuthor, () => slip.Retract("Wrong clause", Keeper, isKeeper: false, Now));
        Refused(PlatformReasons.InvalidField, () => slip.Retract("", Verifier, isKeeper: false, Now));
        Assert.Equal(slip, Status.LatestAsOf([good, slip], Day("2020-07-01"))[provision.Id]);
        slip.Retract("Wrong clause", Verifier, isKeeper: false, Now);
        Assert.Equal(good, Status.LatestAsOf([good, slip], Day("2020-07-01"))[provision.Id]);
        Assert.Equal(("Wrong clause", "Monitor", 2), (slip.RetractReason, slip.RetractedBy, slip.Level));
        Refused(MonitoringReasons.AlreadyRetracted, () => slip.Retract("Again", Keeper, isKeeper: true, Now));
    }

    [Fact, Rule("R91")]
    public void Of_one_day_the_later_recorded_entry_counts_whatever_the_order_in_which_they_are_read()
    {
        var provision = ProvisionOf(_agreement);
        var earlier = Add(provision, Level(2, "2020-05-01"), Verifier, isMonitor: true);
        var later = Assessment.Of(_agreement, provision, AssessmentId.New(), Level(1, "2020-05-01"), Verifier, true, Now.AddSeconds(1));
        var older = Assessment.Of(_agreement, provision, AssessmentId.New(), Level(0, "2020-04-01"), Verifier, true, Now.AddSeconds(2));

        Assert.Equal(later, Status.LatestAsOf([later, earlier, older], Day("2020-05-01"))[provision.Id]);
        Assert.Equal(older, Status.LatestAsOf([later, earlier, older], Day("2020-04-30"))[provision.Id]);
        Assert.Empty(Status.LatestAsOf([later, earlier, older], Day("2020-03-31")));
    }

    [Theory, Rule("R91")]
    [InlineData(new[] { 3, 3, 3 }, 100.0, 0)]
    [InlineData(new[] { 3, 2, 0, -1 }, 41.67, 1)]
    [InlineData(new[] { -1, -1 }, 0.0, 2)]
    public void The_score_is_the_sum_of_levels_over_three_for_each_provision(int[] levels, double score, int withoutEntry)
    {
        var computed = Score.Of([.. levels.Select(l => l < 0 ? (int?)null : l)]);
        Assert.Equal((score, levels.Length, withoutEntry), (computed.Value, computed.Provisions, computed.WithoutEntry));
    }

    [Fact]
    public void Nothing_to_keep_has_no_score() => Assert.Null(Score.Of([]).Value);

    [Fact, Rule("R91")]
    public void What_counts_as_of_a_day_never_depends_on_entries_after_it_and_each_month_of_the_series_is_the_score_of_its_day()
    {
        Gen.Select(Gen.Select(Gen.Int[0, 2], Gen.Int[0, 500], Gen.Int[0, 3], Gen.Bool).Array[0, 25], Gen.Int[0, 500]).Sample((rows, offset) =>
        {
            List<Provision> provisions = [ProvisionOf(_agreement, "1"), ProvisionOf(_agreement, "2"), ProvisionOf(_agreement, "3")];
            var day = Day("2020-01-01").AddDays(offset);
            var entries = rows.Select((r, i) =>
            {
                var entry = Assessment.Of(_agreement, provisions[r.Item1], AssessmentId.New(), Level(r.Item3, AsOf.Text(Day("2020-01-01").AddDays(r.Item2))), Verifier, true, Now.AddSeconds(i));
                if (r.Item4 && i % 3 == 0)
                {
                    entry.Retract("slip", Verifier, false, Now);
                }

                return entry;
            }).ToList();

            var all = Status.LatestAsOf(entries, day);
            Assert.Equal(all.OrderBy(x => x.Key.Value), Status.LatestAsOf(entries.Where(e => e.AsOf <= day), day).OrderBy(x => x.Key.Value));
            foreach (var month in ScoreSeries.Monthly(provisions, entries, _agreement.SignedOn, day))
            {
                var then = Status.LatestAsOf(entries, month.AsOf);
                Assert.Equal(Score.Of([.. provisions.Select(p => then.GetValueOrDefault(p.Id)?.Level)]), month.Score);
                Assert.True(month.AsOf == day || month.AsOf.AddDays(1).Day == 1);
            }

            Assert.Equal(((day.Year - 2020) * 12) + day.Month, ScoreSeries.Monthly(provisions, entries, _agreement.SignedOn, day).Count);
        }, seed: "0N0XIzNsQ0O2", iter: 300, threads: 1);
    }

    private Assessment Add(Provision provision, NewAssessment made, Person by, bool isMonitor) => Assessment.Of(_agreement, provision, AssessmentId.New(), made, by, isMonitor, Now);
}

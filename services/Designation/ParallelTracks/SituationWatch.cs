using Concord.Designation.ParallelTracks.Detection;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.ParallelTracks;

/// <summary>What counts as parallel in a process.</summary>
/// <param name="WindowDays">Contacts at most so many days apart are looked at together, 1 to 3660; the platform's setting where absent.</param>
/// <param name="MinimumTracks">So many tracks at once are a finding, 2 to 20; the platform's setting where absent.</param>
internal sealed record ThresholdFields(int? WindowDays, int? MinimumTracks);

/// <summary>
/// One situation as its contacts are looked at: with its own thresholds, and with a number that every change of its contacts moves. Two that change them at the same moment would each look without the
/// other's contact and miss what both make together: the database lets one of the two through.
/// </summary>
internal sealed class SituationWatch : IVersioned
{
    public static readonly Setting WindowDays = new(
        "Designation:ParallelTracks:WindowDays", "Contacts at most so many days apart are looked at together for parallel tracks, where a process says nothing else.", "90",
        new SettingForm($"whole days, 1 to {TrackThresholds.MostDays}", v => int.TryParse(v, out var days) && days is >= 1 and <= TrackThresholds.MostDays));

    public static readonly Setting MinimumTracks = new(
        "Designation:ParallelTracks:MinimumTracks", "So many tracks of one party at once are a finding, where a process says nothing else.", "2",
        new SettingForm($"a whole number, 2 to {TrackThresholds.MostTracks}", v => int.TryParse(v, out var tracks) && tracks is >= 2 and <= TrackThresholds.MostTracks));

    private SituationWatch() { } // EF

    public SituationWatch(string situation) => Situation = situation;

    /// <summary>As <see cref="Situations"/> calls it.</summary>
    public string Situation { get; private init; } = "";
    public int? OwnWindowDays { get; private set; }
    public int? OwnMinimumTracks { get; private set; }

    /// <summary>How often the thresholds were changed. They have a tag of their own: it must not tell how many contacts there are.</summary>
    public long Edits { get; private set; }

    /// <summary>How often its contacts were looked at.</summary>
    public long Examinations { get; private set; }
    public long Version { get; set; }

    public ThresholdFields Fields() => new(OwnWindowDays, OwnMinimumTracks);

    public void Edit(ThresholdFields fields)
    {
        var check = new Violations();
        check.Check(fields.WindowDays is null or (>= 1 and <= TrackThresholds.MostDays), "windowDays", $"1 to {TrackThresholds.MostDays}.");
        check.Check(fields.MinimumTracks is null or (>= 2 and <= TrackThresholds.MostTracks), "minimumTracks", $"2 to {TrackThresholds.MostTracks}.");
        check.ThrowIfAny();
        (OwnWindowDays, OwnMinimumTracks) = (fields.WindowDays, fields.MinimumTracks);
        Edits++;
    }

    public IVersioned Edition() => new EditionTag { Version = Edits };

    /// <summary>The row changes with every look: so the second of two at once is refused.</summary>
    public void Examine() => Examinations++;

    public TrackThresholds Thresholds(IConfiguration configuration) =>
        new(OwnWindowDays ?? WindowDays.RequiredIn<int>(configuration), OwnMinimumTracks ?? MinimumTracks.RequiredIn<int>(configuration));

    private sealed class EditionTag : IVersioned
    {
        public long Version { get; set; }
    }
}

internal sealed class SituationWatchConfiguration : IEntityTypeConfiguration<SituationWatch>
{
    public void Configure(EntityTypeBuilder<SituationWatch> builder)
    {
        builder.ToTable("SituationWatches");
        builder.HasKey(w => w.Situation);
        builder.Property(w => w.Situation).HasMaxLength(60).ValueGeneratedNever();
    }
}

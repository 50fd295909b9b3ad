using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Tracks;

/// <summary>What is done beside the official talks.</summary>
internal enum InformalTrackKind
{
    Workshop = 1,
    Analysis,
}

/// <summary>How the official talks get what came of it.</summary>
/// <param name="What">1 to 2000 characters.</param>
/// <param name="How">1 to 2000 characters.</param>
/// <param name="By">Day by which.</param>
internal sealed record AgreedTransfer(string? What, string? How, DateOnly? By);

/// <summary>A workshop or analysis of a non-governmental organization beside the official talks (R150; S/2009/189, annex §4-5).</summary>
/// <param name="Kind">Which.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Convener">Who convenes it; 1 to 200 characters.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; absent where it is open.</param>
/// <param name="Participants">Whom it brings together, by kind and not by name; at most 2000 characters.</param>
/// <param name="Transfer">Absent while nothing was agreed with the lead of the official talks.</param>
internal sealed record InformalTrackContent(InformalTrackKind? Kind, string? Title, string? Convener, DateOnly? From, DateOnly? Until, string? Participants, AgreedTransfer? Transfer) : IContent<InformalTrackContent>
{
    public InformalTrackContent Checked(Violations check)
    {
        check.Check(Until is null || From is null || Until >= From, "until", "Not before the first day.");
        return new InformalTrackContent(
            check.Required(Kind, "kind"), check.Text(Title, "title", 200), check.Text(Convener, "convener", 200), check.Required(From, "from"), Until, check.OptionalText(Participants, "participants", 2000),
            Transfer is null ? null : new AgreedTransfer(check.Text(Transfer.What, "transfer.what", 2000), check.Text(Transfer.How, "transfer.how", 2000), check.Required(Transfer.By, "transfer.by")));
    }
}

/// <summary>An informal track as it was recorded. What was handed to the official talks is appended.</summary>
internal sealed class InformalTrack : Recorded<InformalTrack, InformalTrackId, InformalTrackContent>
{
    /// <summary>Refuses where no transfer was agreed: nothing of an informal track reaches the official talks by the way.</summary>
    public void Transfer()
    {
        RequireStanding();
        if (Content.Transfer is null)
        {
            throw Fail.Because(DesignationReasons.TransferNotAgreed, "No transfer to the official talks was agreed; record the track anew with it.");
        }
    }
}

internal sealed class InformalTrackConfiguration() : RecordedConfiguration<InformalTrack, InformalTrackId, InformalTrackContent>(45_000)
{
    public override void Configure(EntityTypeBuilder<InformalTrack> builder)
    {
        base.Configure(builder);
        builder.ToTable("InformalTracks");
    }
}

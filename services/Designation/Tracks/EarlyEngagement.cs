using Concord.Designation.Ripeness;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Tracks;

/// <summary>How far a party goes along.</summary>
internal enum ConsentSoFar
{
    NotAsked = 1,
    Considering,
    Conditional,
    Given,
    Refused,
}

/// <summary>What a party is afraid of, and what it was told (R61, R146).</summary>
/// <param name="Fear">1 to 2000 characters.</param>
/// <param name="Reply">At most 2000 characters; what is said later is recorded as a reply.</param>
internal sealed record PartyFear(string? Fear, string? Reply);

/// <summary>Why the moment may be ripe.</summary>
/// <param name="Factor">Which.</param>
/// <param name="Note">What speaks for it; 1 to 2000 characters.</param>
internal sealed record RipenessSign(RipenessKind? Factor, string? Note);

/// <summary>A discreet contact with a party before a process takes shape (R146).</summary>
/// <param name="Party">1 to 200 characters.</param>
/// <param name="On">Day; not in the future.</param>
/// <param name="By">Who made the contact; 1 to 200 characters.</param>
/// <param name="View">How the party sees the situation, its aspirations and concerns; at most 8000 characters.</param>
/// <param name="Fears">At most 20.</param>
/// <param name="Ripeness">At most 10.</param>
/// <param name="Consent">So far.</param>
/// <param name="ConsentNote">Under which conditions; at most 2000 characters, required where there are some.</param>
internal sealed record EarlyEngagementContent(
    string? Party, DateOnly? On, string? By, string? View, IReadOnlyList<PartyFear?>? Fears, IReadOnlyList<RipenessSign?>? Ripeness, ConsentSoFar? Consent, string? ConsentNote) : IContent<EarlyEngagementContent>
{
    public EarlyEngagementContent Checked(Violations check)
    {
        check.Check(Consent != ConsentSoFar.Conditional || !string.IsNullOrWhiteSpace(ConsentNote), "consentNote", "Say under which conditions.");
        return new EarlyEngagementContent(
            check.Text(Party, "party", 200), On, check.Text(By, "by", 200), check.OptionalText(View, "view", 8000),
            check.Each(Fears, "fears", 20, (f, field) => new PartyFear(check.Text(f.Fear, $"{field}.fear", 2000), check.OptionalText(f.Reply, $"{field}.reply", 2000))),
            check.Each(Ripeness, "ripeness", 10, (r, field) => new RipenessSign(check.Required(r.Factor, $"{field}.factor"), check.Text(r.Note, $"{field}.note", 2000))),
            check.Required(Consent, "consent"), check.OptionalText(ConsentNote, "consentNote", 2000));
    }
}

/// <summary>A first contact as somebody recorded it. What its party was told later is appended.</summary>
internal sealed class EarlyEngagement : Recorded<EarlyEngagement, EarlyEngagementId, EarlyEngagementContent>
{
    /// <summary>Refuses a reply to what was withdrawn.</summary>
    public void Reply() => RequireStanding();

    protected override void CheckAt(EarlyEngagementContent content, DateTime now, Violations check) => check.Past(content.On, "on", now);
}

// Twenty fears with their replies and the rest, as JSON escapes them.
internal sealed class EarlyEngagementConfiguration() : RecordedConfiguration<EarlyEngagement, EarlyEngagementId, EarlyEngagementContent>(750_000)
{
    public override void Configure(EntityTypeBuilder<EarlyEngagement> builder)
    {
        base.Configure(builder);
        builder.ToTable("EarlyEngagements");
    }
}

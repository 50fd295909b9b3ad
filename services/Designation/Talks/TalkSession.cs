using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Talks;

/// <summary>How the parties met (R53, S/2009/189 §25-26).</summary>
internal enum TalkFormat
{
    Shuttle = 1,
    Proximity,
    JointSession,
    Plenary,
    JointTechnicalGroup,
}

/// <summary>As what somebody was there.</summary>
internal enum TalkRole
{
    Participant = 1,
    Observer,
}

/// <summary>With what weight.</summary>
internal enum TalkLevel
{
    /// <summary>Decides for the delegation.</summary>
    Decision = 1,

    /// <summary>Advises and drafts.</summary>
    Technical,
}

/// <summary>How many of one delegation were there in one role, at one level (R56).</summary>
/// <param name="Women">0 to 999.</param>
/// <param name="Men">0 to 999.</param>
internal sealed record HeadCount(TalkRole? Role, TalkLevel? Level, int? Women, int? Men);

/// <summary>A delegation that was present.</summary>
/// <param name="Delegation">Resource name.</param>
/// <param name="Counts">One for each role and level.</param>
internal sealed record Presence(string? Delegation, IReadOnlyList<HeadCount?>? Counts);

/// <summary>One session of the talks.</summary>
/// <param name="Format">How the parties met.</param>
/// <param name="On">Day; not in the future.</param>
/// <param name="Place">1 to 200 characters.</param>
/// <param name="Subject">What it was about; at most 2000 characters.</param>
/// <param name="Present">The delegations; 1 to 40.</param>
internal sealed record SessionContent(TalkFormat? Format, DateOnly? On, string? Place, string? Subject, IReadOnlyList<Presence?>? Present) : IContent<SessionContent>
{
    public SessionContent Checked(Violations check)
    {
        check.Required(Format, "format");
        var present = check.Each(Present, "present", 40, (p, field) => p with { Counts = Counted(p.Counts, $"{field}.counts", check) });
        check.Check(present.Count > 0, "present", "Name who was there.");
        check.Check(present.Select(p => p.Delegation).Distinct().Count() == present.Count, "present", "Each delegation once.");
        return new SessionContent(Format, On, check.Text(Place, "place", 200), check.OptionalText(Subject, "subject", 2000), present);
    }

    public IEnumerable<(string Field, string? Delegation)> NamedDelegations() => (Present ?? []).Select((p, i) => ($"present[{i}].delegation", p?.Delegation));

    private static IReadOnlyList<HeadCount> Counted(IReadOnlyList<HeadCount?>? given, string list, Violations check)
    {
        var counts = check.Each(given, list, 4, (c, field) =>
        {
            check.Required(c.Role, $"{field}.role");
            check.Required(c.Level, $"{field}.level");
            check.Check(check.Required(c.Women, $"{field}.women") is >= 0 and <= 999, $"{field}.women", "0 to 999.");
            check.Check(check.Required(c.Men, $"{field}.men") is >= 0 and <= 999, $"{field}.men", "0 to 999.");
            return c;
        });
        check.Check(counts.Count > 0, list, "Say how many were there.");
        check.Check(counts.Select(c => (c.Role, c.Level)).Distinct().Count() == counts.Count, list, "Each role and level once.");
        return counts;
    }
}

/// <summary>A session of the talks as it was recorded.</summary>
internal sealed class TalkSession : Recorded<TalkSession, TalkSessionId, SessionContent>
{
    protected override void CheckAt(SessionContent content, DateTime now, Violations check) => check.Past(content.On, "on", now);
}

// Forty delegations, and two texts as JSON escapes them.
internal sealed class TalkSessionConfiguration() : RecordedConfiguration<TalkSession, TalkSessionId, SessionContent>(60_000)
{
    public override void Configure(EntityTypeBuilder<TalkSession> builder)
    {
        base.Configure(builder);
        builder.ToTable("TalkSessions");
    }
}

using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Inclusion;

/// <summary>What a person thinks of an excluded party: the person's own judgement, with its author and its day of review (R158).</summary>
/// <param name="Party">1 to 200 characters.</param>
/// <param name="Assessment">What speaks for it that the party may work against the talks; 1 to 4000 characters.</param>
/// <param name="ReviewOn">Day by which it is looked at again.</param>
internal sealed record ExclusionFlagContent(string? Party, string? Assessment, DateOnly? ReviewOn) : IContent<ExclusionFlagContent>
{
    public ExclusionFlagContent Checked(Violations check) => new(check.Text(Party, "party", 200), check.Text(Assessment, "assessment", 4000), check.Required(ReviewOn, "reviewOn"));
}

internal sealed class ExclusionFlag : Recorded<ExclusionFlag, ExclusionFlagId, ExclusionFlagContent>;

internal sealed class ExclusionFlagConfiguration() : RecordedConfiguration<ExclusionFlag, ExclusionFlagId, ExclusionFlagContent>(30_000)
{
    public override void Configure(EntityTypeBuilder<ExclusionFlag> builder)
    {
        base.Configure(builder);
        builder.ToTable("ExclusionFlags");
    }
}

using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Inclusion;

/// <summary>Groups were asked before there was a strategy (R47).</summary>
/// <param name="Groups">Which; at least one.</param>
/// <param name="On">Day; not in the future.</param>
/// <param name="HeldBy">Who asked them; 1 to 200 characters.</param>
/// <param name="Place">At most 200 characters; leave it out where it would tell too much.</param>
/// <param name="Said">What they said; 1 to 8000 characters. Name nobody who could suffer for it.</param>
internal sealed record PreConsultationContent(IReadOnlyList<InclusionGroup>? Groups, DateOnly? On, string? HeldBy, string? Place, string? Said) : IContent<PreConsultationContent>
{
    public PreConsultationContent Checked(Violations check) => new(
        check.Words(Groups, "groups"), On, check.Text(HeldBy, "heldBy", 200), check.OptionalText(Place, "place", 200), check.Text(Said, "said", 8000));
}

internal sealed class PreConsultation : Recorded<PreConsultation, PreConsultationId, PreConsultationContent>
{
    protected override void CheckAt(PreConsultationContent content, DateTime now, Violations check) => check.Past(content.On, "on", now);
}

internal sealed class PreConsultationConfiguration() : RecordedConfiguration<PreConsultation, PreConsultationId, PreConsultationContent>(60_000)
{
    public override void Configure(EntityTypeBuilder<PreConsultation> builder)
    {
        base.Configure(builder);
        builder.ToTable("PreConsultations");
    }
}

using Concord.Designation.Inclusion;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Tracks;

/// <summary>What an assembly of civil society hands to the talks, as in Guatemala (S/2009/189, footnote 9).</summary>
internal enum AssemblyTextKind
{
    /// <summary>Background for the parties' discussion.</summary>
    BackgroundText = 1,

    /// <summary>A view on what the parties agreed; it binds nobody.</summary>
    Opinion,
}

/// <summary>A text of a consultative assembly (R151).</summary>
/// <param name="Kind">Which.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="On">Day; not in the future.</param>
/// <param name="About">The agenda item or agreement that it is about; 1 to 500 characters.</param>
/// <param name="Body">1 to 20000 characters.</param>
/// <param name="Groups">Who adopted it; at least one.</param>
/// <param name="VictimsConsulted">Whether victims were asked.</param>
/// <param name="VictimsConsultation">How, or why not; 1 to 2000 characters.</param>
internal sealed record AssemblyTextContent(
    AssemblyTextKind? Kind, string? Title, DateOnly? On, string? About, string? Body, IReadOnlyList<InclusionGroup>? Groups, bool? VictimsConsulted, string? VictimsConsultation) : IContent<AssemblyTextContent>
{
    public AssemblyTextContent Checked(Violations check) => new(
        check.Required(Kind, "kind"), check.Text(Title, "title", 200), On, check.Text(About, "about", 500), check.Text(Body, "body", 20_000), check.Words(Groups, "groups"),
        check.Required(VictimsConsulted, "victimsConsulted"), check.Text(VictimsConsultation, "victimsConsultation", 2000));
}

/// <summary>A text of the assembly as it was recorded. The replies to it are appended.</summary>
internal sealed class AssemblyText : Recorded<AssemblyText, AssemblyTextId, AssemblyTextContent>
{
    /// <summary>Refuses a reply to what was withdrawn.</summary>
    public void Reply() => RequireStanding();

    protected override void CheckAt(AssemblyTextContent content, DateTime now, Violations check) => check.Past(content.On, "on", now);
}

internal sealed class AssemblyTextConfiguration() : RecordedConfiguration<AssemblyText, AssemblyTextId, AssemblyTextContent>(150_000)
{
    public override void Configure(EntityTypeBuilder<AssemblyText> builder)
    {
        base.Configure(builder);
        builder.ToTable("AssemblyTexts");
    }
}

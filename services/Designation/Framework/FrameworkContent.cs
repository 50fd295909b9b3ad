using Concord.Designation.Talks;
using Concord.Platform.Errors;

namespace Concord.Designation.Framework;

/// <summary>How the talks are structured (R52, R53).</summary>
internal enum TalksStructure
{
    Direct = 1,
    Indirect,
    Both,
}

/// <summary>One point of procedure.</summary>
/// <param name="Text">What the parties mean to agree, in words; at most 4000 characters.</param>
/// <param name="Agreed">Whether they have; open where absent.</param>
internal sealed record ChecklistItem(string? Text = null, bool? Agreed = null)
{
    public ChecklistItem Checked(string field, Violations check)
    {
        var text = check.OptionalText(Text, $"{field}.text", 4000);
        check.Check(Agreed != true || text is not null, $"{field}.text", "Say what was agreed.");
        return new ChecklistItem(text, Agreed ?? false);
    }
}

/// <summary>The points of procedure that are best agreed before substantive talks (R52, S/2009/189 §21).</summary>
/// <param name="NegotiatingTeams">Who negotiates for each party.</param>
/// <param name="Mediator">Who mediates.</param>
/// <param name="RightToTalkToAnyGroup">The mediator's right to talk to any group deemed helpful.</param>
/// <param name="Structure">Direct or indirect talks, or both.</param>
/// <param name="StructureKind">Which of them; absent while nobody has said.</param>
/// <param name="NoUnilateralAbandonment">Nobody abandons the talks unilaterally.</param>
/// <param name="Venue">Where.</param>
/// <param name="Agenda">About what.</param>
/// <param name="Timeline">By when.</param>
/// <param name="MediaProcedures">How anybody speaks with the media.</param>
internal sealed record FrameworkContent(
    ChecklistItem? NegotiatingTeams = null, ChecklistItem? Mediator = null, ChecklistItem? RightToTalkToAnyGroup = null, ChecklistItem? Structure = null, TalksStructure? StructureKind = null,
    ChecklistItem? NoUnilateralAbandonment = null, ChecklistItem? Venue = null, ChecklistItem? Agenda = null, ChecklistItem? Timeline = null, ChecklistItem? MediaProcedures = null) : IContent<FrameworkContent>
{
    /// <summary>The points by the names of their fields, in the order of the paragraph.</summary>
    public IReadOnlyList<(string Field, ChecklistItem? Item)> Items() =>
    [
        ("negotiatingTeams", NegotiatingTeams), ("mediator", Mediator), ("rightToTalkToAnyGroup", RightToTalkToAnyGroup), ("structure", Structure),
        ("noUnilateralAbandonment", NoUnilateralAbandonment), ("venue", Venue), ("agenda", Agenda), ("timeline", Timeline), ("mediaProcedures", MediaProcedures),
    ];

    public IReadOnlyList<string> Open() => [.. Items().Where(i => i.Item?.Agreed != true).Select(i => i.Field)];

    public FrameworkContent Checked(Violations check)
    {
        check.Check(Structure?.Agreed != true || StructureKind is not null, "structureKind", "Say whether direct, indirect or both was agreed.");
        return new FrameworkContent(
            One(NegotiatingTeams, "negotiatingTeams"), One(Mediator, "mediator"), One(RightToTalkToAnyGroup, "rightToTalkToAnyGroup"), One(Structure, "structure"), StructureKind,
            One(NoUnilateralAbandonment, "noUnilateralAbandonment"), One(Venue, "venue"), One(Agenda, "agenda"), One(Timeline, "timeline"), One(MediaProcedures, "mediaProcedures"));

        ChecklistItem One(ChecklistItem? item, string field) => (item ?? new ChecklistItem()).Checked(field, check);
    }
}

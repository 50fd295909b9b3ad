using Concord.Platform.Http;
using Concord.Platform.Persistence;

namespace Concord.Platform.Alerts;

/// <summary>Something that a person has to look at.</summary>
/// <param name="Name">Resource name, <c>alerts/{service}/{uuid}</c>.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Severity">How bad it is where nobody does anything.</param>
/// <param name="Rule">The rule of the rule book it follows from.</param>
/// <param name="Meaning">The same for every alert of the kind.</param>
/// <param name="Subject">Resource name of the record it is about.</param>
/// <param name="About">Tells alerts of one kind about one record apart; absent where there can be only one.</param>
/// <param name="Evidence">Resource names of what it rests on.</param>
/// <param name="Facts">Words and figures by name.</param>
/// <param name="EvidenceTime">Since when severity, evidence and facts are as they are, UTC.</param>
/// <param name="State">Whether somebody has settled it.</param>
/// <param name="EscalatedTo">The role that has to act now; absent where nobody has to any more, and where it is the caller's own.</param>
/// <param name="Level">How many roles before that one let their time go by.</param>
/// <param name="DueTime">When the next role is asked, UTC; absent where none is.</param>
/// <param name="EscalateTime">When the role was asked, UTC; absent where it is the first.</param>
/// <param name="Ladder">The roles that are asked, one after another; each of them may settle it.</param>
/// <param name="AcknowledgedBy">Who has taken it on.</param>
/// <param name="AcknowledgeNote">What that person does about it.</param>
/// <param name="AcknowledgeTime">When, UTC.</param>
/// <param name="ResolvedBy">Who resolved it; absent where it was found to be no longer true.</param>
/// <param name="ResolveReason">Why.</param>
/// <param name="ResolveTime">When, UTC.</param>
/// <param name="OverTime">Since when it is no longer true, or was followed by another alert, UTC.</param>
/// <param name="CreateTime">When it was raised, UTC.</param>
/// <param name="Etag">For If-Match.</param>
public sealed record AlertAnswer(
    string Name, string Kind, AlertSeverity Severity, string? Rule, string Meaning, string Subject, string? About, IReadOnlyList<string> Evidence, IReadOnlyDictionary<string, string> Facts, DateTime EvidenceTime,
    AlertState State, string? EscalatedTo, int Level, DateTime? DueTime, DateTime? EscalateTime, IReadOnlyList<string> Ladder, AlertPerson? AcknowledgedBy, string? AcknowledgeNote, DateTime? AcknowledgeTime,
    AlertPerson? ResolvedBy, string? ResolveReason, DateTime? ResolveTime, DateTime? OverTime, DateTime CreateTime, string Etag)
{
    internal static AlertAnswer Of<TSubject>(string service, AlertKind kind, Alert<TSubject> a) where TSubject : struct, IStrongId<TSubject> => new(
        $"alerts/{service}/{a.Id.Value}", a.Kind, a.Severity, kind.Rule, kind.Meaning, a.Subject.ToString()!, a.About.Length == 0 ? null : a.About, a.Evidence, a.Facts, a.EvidenceTime,
        a.State, a.State == AlertState.Raised && !kind.IsOfOnePerson ? kind.AskedAt(a.Level) : null, a.Level, a.DueTime, a.EscalateTime, kind.Ladder, a.AcknowledgedBy, a.AcknowledgeNote, a.AcknowledgeTime,
        a.ResolvedBy, a.ResolveReason, a.ResolveTime, a.OverTime, a.CreateTime, ETag.Of(a));
}

using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Situations;
using Concord.Platform.Http;
using Concord.Platform.Security;

namespace Concord.Designation.Processes;

/// <summary>A process as callers read it.</summary>
/// <param name="Title">In the language it was written in.</param>
/// <param name="Situation">In the same.</param>
/// <param name="Language">The language of both: the original.</param>
/// <param name="Translations">Both in other languages.</param>
/// <param name="Fictional">Part of a demonstration and invented.</param>
/// <param name="LeadEpoch">Grows with each change of the holder; a proposal carries the one its maker read.</param>
/// <param name="LeadRequired">Whether somebody must lead: from the framework agreement on, also while that is suspended (R28).</param>
/// <param name="SituationName">Absent where it works on none, or on one that the caller does not see.</param>
/// <param name="Means">By which means it works (R45).</param>
/// <param name="PaxStage">The stage of PA-X that the state corresponds to (R63).</param>
/// <param name="Warnings">What the state it was just taken to lacks; absent where nothing, and in every other answer.</param>
internal sealed record ProcessAnswer(
    string Name, string Title, string Situation, string Language, IReadOnlyList<ProcessTranslation> Translations, IReadOnlyList<string> Countries, ProcessKind Kind, SourceOfAuthority SourceOfAuthority, Classification Classification,
    ProcessState State, AppointingAuthority AppointingAuthority, bool Fictional, long LeadEpoch, bool Led, bool LeadRequired, DateTime CreateTime, DateTime UpdateTime, string Etag,
    string? SituationName, IReadOnlyList<MeansOfSettlement> Means, EntryPoint? EntryPoint, PaxStage PaxStage, IReadOnlyList<ProcessWarning>? Warnings = null);

/// <summary>A step in the history of a process.</summary>
internal sealed record StateChangeAnswer(string Name, ProcessState? From, ProcessState To, string Reason, Signature By, DateTime Time);

internal static class ProcessAnswers
{
    /// <summary>The process as this caller reads it.</summary>
    public static async Task<ProcessAnswer> ToAnswerAsync(this DesignationDb db, Process p, Caller caller, CancellationToken cancellationToken) =>
        ToAnswer(p, await db.SeenSituationsAsync([p], caller, cancellationToken));

    /// <param name="p">The process.</param>
    /// <param name="situations">Those that the caller sees.</param>
    public static ProcessAnswer ToAnswer(Process p, IReadOnlySet<SituationId> situations) => new(
        p.Id.ToString(), p.Title, p.Situation, p.Language, p.Translations, [.. p.Countries.Select(c => c.Code).Order(StringComparer.Ordinal)], p.Kind, p.SourceOfAuthority, p.Classification,
        p.State, new AppointingAuthority(p.Organ, p.Persons), p.Fictional, p.LeadEpoch, p.Lead is not null, p.RequiresLead, p.CreateTime, p.UpdateTime, ETag.Of(p),
        p.InSituation is { } situation && situations.Contains(situation) ? situation.ToString() : null, p.Means ?? [], p.EntryPoint, PaxStages.Of(p.State, p.SuspendedFrom));

    public static StateChangeAnswer ToAnswer(StateChange c) => new($"{c.Process}/{c.Id}", c.From, c.To, c.Reason, c.By, c.CreateTime);

    /// <summary>An enumeration value as the wire writes it, where it travels as text.</summary>
    public static string Text<T>(T value) where T : struct, Enum => ApiWord.Of(value);
}

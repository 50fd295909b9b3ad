using System.Globalization;
using Concord.Contracts.Access;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Council;

/// <summary>
/// Composes a draft of what its classification allows. All that this service knows of a process bears the classification of the process: a report under a lower one begins empty, and a person
/// writes what may be said. Nothing is taken from notes, reasons or claims.
/// </summary>
internal static class SummaryDraft
{
    public static async Task<IReadOnlyList<SummaryText>> ComposeAsync(DesignationDb db, Process process, DateOnly from, DateOnly until, Classification label, CancellationToken cancellationToken)
    {
        if (label < process.Classification)
        {
            return [.. Enum.GetValues<SummarySection>().Select(s => new SummaryText(s, ""))];
        }

        var (start, end) = (from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), until.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var states = await db.StateChanges.Where(c => c.Process == process.Id && c.CreateTime < end).OrderBy(c => c.CreateTime).ThenBy(c => c.Id)
            .Select(c => new { c.To, c.CreateTime }).ToListAsync(cancellationToken);
        var led = (await db.LedAsync(process.Id, cancellationToken)).Led.Where(l => l.Time.Start < end && (l.Time.End is null || l.Time.End > start));
        var within = states.Where(s => s.CreateTime >= start).ToList();
        return
        [
            new(SummarySection.Progress, Lines(within.Count == 0 && states.Count > 0 ? [$"{Words(states[^1].To)} throughout the period."] : within.Select(s => $"{Day(s.CreateTime)}: {Words(s.To)}."))),
            new(SummarySection.Lead, Lines(led.Select(l => $"{l.Designation.DisplayName}, since {Day(l.Time.Start)}{(l.Time.End < end ? $", until {Day(l.Time.End!.Value)}" : "")}."))),
            new(SummarySection.AgreementsReached, Lines(within.Where(s => s.To is ProcessState.FrameworkAgreed or ProcessState.AgreementSigned).Select(s => $"{Day(s.CreateTime)}: {Words(s.To)}."))),
            new(SummarySection.NextSteps, ""),
            new(SummarySection.SupportOfTheCouncil, ""),
        ];
    }

    private const int Longest = 4000;

    private static string Lines(IEnumerable<string> lines)
    {
        var text = string.Join('\n', lines);
        return text.Length <= Longest ? text : text[..text.LastIndexOf('\n', Longest)];
    }

    private static string Day(DateTime instant) => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Words(ProcessState state) => state switch
    {
        ProcessState.Monitored => "The situation is monitored",
        ProcessState.EarlyEngagement => "Early engagement with the parties",
        ProcessState.PreNegotiation => "Preparation of negotiations",
        ProcessState.FrameworkAgreed => "A framework was agreed",
        ProcessState.SubstantiveTalks => "Substantive talks",
        ProcessState.AgreementSigned => "An agreement was signed",
        ProcessState.Implementation => "Implementation of the agreement",
        ProcessState.Suspended => "The process is suspended",
        ProcessState.Collapsed => "The process has collapsed",
        _ => "The process is closed",
    };
}

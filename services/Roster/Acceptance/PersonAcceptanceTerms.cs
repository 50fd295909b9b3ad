using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Roster.Mediators;

namespace Concord.Roster.Acceptance;

/// <summary>Records how a party of a process takes the person as mediator.</summary>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Party">Which party; one line of 1 to 200 characters.</param>
/// <param name="Position">Accepts, objects, or was asked and is silent.</param>
/// <param name="On">The day on which it said so; none to come, and none before 1990.</param>
/// <param name="Source">How it is known; 1 to 2,000 characters.</param>
internal sealed record RecordPersonAcceptance(string? Process, string? Party, PartyWord? Position, DateOnly? On, string? Source)
{
    private const int FirstYear = 1990;

    /// <summary>As it is kept, or what is wrong with it.</summary>
    public CheckedAcceptance Checked(DateTime now)
    {
        var check = new Violations();
        check.Check(ResourceName.IsIn("processes", Process), "process", "Expected the form processes/{uuid}.");
        var kept = new CheckedAcceptance(
            ResourceName.Spelled(Process) ?? "", check.Name(Party, "party", 200), check.Required(Position, "position"), check.Required(On, "on"), check.Text(Source, "source", 2000));
        check.Check(On is null || On <= DateOnly.FromDateTime(now), "on", "Lies in the future.");
        check.NotBefore(On, FirstYear, "on");
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>An entry in which everything is as it must be.</summary>
internal sealed record CheckedAcceptance(string Process, string Party, PartyWord Position, DateOnly On, string Source);

/// <summary>Takes an entry back.</summary>
/// <param name="Reason">1 to 1,000 characters; it stays with the entry.</param>
internal sealed record WithdrawPersonAcceptance(string? Reason);

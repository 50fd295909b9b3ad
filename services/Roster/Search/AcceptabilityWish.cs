using Concord.Platform.Errors;
using Concord.Platform.Persistence;

namespace Concord.Roster.Search;

/// <summary>How the parties of a process must take whoever is found.</summary>
internal enum AcceptabilityWanted
{
    /// <summary>No party objects.</summary>
    NoObjection = 1,

    /// <summary>At least one party accepts, and none objects.</summary>
    Accepted,
}

/// <summary>How the parties of a process take the person as mediator, by the last word of each (R27).</summary>
/// <param name="Process">Resource name of the process; one of which you read what parties say.</param>
/// <param name="Wanted">NO_OBJECTION where absent.</param>
internal sealed record AcceptabilityWish(string? Process, AcceptabilityWanted? Wanted)
{
    public AcceptabilityNeed Checked(Violations check)
    {
        check.Check(ResourceName.IsIn("processes", Process), "acceptability.process", "Expected the form processes/{uuid}.");
        return new AcceptabilityNeed(Process ?? "", Wanted ?? AcceptabilityWanted.NoObjection);
    }
}

/// <summary>What is needed of the parties of a process.</summary>
internal sealed record AcceptabilityNeed(string Process, AcceptabilityWanted Wanted);

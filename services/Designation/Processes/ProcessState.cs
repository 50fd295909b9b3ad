namespace Concord.Designation.Processes;

/// <summary>Where a process stands (R63).</summary>
internal enum ProcessState
{
    Monitored = 1,
    EarlyEngagement,
    PreNegotiation,
    FrameworkAgreed,
    SubstantiveTalks,
    AgreementSigned,
    Implementation,
    Suspended,
    Collapsed,
    Closed,
}

/// <summary>Which state follows which, and which may not be without a lead.</summary>
internal static class ProcessStates
{
    /// <summary>From the framework agreement on somebody must answer for the process (R28).</summary>
    public static bool RequiresLead(this ProcessState state) =>
        state is ProcessState.FrameworkAgreed or ProcessState.SubstantiveTalks or ProcessState.AgreementSigned or ProcessState.Implementation;

    /// <param name="from">The state now.</param>
    /// <param name="to">The state wished for.</param>
    /// <param name="suspendedFrom">The state before the suspension; null where it is not suspended.</param>
    public static bool MayPass(ProcessState from, ProcessState to, ProcessState? suspendedFrom) => (from, to) switch
    {
        (ProcessState.Closed, _) => false,
        (ProcessState.Suspended, ProcessState.Collapsed or ProcessState.Closed) => true,
        (ProcessState.Suspended, _) => to == suspendedFrom,
        (ProcessState.Collapsed, _) => to is ProcessState.EarlyEngagement or ProcessState.Closed,
        (_, ProcessState.Suspended or ProcessState.Collapsed) => true,
        (ProcessState.Monitored, _) => to is ProcessState.EarlyEngagement or ProcessState.Closed,
        (ProcessState.EarlyEngagement, _) => to is ProcessState.PreNegotiation or ProcessState.Monitored or ProcessState.Closed,
        // Substantive talks without a framework agreement are warned of, not forbidden (R52).
        (ProcessState.PreNegotiation, _) => to is ProcessState.FrameworkAgreed or ProcessState.SubstantiveTalks or ProcessState.Closed,
        (ProcessState.FrameworkAgreed, _) => to is ProcessState.SubstantiveTalks,
        (ProcessState.SubstantiveTalks, _) => to is ProcessState.AgreementSigned,
        // An agreement that is negotiated again takes the parties back to the table.
        (ProcessState.AgreementSigned, _) => to is ProcessState.Implementation or ProcessState.SubstantiveTalks,
        (ProcessState.Implementation, _) => to is ProcessState.Closed or ProcessState.SubstantiveTalks,
        _ => false,
    };
}

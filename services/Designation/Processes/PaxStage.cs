namespace Concord.Designation.Processes;

/// <summary>The stages by which the PA-X data tell peace agreements apart (R63).</summary>
internal enum PaxStage
{
    /// <summary>Pre-negotiation and process.</summary>
    Pre = 1,

    /// <summary>Ceasefire. Said of an agreement: no state of a process corresponds to it.</summary>
    Cea,

    /// <summary>Framework, substantive, partial.</summary>
    SubPar,

    /// <summary>Framework, substantive, comprehensive.</summary>
    SubComp,

    /// <summary>Implementation or renegotiation.</summary>
    Imp,

    /// <summary>Renewal. Said of an agreement: no state of a process corresponds to it.</summary>
    Ren,

    Oth,
}

/// <summary>At which stage an agreement would be that is reached while a process stands there; PA-X codes agreements, and no processes.</summary>
internal static class PaxStages
{
    /// <param name="state">Of the process.</param>
    /// <param name="suspendedFrom">The state before the suspension: that is where it stands. Null where it is not suspended.</param>
    public static PaxStage Of(ProcessState state, ProcessState? suspendedFrom) => (state == ProcessState.Suspended ? suspendedFrom ?? state : state) switch
    {
        ProcessState.EarlyEngagement or ProcessState.PreNegotiation or ProcessState.FrameworkAgreed => PaxStage.Pre,
        ProcessState.SubstantiveTalks => PaxStage.SubPar,
        ProcessState.AgreementSigned => PaxStage.SubComp,
        ProcessState.Implementation => PaxStage.Imp,
        _ => PaxStage.Oth,
    };
}

namespace Concord.Contracts.Access;

/// <summary>The roles a person holds in an organization (R137). A token carries them; each service says what they may do there.</summary>
public static class Roles
{
    /// <summary>Registers the organization's roles and claims, and turns its own claims into support.</summary>
    public const string RegionalOfficer = "regional-officer";

    /// <summary>UN Mediation Support Unit: searches the roster, composes teams, opens processes.</summary>
    public const string MediationSupport = "mediation-support";

    /// <summary>Acts for the appointing authority of a process: proposes and approves who leads.</summary>
    public const string AppointingAuthority = "appointing-authority";

    /// <summary>Answers for a mission and the agreements it serves.</summary>
    public const string HeadOfMission = "head-of-mission";

    /// <summary>Monitoring body: records and verifies what was kept.</summary>
    public const string Monitor = "monitor";

    /// <summary>Leads the talks.</summary>
    public const string LeadMediator = "lead-mediator";

    /// <summary>National focal point.</summary>
    public const string FocalPoint = "focal-point";

    /// <summary>Reads and compares; changes nothing.</summary>
    public const string Analyst = "analyst";

    /// <summary>Partner organization outside the system of the United Nations and regional bodies.</summary>
    public const string Partner = "partner";

    /// <summary>Keeps accounts and organizations; sees no process by that alone.</summary>
    public const string Administrator = "administrator";

    /// <summary>Reads the audit chains; sees no process by that alone.</summary>
    public const string Auditor = "auditor";

    /// <summary>A machine of a second party that keeps the heads of the audit chains and puts its signature under them; sees no entry.</summary>
    public const string Witness = "witness";

    /// <summary>Another Concord service acting for itself, not for a person.</summary>
    public const string Service = "service";

    /// <summary>Roles that work on the platform itself and not on processes.</summary>
    public static IReadOnlyList<string> OfKeepers { get; } = [Administrator, Auditor];

    /// <summary>Roles that no administrator gives alone: those that work on the platform itself, and the one that decides who leads.</summary>
    public static IReadOnlyList<string> GivenByTwo { get; } = [.. OfKeepers, AppointingAuthority];

    /// <summary>Roles outside the system of the United Nations and regional bodies; they alone open nothing Confidential that was not shared with the organization (R20).</summary>
    public static IReadOnlyList<string> OfPartners { get; } = [FocalPoint, Partner];

    /// <summary>Every role that a person can hold.</summary>
    public static IReadOnlyList<string> OfPeople { get; } =
        [RegionalOfficer, MediationSupport, AppointingAuthority, HeadOfMission, Monitor, LeadMediator, FocalPoint, Analyst, Partner, Administrator, Auditor];

    /// <summary>Roles inside the system: all but those of partners and those that only keep or watch the platform.</summary>
    public static IReadOnlyList<string> OfSystem { get; } = [.. OfPeople.Except(OfPartners).Except(OfKeepers), Service];

    /// <summary>Every role that a partner's system can hold. Who appoints, who leads talks and who keeps accounts is a person.</summary>
    public static IReadOnlyList<string> OfMachines { get; } = [RegionalOfficer, MediationSupport, HeadOfMission, Monitor, FocalPoint, Analyst, Partner, Auditor, Witness];
}

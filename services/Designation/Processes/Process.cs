using Concord.Contracts.Access;
using Concord.Designation.Lead;
using Concord.Designation.Situations;
using Concord.Designation.Successions;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Platform.Texts;

namespace Concord.Designation.Processes;

/// <summary>Dialogue that prevents and mediation that resolves are told apart on every process (R46).</summary>
internal enum ProcessKind
{
    PreventiveDialogue = 1,
    ResolvingMediation,
}

/// <summary>On what a mediation rests (R43); the last is a design addition for processes that regional bodies lead.</summary>
internal enum SourceOfAuthority
{
    RequestOfParties = 1,
    SecretaryGeneralInitiative,
    RequestOfSecurityCouncil,
    RequestOfGeneralAssembly,
    DecisionOfRegionalOrganization,
}

/// <summary>The organ that decides who leads, and the persons who act for it here.</summary>
/// <param name="Organ">Such as the Secretary-General or a Commission; 1 to 200 characters.</param>
/// <param name="Persons">Resource names of accounts, <c>accounts/{uuid}</c>; at most 20. Two are needed to decide.</param>
internal sealed record AppointingAuthority(string? Organ, IReadOnlyList<string>? Persons);

/// <summary>The fields of a process that its keeper sets and changes.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Situation">What the process is about; 1 to 4000 characters.</param>
/// <param name="Countries">ISO 3166-1 alpha-3 codes.</param>
/// <param name="Kind">Prevents or resolves (R46).</param>
/// <param name="SourceOfAuthority">On what it rests (R43).</param>
/// <param name="Classification">Who may see it; never above the keeper's own clearance.</param>
/// <param name="AppointingAuthority">Who decides who leads.</param>
/// <param name="Language">The language that title and situation were written in: the original. English where absent.</param>
/// <param name="Translations">Title and situation in other languages; at most 10.</param>
/// <param name="SituationName">Resource name of the situation that the process works on, as one of several perhaps; absent where of none.</param>
/// <param name="Means">By which means it works, each once (R45).</param>
/// <param name="EntryPoint">How the mediation began (R43).</param>
internal sealed record ProcessFields(
    string? Title, string? Situation, IReadOnlyList<string>? Countries, ProcessKind? Kind, SourceOfAuthority? SourceOfAuthority,
    Classification? Classification, AppointingAuthority? AppointingAuthority, string? Language = null, IReadOnlyList<ProcessTranslation>? Translations = null,
    string? SituationName = null, IReadOnlyList<MeansOfSettlement>? Means = null, EntryPoint? EntryPoint = null);

/// <summary>One mediation or dialogue on which many actors work and which one holder leads (R28).</summary>
internal sealed class Process : IVersioned, IListed<ProcessId>, IClassifiedRecord
{
    private readonly List<ProcessCountry> _countries = [];

    private Process() { } // EF

    public ProcessId Id { get; private init; }
    public string RecordName => Id.ToString();
    public string Title { get; private set; } = "";
    public string Situation { get; private set; } = "";

    /// <summary>Of title and situation as they were written.</summary>
    public string Language { get; private set; } = RecordLanguage.Unsaid;
    public IReadOnlyList<ProcessTranslation> Translations { get; private set; } = [];
    public IReadOnlyList<ProcessCountry> Countries => _countries;
    public ProcessKind Kind { get; private set; }
    public SourceOfAuthority SourceOfAuthority { get; private set; }
    public Classification Classification { get; private set; }

    /// <summary>Who put it under Strictly Confidential and sees it by that, until its compartment names that person; null otherwise.</summary>
    public string? RestrictedBy { get; private set; }
    public string Organ { get; private set; } = "";

    /// <summary>Resource names of the accounts that act for the appointing authority.</summary>
    public IReadOnlyList<string> Persons { get; private set; } = [];
    public ProcessState State { get; private set; }
    public ProcessState? SuspendedFrom { get; private set; }

    /// <summary>The situation it works on; null where none is entered.</summary>
    public SituationId? InSituation { get; private set; }

    /// <summary>Null where none was said.</summary>
    public IReadOnlyList<MeansOfSettlement>? Means { get; private set; }
    public EntryPoint? EntryPoint { get; private set; }

    /// <summary>Part of a demonstration and invented.</summary>
    public bool Fictional { get; private init; }

    /// <summary>Grows by one with each change of the holder, to nobody too. An act in the lead's name carries it (R143).</summary>
    public long LeadEpoch { get; private set; }

    /// <summary>Somebody must lead now: also while what requires it is suspended, for the parties find the same mediator when they come back (R28, R49).</summary>
    public bool RequiresLead => State.RequiresLead() || SuspendedFrom?.RequiresLead() == true;

    /// <summary>The open designation; null where nobody leads.</summary>
    public LeadDesignationId? Lead { get; private set; }

    /// <summary>Of the last change of the holder; the next one is never before it, whatever the clock says.</summary>
    public DateTime? LeadChangeTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }

    public static (Process, StateChange) Open(ProcessId id, ProcessFields fields, bool fictional, Caller caller, DateTime now)
    {
        var process = new Process { Id = id, Fictional = fictional, State = ProcessState.Monitored, CreateTime = now };
        process.Set(fields, caller, now);
        return (process, new StateChange(process.Id, null, ProcessState.Monitored, "Opened.", Signature.Of(caller), now));
    }

    public void Edit(ProcessFields fields, Caller caller, DateTime now) => Set(fields, caller, now);

    /// <summary>The compartment names whoever keeps it: what it says counts from now on.</summary>
    public void HandToCompartment(string account)
    {
        if (RestrictedBy == account)
        {
            RestrictedBy = null;
        }
    }

    public ProcessFields Fields() =>
        new(Title, Situation, [.. _countries.Select(c => c.Code)], Kind, SourceOfAuthority, Classification, new AppointingAuthority(Organ, Persons), Language, Translations,
            InSituation?.ToString(), Means, EntryPoint);

    public StateChange Advance(ProcessState? to, string? reason, Signature by, DateTime now)
    {
        var check = new Violations();
        var wished = check.Required(to, "to");
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (wished == State || !ProcessStates.MayPass(State, wished, SuspendedFrom))
        {
            throw Fail.Because(DesignationReasons.TransitionNotAllowed, $"A process does not pass from {State} to {wished}.", ("state", ProcessAnswers.Text(State)));
        }

        if (wished.RequiresLead() && Lead is null)
        {
            throw Fail.Because(DesignationReasons.LeadRequired, $"{wished} requires a lead; designate one first.", ("state", ProcessAnswers.Text(State)));
        }

        var change = new StateChange(Id, State, wished, why, by, now);
        SuspendedFrom = wished == ProcessState.Suspended ? State : null;
        State = wished;
        UpdateTime = now;
        return change;
    }

    /// <summary>Refuses where the process takes no new claims, roles or leads.</summary>
    public void RequireOpen()
    {
        if (State == ProcessState.Closed)
        {
            throw Fail.Because(DesignationReasons.ProcessClosed, "The process is closed.");
        }
    }

    /// <summary>Refuses a person who does not act for the appointing authority of this process.</summary>
    public void RequireAuthority(Caller caller)
    {
        if (!Persons.Contains(caller.Subject))
        {
            throw Fail.Because(DesignationReasons.NotAppointingAuthority, "You are not named as appointing authority of this process.");
        }
    }

    /// <summary>Another person acts for the appointing authority; one who did already does so once.</summary>
    /// <returns>What changed; null where the process does not name this account.</returns>
    public PersonChange? HandOver(string from, string to, DateTime now)
    {
        if (!Persons.Contains(from))
        {
            return null;
        }

        Persons = [.. Persons.Select(p => p == from ? to : p).Distinct()];
        UpdateTime = now;
        return new PersonChange(Id, PersonPlace.AppointingAuthority, Id.ToString(), from, to, now);
    }

    /// <summary>The register's own step; nothing else moves the epoch.</summary>
    internal void ChangeLead(LeadDesignationId? lead, DateTime at)
    {
        Lead = lead;
        LeadEpoch++;
        LeadChangeTime = at;
    }

    /// <summary>Of two corrections at once one is refused: each was checked against the history without the other.</summary>
    internal void CorrectHistory(DateTime now) => UpdateTime = Instant.After(UpdateTime, now);

    private void Restrict(Classification to, Caller caller, Violations check)
    {
        check.Check(caller.IsClearedFor(to), "classification", "Above your own clearance.");
        if (to == Classification.StrictlyConfidential && Classification != to)
        {
            check.Check(ResourceName.IsIn("accounts", caller.Subject), "classification", "A machine is named in no compartment; a person puts a process under Strictly Confidential.");
            check.Check(caller.ActsFor is null, "classification", "Act for yourself: who puts a process under Strictly Confidential keeps its compartment, and nobody does that for another.");
            RestrictedBy = caller.Subject;
        }
        else if (to != Classification.StrictlyConfidential)
        {
            RestrictedBy = null;
        }

        Classification = to;
    }

    internal static IReadOnlyList<string> CheckPersons(IReadOnlyList<string>? persons, Violations check)
    {
        IReadOnlyList<string> named = [.. (persons ?? []).Distinct()];
        check.Check(named.Count <= 20, "appointingAuthority.persons", "At most 20 persons.");
        check.Check(named.All(p => ResourceName.IsIn("accounts", p)), "appointingAuthority.persons", "Expected the form accounts/{uuid}.");
        return named;
    }

    private void Set(ProcessFields fields, Caller caller, DateTime now)
    {
        var check = new Violations();
        Title = check.Text(fields.Title, "title", 200);
        Situation = check.Text(fields.Situation, "situation", 4000);
        Language = check.Language(fields.Language ?? RecordLanguage.Unsaid, "language");
        Translations = ProcessTranslation.Check(fields.Translations, Language, check);
        Kind = check.Required(fields.Kind, "kind");
        SourceOfAuthority = check.Required(fields.SourceOfAuthority, "sourceOfAuthority");
        Restrict(check.Required(fields.Classification, "classification"), caller, check);
        Organ = check.Text(fields.AppointingAuthority?.Organ, "appointingAuthority.organ", 200);
        Persons = CheckPersons(fields.AppointingAuthority?.Persons, check);
        var codes = (fields.Countries ?? []).ToHashSet();
        check.Check(codes.Count is > 0 and <= 50 && codes.All(ProcessCountry.IsCode), "countries", "1 to 50 ISO 3166-1 alpha-3 codes.");
        Means = MeansOfSettlements.Check(fields.Means, check);
        EntryPoint = EntryPoint.Check(fields.EntryPoint, check);
        InSituation = ResourceName.TryParse<SituationId>(fields.SituationName, out var situation) ? situation : null;
        check.Check(fields.SituationName is null || InSituation is not null, "situationName", "No such situation.");
        check.ThrowIfAny();
        _countries.RemoveAll(c => !codes.Contains(c.Code));
        _countries.AddRange(codes.Where(c => _countries.All(known => known.Code != c)).Order(StringComparer.Ordinal).Select(c => new ProcessCountry(c)));
        UpdateTime = now; // a changed list alone would not mark the row as changed, and its version would stay
    }
}

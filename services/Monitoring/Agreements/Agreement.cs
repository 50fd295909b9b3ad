using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Texts;

namespace Concord.Monitoring.Agreements;

/// <summary>What a new agreement is made of; the same whether a person sends it or it is imported.</summary>
internal sealed record NewAgreement
{
    /// <summary>Official title; 1 to 300 characters.</summary>
    public string? Title { get; init; }

    /// <summary>As people call it; 1 to 60 characters.</summary>
    public string? ShortTitle { get; init; }
    public DateOnly? SignedOn { get; init; }
    public string? Place { get; init; }

    /// <summary>Resource name of the process that led to it.</summary>
    public string? Process { get; init; }

    /// <summary>Number in the PA-X database of peace agreements.</summary>
    public int? PaxId { get; init; }
    public Classification? Classification { get; init; }

    /// <summary>The language that its texts and those of its parts are recorded in: the original. English where absent.</summary>
    public string? Language { get; init; }

    /// <summary>Shown wherever the agreement is: who coded it from what, and what it is not.</summary>
    public string? Notice { get; init; }

    /// <summary>Where the text and the reports come from.</summary>
    public string? Source { get; init; }
    public IReadOnlyList<NewParty>? Parties { get; init; }
    public IReadOnlyList<NewChapter>? Chapters { get; init; }
    public IReadOnlyList<NewAnchor>? Anchors { get; init; }
}

/// <summary>A signed agreement whose implementation is followed: its parties, chapters and the dates its deadlines are counted from.</summary>
internal sealed class Agreement : IVersioned, IListed<AgreementId>, IClassifiedRecord
{
    public const int MaxParts = 200;
    private readonly List<Party> _parties = [];
    private readonly List<Chapter> _chapters = [];
    private readonly List<Anchor> _anchors = [];

    private Agreement() { } // EF

    public AgreementId Id { get; private init; }
    public string RecordName => Id.ToString();
    public string Title { get; private init; } = "";
    public string ShortTitle { get; private init; } = "";
    public DateOnly SignedOn { get; private init; }
    public string? Place { get; private init; }
    public string Process { get; private init; } = "";

    /// <summary>Classification of the process as told when the agreement was recorded; the lead is shown only within it (R48).</summary>
    public Classification ProcessClassification { get; private set; }
    public int? PaxId { get; private init; }
    public Classification Classification { get; private init; }

    /// <summary>Of its texts and those of its parts as they were recorded.</summary>
    public string Language { get; private init; } = "";
    public string? Notice { get; private init; }
    public string? Source { get; private init; }
    public DateTime CreateTime { get; private init; }

    /// <summary>Grows with each change of a date or of what waits for what: two changes of the graph at one moment cannot both win.</summary>
    public int GraphRevision { get; private set; }
    public long Version { get; set; }
    public IReadOnlyList<Party> Parties => _parties;
    public IReadOnlyList<Chapter> Chapters => _chapters;
    public IReadOnlyList<Anchor> Anchors => _anchors;

    public static Agreement Record(AgreementId id, NewAgreement made, Classification processClassification, Classification clearance, DateTime now)
    {
        var check = new Violations();
        var agreement = new Agreement
        {
            Id = id,
            Title = check.Text(made.Title, "title", 300),
            ShortTitle = check.Text(made.ShortTitle, "shortTitle", 60),
            SignedOn = check.Day(made.SignedOn, "signedOn"),
            Place = check.OptionalText(made.Place, "place", 200),
            Process = made.Process ?? "",
            ProcessClassification = processClassification,
            PaxId = made.PaxId,
            Classification = check.Required(made.Classification, "classification"),
            Language = check.Language(made.Language ?? RecordLanguage.Unsaid, "language"),
            Notice = check.OptionalText(made.Notice, "notice", 500),
            Source = check.OptionalText(made.Source, "source", 500),
            CreateTime = now,
        };
        check.Check(ResourceName.IsIn("processes", made.Process), "process", "Expected the form processes/{uuid}.");
        check.Check(made.SignedOn is null || made.SignedOn <= DateOnly.FromDateTime(now), "signedOn", "Lies in the future; only a signed agreement is followed.");
        check.Check(made.PaxId is null or > 0, "paxId", "Must be positive.");
        check.Check(agreement.Classification <= clearance, "classification", "Above your own clearance.");
        Fill(made.Parties, "parties", agreement._parties, (p, i) => Party.Of(id, p, i, check), p => p.Key, check, required: true);
        Fill(made.Chapters, "chapters", agreement._chapters, (c, i) => Chapter.Of(id, c, i, check), c => $"{c.Number}", check, required: true);
        Fill(made.Anchors, "anchors", agreement._anchors, (a, i) => Anchor.Of(id, a, i, check), a => a.Key, check, required: false);
        check.ThrowIfAny();
        return agreement;
    }

    /// <summary>The process is Strictly Confidential now.</summary>
    public void HideProcess() => ProcessClassification = Classification.StrictlyConfidential;

    public Party? PartyOf(string? key) => _parties.Find(p => p.Key == key);

    public Anchor? AnchorOf(string? key) => _anchors.Find(a => a.Key == key);

    /// <summary>Whether the organization speaks for one of these parties.</summary>
    public bool Speaks(string? organization, IReadOnlyList<string> parties) =>
        organization is not null && _parties.Exists(p => p.Organization == organization && parties.Contains(p.Key));

    /// <summary>Moves an anchor; the baseline and every earlier date stay (R93).</summary>
    public void MoveAnchor(string? key, DateOnly? newDate, DateOnly? decidedOn, string? reason, string? report, int? segment, Person by, DateTime now)
    {
        var check = new Violations();
        var anchor = check.Key(key, "anchor");
        var date = check.Day(newDate, "newDate");
        var decided = check.Day(decidedOn, "decidedOn");
        check.Check(decided <= DateOnly.FromDateTime(now), "decidedOn", "Lies in the future.");
        var why = check.Text(reason, "reason", 500);
        var source = check.OptionalText(report, "report", 200);
        check.Check(segment is null or >= 0, "segment", "Must not be negative.");
        check.ThrowIfAny();
        Known(anchor).Move(date, decided, why, source, segment, by, now);
        ChangeGraph();
    }

    /// <summary>Records that an anchor's moment has come; from then on its date is what happened.</summary>
    public void RecordAnchor(string? key, DateOnly? occurredOn, string? report, int? segment, DateTime now)
    {
        var check = new Violations();
        var anchor = check.Key(key, "anchor");
        var on = check.Day(occurredOn, "occurredOn");
        check.Check(on <= DateOnly.FromDateTime(now), "occurredOn", "Lies in the future.");
        var source = check.OptionalText(report, "report", 200);
        check.Check(segment is null or >= 0, "segment", "Must not be negative.");
        check.ThrowIfAny();
        Known(anchor).Occur(on, source, segment);
        ChangeGraph();
    }

    /// <summary>Called by every change of what waits for what.</summary>
    public void ChangeGraph() => GraphRevision++;

    private Anchor Known(string key) =>
        AnchorOf(key) ?? throw Fail.Because(MonitoringReasons.UnknownAnchor, $"{ShortTitle} has no anchor '{key}'.", ("anchor", key));

    private static void Fill<TNew, T>(IReadOnlyList<TNew?>? given, string field, List<T> into, Func<TNew, int, T> make, Func<T, string> keyOf, Violations check, bool required)
        where TNew : class
    {
        check.Check(!required || given is { Count: > 0 }, field, "Required.");
        check.Check(given is null or { Count: <= MaxParts }, field, $"At most {MaxParts} entries.");
        foreach (var (one, i) in (given ?? []).Take(MaxParts).Select((one, i) => (one, i)))
        {
            check.Check(one is not null, $"{field}[{i}]", "Required.");
            if (one is not null)
            {
                into.Add(make(one, i));
            }
        }

        foreach (var twice in into.GroupBy(keyOf).Where(g => g.Key.Length > 0 && g.Count() > 1))
        {
            check.Add(field, $"'{twice.Key}' comes twice.");
        }
    }
}

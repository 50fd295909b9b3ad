using Concord.Designation.Lead;
using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Measures;

/// <summary>What parties are offered (R59; S/2009/189 ¶27–28), and what others impose on them (R58, R153; ¶29, 34).</summary>
internal enum MeasureKind
{
    Recognition = 1,
    Assistance,
    Legitimacy,
    PledgingConference,
    OtherIncentive,
    CommoditySanctions,
    TravelBan,
    AssetFreeze,
    ArmsEmbargo,
    ExpertPanel,
    CertificationScheme,
    OtherDisincentive,
}

/// <summary>An incentive, or a measure of others.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Author">Resource name of the organization that offers or imposes it.</param>
/// <param name="Statement">What exactly; 1 to 4000 characters.</param>
/// <param name="Parties">Resource names of the parties it is about, and of an incentive those it was explored with; at most 30.</param>
/// <param name="JointlyExplored">Of an incentive: the parties explored it together with the mediation.</param>
/// <param name="From">Since when; of a listing the day of it.</param>
/// <param name="Until">Until when; of a listing the day of delisting. Absent while it lasts.</param>
/// <param name="Source">On what the entry rests; 1 to 1000 characters.</param>
internal sealed record RecordMeasure(
    MeasureKind? Kind, string? Author, string? Statement, IReadOnlyList<string>? Parties, bool? JointlyExplored, DateOnly? From, DateOnly? Until, string? Source);

/// <summary>An incentive, or what others impose: recorded as a fact, with who did it.</summary>
internal sealed class Measure : IVersioned, IListed<MeasureId>
{
    public const int MostParties = 30;

    private Measure() { } // EF

    public MeasureId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public MeasureKind Kind { get; private init; }

    /// <summary>Resource name of the organization.</summary>
    public string Author { get; private init; } = "";

    /// <summary>What it was called then.</summary>
    public string AuthorDisplayName { get; private init; } = "";

    [Personal]
    public string Statement { get; private init; } = "";

    /// <summary>Of this process.</summary>
    public IReadOnlyList<Guid> Parties { get; private init; } = [];
    public bool JointlyExplored { get; private init; }
    public DateOnly From { get; private init; }
    public DateOnly? Until { get; private set; }

    [Personal]
    public string Source { get; private init; } = "";
    public Signature By { get; private init; } = new(null, "");
    public Closing? End { get; private set; }

    /// <summary>It was recorded in error.</summary>
    public bool Retracted { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";
    public static bool IsIncentive(MeasureKind kind) => kind < MeasureKind.CommoditySanctions;

    /// <param name="process">That it concerns.</param>
    /// <param name="author">What partners answered of it.</param>
    /// <param name="leading">The organizations that lead now.</param>
    /// <param name="parties">Of the process.</param>
    /// <param name="request">What it is.</param>
    /// <param name="caller">Who records it.</param>
    /// <param name="now">UTC.</param>
    public static Measure Record(
        Process process, AskedOrganization author, IReadOnlyList<string> leading, IReadOnlyList<Party> parties, RecordMeasure request, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var kind = check.Required(request.Kind, "kind");
        check.Check(IsIncentive(kind) || request.JointlyExplored is null or false, "jointlyExplored", "Only of an incentive.");
        check.Check(request.JointlyExplored != true || parties.Count > 0, "parties", "Name the parties it was explored with.");
        var measure = new Measure
        {
            Id = MeasureId.New(),
            Process = process.Id,
            Kind = kind,
            Author = author.Name,
            AuthorDisplayName = author.DisplayName,
            Statement = check.Text(request.Statement, "statement", 4000),
            Parties = [.. parties.Select(p => p.Id.Value).Distinct()],
            JointlyExplored = request.JointlyExplored == true,
            From = check.PastDay(request.From, "from", now),
            Until = request.Until,
            Source = check.Text(request.Source, "source", 1000),
            By = Signature.Of(caller),
            CreateTime = now,
        };
        check.Check(measure.Until is null || measure.Until >= measure.From, "until", "Not before the first day.");
        check.ThrowIfAny();
        RequireAnotherAuthor(kind, author, leading);
        return measure;
    }

    /// <summary>It ended on a day, of a listing by delisting; or, without one, it was recorded in error.</summary>
    public void Close(DateOnly? until, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        check.Check(until is null || until >= From, "until", "Not before the first day.");
        check.ThrowIfAny();
        End = Closing.Of(End, reason, caller, now);
        (Until, Retracted) = (until ?? Until, until is null);
    }

    // An organ that may impose them, such as the Security Council, is an organization of its own among the partners: what it does is not what its mediators do (¶29).
    private static void RequireAnotherAuthor(MeasureKind kind, AskedOrganization author, IReadOnlyList<string> leading)
    {
        if (!IsIncentive(kind) && (leading.Contains(author.Name) || author.Kind == "UNITED_NATIONS"))
        {
            throw Fail.Because(DesignationReasons.MediationImposesNothing, $"{author.DisplayName} mediates, and does not itself employ disincentives; name the organ or actor that imposed it.", ("author", author.Name));
        }
    }
}

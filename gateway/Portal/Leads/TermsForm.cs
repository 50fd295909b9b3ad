using Concord.Platform.Texts;
using Concord.Portal.Access;
using Concord.Portal.Api;
using Concord.Portal.Claims;
using Concord.Portal.Talks;
using Concord.Portal.Texts;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Leads;

/// <summary>What a form about who is to lead holds in lists: organizations to choose from, candidates compared and mediators named. Rows that are left empty are not sent.</summary>
public sealed class TermsForm
{
    public const int FewestCandidates = 3;
    public const int MostCandidates = 12; // as the API takes them
    public const int FewestMediators = 2;
    public const int MostMediators = 6;
    public static readonly string[] Models = ["LEAD_WITH_SUPPORT", "JOINT_MEDIATION", "CO_MEDIATION"];
    private readonly Speech _say;

    private TermsForm(Speech say, OrganizationChoices choices, IReadOnlyList<ComparedCandidate> compared, IFormCollection? form)
    {
        (_say, Choices, Holder) = (say, choices, form.Typed("organizations"));
        Partners = form is null ? [] : [.. form["partners"].OfType<string>()];
        var claims = compared.Where(c => c.Claim is not null).Select(c => new CandidateRow(c.Organization, c.Advantages, c.Disadvantages)).ToList();
        Candidates = form is not null
            ? [.. form.Rows("candidates", "organization", MostCandidates).Select(i => new CandidateRow(form.Typed(At("candidates", i, "organization")), form.Typed(At("candidates", i, "advantages")), form.Typed(At("candidates", i, "disadvantages"))))]
            : [.. claims.Concat(Enumerable.Repeat(new CandidateRow(null, null, null), MostCandidates)).Take(Math.Clamp(claims.Count + 1, FewestCandidates, MostCandidates))];
        Mediators = form is not null
            ? [.. form.Rows("mediators", "profile", MostMediators).Select(i => new MediatorRow(form.Typed(At("mediators", i, "profile")), form.Typed(At("mediators", i, "organization"))))]
            : [.. Enumerable.Repeat(new MediatorRow(null, null), FewestMediators)];
    }

    internal OrganizationChoices Choices { get; }

    public string? Holder { get; }

    /// <summary>With whom the holder leads jointly.</summary>
    public IReadOnlyList<string> Partners { get; }

    public IReadOnlyList<CandidateRow> Candidates { get; }

    public IReadOnlyList<MediatorRow> Mediators { get; }

    /// <summary>Whether somebody stands in it beside the holder.</summary>
    public bool NamesOthers => Partners.Count > 0 || Mediators.Any(m => !m.IsEmpty);

    public IEnumerable<KeyValuePair<string, string>> Labels =>
    [
        new("organizations", _say["leadTerms.organizations"]),
        .. Candidates.SelectMany((_, i) => new[] { Label("candidates", i, "organization", "noLead.organization"), Label("candidates", i, "advantages", "leadTerms.advantages"), Label("candidates", i, "disadvantages", "leadTerms.disadvantages") }),
        .. Mediators.SelectMany((_, i) => new[] { Label("mediators", i, "profile", "leadTerms.mediator"), Label("mediators", i, "organization", "leadTerms.appointedBy") }),
    ];

    /// <param name="api">In the name of the reader.</param>
    /// <param name="say">The reader's language.</param>
    /// <param name="process">Number of the process.</param>
    /// <param name="form">What was typed; null before, and the claims then stand in the rows of the candidates.</param>
    public static async Task<TermsForm> ReadAsync(PlatformApi api, Speech say, Guid process, IFormCollection? form)
    {
        var (choices, compared) = (api.CandidatesAsync(say), api.FindAsync<Compared>($"processes/{process}/comparison"));
        return new TermsForm(say, await choices, (await compared)?.Candidates ?? [], form);
    }

    public static string At(string list, int row, string of) => Rows.Field(list, row, of);

    /// <summary>As the request takes it.</summary>
    /// <param name="typed">What was typed into the other fields.</param>
    /// <param name="until">Until when an interim lead is to last.</param>
    public Dictionary<string, object?> Terms(IReadOnlyDictionary<string, object?> typed, DateTime? until) => new()
    {
        ["organizations"] = new[] { Holder }.Concat(Partners).OfType<string>().Distinct().ToList(),
        ["displayName"] = typed["displayName"],
        ["model"] = typed["model"],
        ["mediators"] = Mediators.Where(m => !m.IsEmpty).Select(m => new { profile = ProcessNumber.In(m.Profile) is { } number ? $"profiles/{number}" : m.Profile, organization = m.Organization }).ToList(),
        ["workingArrangement"] = typed["workingArrangement"],
        ["candidates"] = Candidates.Where(c => !c.IsEmpty).Select(c => new { organization = c.Organization, advantages = c.Advantages, disadvantages = c.Disadvantages }).ToList(),
        ["singleCandidateReason"] = typed["singleCandidateReason"],
        ["reason"] = typed["reason"],
        ["headquartersCoordination"] = typed["headquartersCoordination"],
        ["interim"] = until is null && typed["interim.reason"] is null ? null : new { untilTime = until, reason = typed["interim.reason"] },
    };

    /// <summary>The refusal at the fields that it is about: what does not fit together the service tells in one sentence.</summary>
    public Problem Told(Problem problem) => problem is { Reason: "MODEL_CONSTRAINT" or "COMPARISON_REQUIRED", Detail: { } why }
        ? problem with { Errors = new Dictionary<string, string[]> { [FieldOf(why)] = [why] } }
        : problem.Inside("lead.").AtRowsOf("candidates", Sent(Candidates.Select(c => c.IsEmpty))).AtRowsOf("mediators", Sent(Mediators.Select(m => m.IsEmpty)));

    private static string FieldOf(string why) => why switch
    {
        "A joint mediation requires terms of how the headquarters coordinate." => "headquartersCoordination",
        "A co-mediation requires terms of how the mediators work together." => "workingArrangement",
        "A joint mediation has one mediator, who represents all." or "In a co-mediation two or more mediators are named, each by another organization." or "Name each mediator once." => At("mediators", 0, "profile"),
        "Compare at least two candidates, or give the reason for one." => "singleCandidateReason",
        _ => "organizations",
    };

    private static List<int> Sent(IEnumerable<bool> empty) => [.. empty.Index().Where(row => !row.Item).Select(row => row.Index)];

    private KeyValuePair<string, string> Label(string list, int row, string of, string key) => new(At(list, row, of), _say.With(key, ("number", row + 1)));
}

public sealed record CandidateRow(string? Organization, string? Advantages, string? Disadvantages)
{
    public bool IsEmpty => (Organization ?? Advantages ?? Disadvantages) is null;
}

public sealed record MediatorRow(string? Profile, string? Organization)
{
    public bool IsEmpty => (Profile ?? Organization) is null;
}

internal static class TypedRows
{
    public static string? Typed(this IFormCollection? form, string field) => form?[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Numbers of the rows that a form has, whatever stands in them.</summary>
    public static IEnumerable<int> Rows(this IFormCollection form, string list, string of, int most) => Enumerable.Range(0, most).TakeWhile(i => form.ContainsKey(Talks.Rows.Field(list, i, of)));
}

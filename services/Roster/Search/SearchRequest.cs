using System.Text.Json;
using System.Text.Json.Serialization;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Names;

namespace Concord.Roster.Search;

/// <summary>A language that is needed.</summary>
/// <param name="Code">ISO 639.</param>
/// <param name="MinimumLevel">BASIC where absent.</param>
internal sealed record LanguageWish(string? Code, LanguageLevel? MinimumLevel)
{
    public LanguageSkill ToSkill() => new(Code!, MinimumLevel ?? LanguageLevel.Basic);
}

/// <summary>Knowledge that is needed.</summary>
/// <param name="Area">The theme (R4).</param>
/// <param name="MinimumLevel">FAMILIAR where absent.</param>
internal sealed record ExpertiseWish(ExpertiseArea? Area, ExpertiseLevel? MinimumLevel)
{
    public ExpertiseSkill ToSkill() => new(Area!.Value, MinimumLevel ?? ExpertiseLevel.Familiar);
}

/// <summary>Days on every one of which the person must be able to work.</summary>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day, included.</param>
/// <param name="Mode">Who can travel also matches REMOTE.</param>
internal sealed record AvailabilityWish(DateOnly? StartDate, DateOnly? EndDate, DeploymentMode? Mode)
{
    public AvailabilityNeed Checked(Violations check)
    {
        var (start, end) = (check.Required(StartDate, "availability.startDate"), check.Required(EndDate, "availability.endDate"));
        check.Check(start <= end, "availability.endDate", "Not before startDate.");
        check.Check(end.DayNumber - start.DayNumber < AvailabilityWindow.MaxDays, "availability.endDate", $"At most {AvailabilityWindow.MaxDays} days.");
        return new AvailabilityNeed(new DaySpan(start.DayNumber, end.DayNumber), check.Required(Mode, "availability.mode"));
    }
}

/// <summary>Whom to find (R27). Every field that is given must hold; what is absent does not matter.</summary>
/// <param name="Languages">All of them.</param>
/// <param name="Expertise">All of them.</param>
/// <param name="Regions">Experience in any of them, or anywhere within: M49 codes.</param>
/// <param name="Countries">Experience in any of them: ISO 3166-1 alpha-3 codes.</param>
/// <param name="Genders">Any of them.</param>
/// <param name="SeniorityLevels">Any of them.</param>
/// <param name="Availability">On all of these days.</param>
/// <param name="ExcludedNationalities">None of them, such as the parties and their neighbours; who has declared an interest there is found with a flag (R16).</param>
/// <param name="Text">Beginnings of words of the name, without regard to case and accents, or whole words as another language or script writes them, or with a slip of the finger.</param>
/// <param name="Functions">Does all of them in a team (R5).</param>
/// <param name="TrainedIn">Has had a training of each kind.</param>
/// <param name="MaximumNoticeDays">Can be sent within so many days, 0 to 365; who has not said so is not found.</param>
/// <param name="ConflictCountries">Countries of the parties and their neighbours: who has a nationality or a declared interest there is found with a flag that says why (R16).</param>
/// <param name="ExcludeConflicted">Leaves out whoever would be flagged.</param>
/// <param name="PageSize">1 to 500; 50 where absent.</param>
/// <param name="PageToken">The nextPageToken of the page before.</param>
/// <param name="Acceptability">How the parties of a process take the person as mediator.</param>
internal sealed record SearchRequest(
    IReadOnlyList<LanguageWish>? Languages, IReadOnlyList<ExpertiseWish>? Expertise, IReadOnlyList<string>? Regions, IReadOnlyList<string>? Countries,
    IReadOnlyList<Gender>? Genders, IReadOnlyList<SeniorityLevel>? SeniorityLevels, AvailabilityWish? Availability,
    IReadOnlyList<string>? ExcludedNationalities, string? Text, IReadOnlyList<TeamFunction>? Functions = null, IReadOnlyList<TrainingSubject>? TrainedIn = null,
    int? MaximumNoticeDays = null, IReadOnlyList<string>? ConflictCountries = null, bool? ExcludeConflicted = null, int? PageSize = null, string? PageToken = null,
    AcceptabilityWish? Acceptability = null)
{
    /// <summary>The query proper, checked; every wrong field is named.</summary>
    public SearchQuery ToQuery(Atlas atlas)
    {
        var check = new Violations();
        check.WishedLanguages(Languages, atlas);
        check.WishedExpertise(Expertise);
        check.Wished(Regions, "regions", code => code is not null && atlas.IsRegion(code));
        check.Wished(Countries, "countries", code => code is not null && atlas.IsCountry(code));
        check.Wished(Genders, "genders", _ => true);
        check.Wished(SeniorityLevels, "seniorityLevels", _ => true);
        check.Wished(Functions, "functions", _ => true);
        check.Wished(TrainedIn, "trainedIn", _ => true);
        check.Check(MaximumNoticeDays is not (< 0 or > Deployability.LongestNotice), "maximumNoticeDays", $"From 0 to {Deployability.LongestNotice}.");
        check.Wished(ExcludedNationalities, "excludedNationalities", code => code is not null && atlas.IsCountry(code));
        check.Wished(ConflictCountries, "conflictCountries", code => code is not null && atlas.IsCountry(code));
        var need = Availability?.Checked(check);
        var acceptability = Acceptability?.Checked(check);
        var text = check.OptionalText(Text, "text", 200);
        check.ThrowIfAny();
        return new SearchQuery(
            [.. (Languages ?? []).Select(w => w.ToSkill())],
            [.. (Expertise ?? []).Select(w => w.ToSkill())],
            [.. Regions ?? []], [.. Countries ?? []], [.. Genders ?? []], [.. SeniorityLevels ?? []],
            need,
            [.. ExcludedNationalities ?? []],
            text is null ? [] : WordsOf(text))
        {
            Functions = [.. Functions ?? []],
            TrainedIn = [.. TrainedIn ?? []],
            MaximumNoticeDays = MaximumNoticeDays,
            ConflictCountries = [.. ConflictCountries ?? []],
            ExcludeConflicted = ExcludeConflicted ?? false,
            Acceptability = acceptability,
        };
    }

    // A text without a letter or digit is in nobody's name; no words at all would find everybody.
    private static string[] WordsOf(string text) => NameWord.In(text).ConvertAll(w => w.Text).Distinct().ToArray() is { Length: > 0 } words ? words : [text];
}

/// <summary>Days and mode of work that are needed.</summary>
internal sealed record AvailabilityNeed(DaySpan Days, DeploymentMode Mode);

/// <summary>A checked query: levels are minimums.</summary>
internal sealed record SearchQuery(
    LanguageSkill[] Languages, ExpertiseSkill[] Expertise, string[] Regions, string[] Countries, Gender[] Genders, SeniorityLevel[] SeniorityLevels,
    AvailabilityNeed? Availability, string[] ExcludedNationalities, string[] Words)
{
    /// <summary>Who can be found at all.</summary>
    [JsonIgnore]
    public static SearchQuery Everybody { get; } = new([], [], [], [], [], [], null, [], []);

    public TeamFunction[] Functions { get; init; } = [];

    public TrainingSubject[] TrainedIn { get; init; } = [];

    public int? MaximumNoticeDays { get; init; }

    public string[] ConflictCountries { get; init; } = [];

    public bool ExcludeConflicted { get; init; }

    /// <summary>Is answered by what parties have said, and not by the index: whoever searches by it reads that first.</summary>
    public AcceptabilityNeed? Acceptability { get; init; }

    /// <summary>The same for queries that ask the same.</summary>
    [JsonIgnore]
    public string Text => JsonSerializer.Serialize(this, ConcordJson.Options);

    /// <summary>The words of a name that are looked for.</summary>
    [JsonIgnore]
    public List<NameWord> Typed => NameWord.In(string.Join(' ', Words));

    /// <summary>Where a nationality or a declared interest is a conflict.</summary>
    [JsonIgnore]
    public IEnumerable<string> FlaggedCountries => ConflictCountries.Union(ExcludedNationalities);
}

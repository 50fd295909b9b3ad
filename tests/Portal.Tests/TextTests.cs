using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Concord.Identity;
using Concord.Platform.Texts;
using Concord.Portal.Texts;
using Concord.Support;

namespace Concord.Portal.Tests;

/// <summary>What pages say is said in all six languages, with the same gaps and every plural form; nothing is asked for that is nowhere said.</summary>
public sealed partial class TextTests
{
    /// <summary>Folders of those who bring pages, and the assemblies that their texts are built into.</summary>
    private static readonly Dictionary<string, Assembly> Speakers = new() { ["gateway/Portal"] = typeof(PortalTexts).Assembly, ["services/Identity"] = typeof(IdentityModule).Assembly };

    public static TheoryData<string> Folders => [.. Speakers.Keys];

    public static TheoryData<string, string> Said => [.. Speakers.Keys.SelectMany(_ => Language.All, (folder, language) => (folder, language.Tag))];

    [Theory]
    [MemberData(nameof(Said))]
    public void Each_language_says_everything_and_nothing_else(string folder, string language)
    {
        var own = TextsOf(folder, language);
        Assert.Equal(TextsOf(folder, "en").Keys.Order(StringComparer.Ordinal), own.Keys.Order(StringComparer.Ordinal));
        Assert.Empty(own.Where(t => Forms(t.Value).Any(f => string.IsNullOrWhiteSpace(f.Text))).Select(t => t.Key));
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void A_text_has_the_gaps_of_the_english_one_and_the_forms_its_language_needs(string folder, string language)
    {
        List<string> faults = [];
        foreach (var (key, english) in TextsOf(folder, "en"))
        {
            if (!TextsOf(folder, language).TryGetValue(key, out var own))
            {
                continue; // the test before names it
            }

            if (english.ValueKind == JsonValueKind.Object)
            {
                if (!own.EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal).SequenceEqual(Plural.FormsOf(language).Order(StringComparer.Ordinal)))
                {
                    faults.Add($"{key}: forms");
                }
            }

            // A form for one or two may say the number as a word.
            if (Forms(own).Any(f => !Gaps(f.Text).Where(g => g != "{count}").SequenceEqual(Gaps(Forms(english)[^1].Text).Where(g => g != "{count}"))))
            {
                faults.Add($"{key}: gaps");
            }
        }

        Assert.Empty(faults);
    }

    [Theory]
    [MemberData(nameof(Said))]
    public void A_language_in_a_script_of_its_own_holds_no_english_sentence(string folder, string language) => Assert.Empty(TextsOf(folder, language)
        .Where(t => language is "ar" or "zh" or "ru" && Forms(t.Value).Any(f => LatinWord().Matches(f.Text).Any(w => !Names.Contains(w.Value)))).Select(t => $"{t.Key}: {t.Value}"));

    /// <summary>Who steers by voice says what is to be seen (WCAG 2.5.3): what is said of one of several holds what stands on its button, in one piece.</summary>
    [Theory]
    [MemberData(nameof(Said))]
    public void A_button_that_stands_for_one_of_several_is_called_by_what_it_shows(string folder, string language)
    {
        var own = TextsOf(folder, language);
        var pairs = own.Where(t => t.Key.EndsWith(One, StringComparison.Ordinal) && own.ContainsKey(t.Key[..^One.Length])).ToList();
        Assert.NotEmpty(pairs);
        Assert.DoesNotContain(pairs, p => !p.Value.GetString()!.Contains(own[p.Key[..^One.Length]].GetString()!, StringComparison.CurrentCultureIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_text_that_a_page_asks_for_is_there(string folder)
    {
        var asked = Directory.EnumerateFiles(Repository.PathOf(folder), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(f => Asked().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();
        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, k => !TextsOf(folder, "en").ContainsKey(k));
    }

    [Fact]
    public void Every_value_that_the_api_names_and_pages_show_has_a_word()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("contracts", "openapi", "v1.json")));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var missing = Kinds.SelectMany(k => k.Schema.Split('/').Aggregate(schemas, (at, part) => at.GetProperty(part)).GetProperty("enum").EnumerateArray().Select(v => $"{k.Kind}.{v.GetString()}")).Where(k => !PortalTexts.Has(k));
        Assert.Empty(missing);
    }

    /// <summary>Kinds of words by the schema, or the path in one, that lists their values.</summary>
    private static readonly (string Kind, string Schema)[] Kinds =
    [
        ("authority", "SourceOfAuthority"), ("claimState", "ClaimState"), ("classification", "Classification"), ("consentForm", "ConsentForm"), ("model", "PartnershipModel"), ("party", "PartyKind"),
        ("processKind", "ProcessKind"), ("processState", "ProcessState"), ("support", "SupportKind"),
        ("availability", "AvailabilityKind"), ("expertise", "ExpertiseArea"), ("expertiseLevel", "ExpertiseLevel"), ("gender", "Gender"), ("languageLevel", "LanguageLevel"),
        ("frameworkState", "FrameworkState"), ("talksStructure", "FrameworkContent/properties/structureKind"), ("articleState", "ArticleState"), ("articleChange", "ArticleChange"), ("inclusionGroup", "InclusionGroup"), ("inclusionMode", "InclusionMode"), ("inclusionStage", "InclusionStage"), ("inclusionStatus", "InclusionStatus"),
        ("profileState", "ProfileState"), ("mailState", "MailState"), ("handed", "HandedKind"), ("because", "LeftBecause"), ("seniority", "SeniorityLevel"), ("area", "ImplementationArea"), ("milestoneState", "MilestoneState"), ("condition", "MilestoneAnswer/properties/conditions/items"), ("priority", "ProvisionPriority"),
        ("actorKind", "ProcessPartyKind"), ("standing", "TableStanding"), ("statementForm", "StatementForm"), ("means", "MeansOfSettlement"), ("attemptBy", "AttemptBy"), ("attemptOutcome", "AttemptOutcome"), ("ripeness", "RipenessKind"), ("direction", "RipenessDirection"),
        ("mediationEntry", "MediationEntry"), ("requestForm", "RequestForm"), ("requestState", "MediatorRequestState"), ("endorsingOrgan", "EndorsingOrgan"), ("endorsementState", "EndorsementState"), ("mandateStanding", "MandateStanding"), ("partyPosition", "PartyPosition"), ("partyPosition", "PartyWord"), ("acceptability", "AcceptabilityWanted"),
        ("regionalLink", "RegionalLinkKind"), ("spoilerPosition", "SpoilerPosition"), ("spoilerSeat", "SpoilerSeat"), ("motive", "SpoilerAnswer/properties/motives/items"), ("backing", "Backer/properties/kinds/items"), ("strategy", "SpoilerStrategy"), ("measure", "MeasureKind"), ("actorFact", "ActorFactKind"), ("partyRelation", "PartyRelation"), ("fundamental", "Fundamental"),
        ("proposalKind", "ProposalKind"), ("proposalState", "ProposalState"), ("advanceNeed", "ProcessState"), ("entryKind", "EntryKind"),
        ("consentSoFar", "ConsentSoFar"), ("informalKind", "InformalTrackKind"), ("assemblyKind", "AssemblyTextKind"), ("trainingKind", "TrainingKind"),
        ("standbyState", "StandbyState"), ("availabilityState", "AvailabilityState"), ("workMode", "DeploymentMode"), ("requesterKind", "RequesterKind"), ("standbyTask", "StandbyAnswer/properties/tasks/items"), ("supportPart", "StandbyAnswer/properties/missing/items"), ("deploymentState", "DeploymentState"), ("clearance", "ClearanceState"),
        ("briefing", "BriefingAnswer/properties/topics/items"), ("gap", "DeploymentReadiness/properties/gaps/items"), ("callOutcome", "CallOutcome"), ("checkIn", "CheckInKind"),
        ("supportRequester", "SupportRequester"), ("focalPointSystem", "FocalPointSystem"), ("supportUrgency", "SupportUrgency"), ("supportRequestKind", "SupportRequestKind"), ("supportRequestState", "SupportRequestState"), ("supportOutcome", "SupportOutcome"), ("supportUsefulness", "SupportUsefulness"),
        ("appointmentKind", "AppointmentKind"), ("slateState", "SlateState"), ("slateList", "SlateList"), ("criterionKind", "CriterionKind"), ("criterionResult", "CriterionResult"), ("findingBasis", "FindingBasis"), ("candidateStanding", "CandidateStanding"),
        ("assessed", "AssessedAttribute"), ("reviewFlag", "ReviewFlagKind"), ("assessmentState", "AttributeAssessmentState"), ("insiderKind", "InsiderKind"), ("insiderState", "InsiderState"), ("insiderConsent", "PersonalConsentForm"), ("trained", "SearchRequest/properties/trainedIn/items"), ("interest", "InterestKind"), ("knowledge", "KnowledgeKind"), ("reachedBy", "ProfileAnswer/properties/contactKinds/items"), ("consent", "ConsentScope"), ("flag", "ConflictGround"), ("function", "TeamRequest/properties/functions/items"), ("ineligible", "Ineligibility"), ("weakness", "CoveredPart/properties/weaknesses/items"), ("contactMaker", "ContactMaker"), ("talkFormat", "TalkFormat"), ("talkLevel", "TalkLevel"), ("talkRole", "TalkRole"),
    ];

    private const string One = "One";

    private static readonly HashSet<string> Names = ["Concord", "QR", "JavaScript", "PIN", "API", "UTC", "OpenAPI", "PA", "person", "count", "ST", "SGB"];

    private static IReadOnlyDictionary<string, JsonElement> TextsOf(string folder, string language) => Read.GetOrAdd((folder, language), static t => new TextFiles(Speakers[t.Folder]).Of(t.Language));

    private static readonly ConcurrentDictionary<(string Folder, string Language), IReadOnlyDictionary<string, JsonElement>> Read = new();

    private static List<(string Form, string Text)> Forms(JsonElement text) => text.ValueKind == JsonValueKind.Object
        ? [.. text.EnumerateObject().Select(f => (f.Name, f.Value.GetString()!))]
        : [("", text.GetString()!)];

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(m => m.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"(?<![\{\w])[A-Za-z]{2,}(?![\w\}])")]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"[Ss]ay(?:\[|\.(?:With|Count)\()""([\w.]+)""")]
    private static partial Regex Asked();
}

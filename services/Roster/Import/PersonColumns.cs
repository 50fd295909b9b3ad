namespace Concord.Roster.Import;

/// <summary>The columns of a table of people. Their names are those of the fields of the API, and those of an export; docs/people-export.md tells what each holds.</summary>
internal static class PersonColumns
{
    public const string Reference = "externalReference";
    public const string DisplayName = "displayName";
    public const string Gender = "gender";
    public const string SeniorityLevel = "seniorityLevel";
    public const string Nationalities = "nationalities";
    public const string Languages = "languages";
    public const string Expertise = "expertise";
    public const string Regions = "regions";
    public const string Countries = "countries";
    public const string Classification = "classification";
    public const string Functions = "functions";
    public const string NoticeDays = "noticeDays";
    public const string Modes = "modes";
    public const string StandbyUntil = "standbyUntil";
    public const string ConsentScope = "consentScope";
    public const string ConsentGivenDay = "consentGivenDay";
    public const string ConsentUntil = "consentUntil";
    public const string ConsentEvidence = "consentEvidence";

    public static readonly IReadOnlyList<string> Known =
    [
        Reference, DisplayName, Gender, SeniorityLevel, Nationalities, Languages, Expertise, Regions, Countries, Classification, Functions, NoticeDays, Modes, StandbyUntil,
        ConsentScope, ConsentGivenDay, ConsentUntil, ConsentEvidence,
    ];

    /// <summary>Column of an export that says who keeps the person. It is read for one thing alone: nobody enters another organization's people as the own.</summary>
    public const string Owner = "owner";

    /// <summary>Column of an export with the resource name of the person. Who has no reference is known again by it.</summary>
    public const string Profile = "profile";

    /// <summary>Between the parts of a cell that holds several.</summary>
    public const string BetweenParts = "; ";

    /// <summary>The column from which a field of a profile came; null for what no table holds.</summary>
    public static string? OfField(string field)
    {
        var last = field[(field.LastIndexOf('.') + 1)..];
        return field.Split('[', '.')[0] switch
        {
            "consents" => last switch { "givenDay" => ConsentGivenDay, "until" => ConsentUntil, "evidence" => ConsentEvidence, _ => ConsentScope },
            "deployability" => Known.Contains(last) ? last : null,
            var same => Known.Contains(same) ? same : null,
        };
    }
}

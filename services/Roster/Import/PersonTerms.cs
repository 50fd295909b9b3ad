using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concord.Contracts.Access;
using Concord.Platform.Http;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;

namespace Concord.Roster.Import;

/// <summary>What a row says of a person. What its table has no column for is not said, and stays as it is.</summary>
internal sealed record PersonTerms
{
    /// <summary>Null where the row names nobody who is there; not part of what it says of the person.</summary>
    [JsonIgnore]
    public ProfileId? Profile { get; init; }

    public string? Reference { get; init; }

    public string? DisplayName { get; init; }

    public Gender? Gender { get; init; }

    public SeniorityLevel? SeniorityLevel { get; init; }

    public IReadOnlyList<string> Nationalities { get; init; } = [];

    public IReadOnlyList<LanguageSkill> Languages { get; init; } = [];

    public IReadOnlyList<ExpertiseSkill> Expertise { get; init; } = [];

    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<string> Countries { get; init; } = [];

    public Classification? Classification { get; init; }

    public IReadOnlyList<TeamFunction> Functions { get; init; } = [];

    public int? NoticeDays { get; init; }

    public IReadOnlyList<DeploymentMode> Modes { get; init; } = [];

    public DateOnly? StandbyUntil { get; init; }

    public IReadOnlyList<ConsentTold> Consents { get; init; } = [];

    /// <summary>What stands there of a consent, also where it is none.</summary>
    [JsonIgnore]
    public ConsentTold? WrittenConsent { get; init; }

    /// <summary>Columns that the table has.</summary>
    public IReadOnlyList<string> Said { get; init; } = [];

    /// <summary>The same for rows that say the same, however they write it.</summary>
    [JsonIgnore]
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, ConcordJson.Options)));

    /// <summary>The fields of a person with what the row says of them.</summary>
    public ProfileEdit Over(ProfileEdit there) => there with
    {
        DisplayName = Says(PersonColumns.DisplayName) ? DisplayName : there.DisplayName,
        Gender = Says(PersonColumns.Gender) ? Gender : there.Gender,
        SeniorityLevel = Says(PersonColumns.SeniorityLevel) ? SeniorityLevel : there.SeniorityLevel,
        Nationalities = Says(PersonColumns.Nationalities) ? Nationalities : there.Nationalities,
        Languages = Says(PersonColumns.Languages) ? Languages : there.Languages,
        Expertise = Says(PersonColumns.Expertise) ? [.. Expertise.Select(e => new KnownExpertise(e.Area, e.Level, there.Expertise?.FirstOrDefault(k => k.Area == e.Area)?.Evidence))] : there.Expertise,
        Regions = Says(PersonColumns.Regions) ? Regions : there.Regions,
        Countries = Says(PersonColumns.Countries) ? Countries : there.Countries,
        Classification = Classification ?? there.Classification, // blank is no word on it
        Functions = Says(PersonColumns.Functions) ? Functions : there.Functions,
        Deployability = DeployabilityOver(there.Deployability),
    };

    private bool Says(string column) => Said.Contains(column);

    private Deployability? DeployabilityOver(Deployability? there)
    {
        var said = new Deployability(
            Says(PersonColumns.NoticeDays) ? NoticeDays : there?.NoticeDays, Says(PersonColumns.Modes) ? Modes : there?.Modes ?? [], Says(PersonColumns.StandbyUntil) ? StandbyUntil : there?.StandbyUntil);
        return said is { NoticeDays: null, Modes.Count: 0, StandbyUntil: null } ? null : said;
    }
}

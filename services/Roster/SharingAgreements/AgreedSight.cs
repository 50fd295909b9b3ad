using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Concord.Contracts.Access;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.SharingAgreements;

/// <summary>What one agreement opens to the caller's organization in this request: read from the store when the request begins, so that one which was withdrawn, or has run out, opens nothing at any replica.</summary>
/// <param name="Agreement">Its resource name.</param>
/// <param name="Owner">Resource name of the organization whose people they are.</param>
/// <param name="Day">Today.</param>
/// <param name="Levels">Any of them; everybody where empty, as with each of the next.</param>
/// <param name="Expertise">Any of them.</param>
/// <param name="Languages">Any of them.</param>
/// <param name="Regions">As agreed.</param>
/// <param name="Places">The same with whatever lies within.</param>
/// <param name="People">These and nobody else.</param>
/// <param name="Fields">What is shown of them.</param>
internal sealed record AgreedSight(
    string Agreement, string Owner, DateOnly Day, SeniorityLevel[] Levels, ExpertiseArea[] Expertise, string[] Languages, string[] Regions, string[] Places, Guid[] People, SharedFields[] Fields)
{
    /// <summary>The same as ids.</summary>
    [JsonIgnore]
    public IReadOnlyList<ProfileId> Named => [.. People.Select(ProfileId.From)];

    /// <summary>Whether it opens that person now: active, Confidential, one of the owner's, consenting to be shared, and within what was agreed.</summary>
    public bool Covers(Profile p) =>
        p.State == ProfileState.Active && p.Classification == Classification.Confidential && p.Owner == Owner && p.AllowsSharing(Day)
        && (Levels.Length == 0 || Levels.Contains(p.SeniorityLevel))
        && (Expertise.Length == 0 || p.Expertise.Any(e => Expertise.Contains(e.Area)))
        && (Languages.Length == 0 || p.Languages.Any(l => Languages.Contains(l.Code)))
        && (Regions.Length == 0 || p.Regions.Concat(p.Countries).Any(Places.Contains))
        && (People.Length == 0 || People.Contains(p.Id.Value));

    public string Write() => JsonSerializer.Serialize(this, ConcordJson.Options);

    public static AgreedSight Read(string written) => JsonSerializer.Deserialize<AgreedSight>(written, ConcordJson.Options)!;
}

internal static class AgreedSightsOfCaller
{
    // A request asks again with each person whom it shows.
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, IReadOnlyList<AgreedSight>> s_read = [];

    public static IReadOnlyList<AgreedSight> AgreedSights(this Caller caller) => s_read.GetValue(caller.Agreed, written => [.. written.Select(AgreedSight.Read)]);
}

using System.Text.Json.Serialization;
using Concord.Roster.Mediators;

namespace Concord.Roster.Acceptance;

/// <summary>How a party takes the person, by its last word that stands.</summary>
/// <param name="Party">Which party, as it was written last.</param>
/// <param name="Position">Accepts, objects, or was asked and is silent.</param>
/// <param name="On">The day on which it said so.</param>
internal sealed record PartyTake(string Party, PartyWord Position, DateOnly On)
{
    /// <summary>The entry that says so.</summary>
    [JsonIgnore]
    public PersonAcceptanceId Entry { get; init; }

    /// <summary>The last word of each party, by its name.</summary>
    public static IReadOnlyList<PartyTake> LastOf(IEnumerable<SaidOfPerson> said) =>
    [
        .. said.GroupBy(s => PartyKey.Of(s.Party)).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => g.OrderBy(s => s.On).ThenBy(s => s.CreateTime).ThenBy(s => s.Id.Value).Last())
            .Select(s => new PartyTake(s.Party, s.Position, s.On) { Entry = s.Id }),
    ];
}

/// <summary>One entry that stands.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Profile">Under which record it stands.</param>
/// <param name="Kept">The record that is kept in place of that; null where that is.</param>
/// <param name="Party">Which party.</param>
/// <param name="Position">How it takes the person.</param>
/// <param name="On">Its day.</param>
/// <param name="CreateTime">When it was recorded, UTC.</param>
internal sealed record SaidOfPerson(PersonAcceptanceId Id, ProfileId Profile, ProfileId? Kept, string Party, PartyWord Position, DateOnly On, DateTime CreateTime)
{
    public ProfileId Person => Kept ?? Profile;
}

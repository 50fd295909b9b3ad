namespace Concord.Portal.Contacts;

/// <summary>A line of the map: a third party and a party that met, and how often.</summary>
public sealed record Tie(string ThirdParty, string Party, int Contacts);

/// <summary>Who met whom how often: third parties in one column, parties in the other, those with most contacts first.</summary>
public sealed record ActorMap(IReadOnlyList<(string Key, string Called)> ThirdParties, IReadOnlyList<string> Parties, IReadOnlyList<Tie> Ties)
{
    /// <summary>More in a column are told by the table alone.</summary>
    public const int MostActors = 24;

    public static ActorMap Of(IEnumerable<Contact> contacts, Func<MetBy, string> called)
    {
        var pairs = (from contact in contacts from party in contact.Parties.Select(p => p.Label).Distinct() from third in contact.ThirdParties.DistinctBy(t => t.Key) select (Third: third, Party: party)).ToList();
        return new ActorMap(
            [.. pairs.GroupBy(p => p.Third.Key).OrderByDescending(g => g.Count()).Select(g => (g.Key, called(g.First().Third)))],
            [.. pairs.GroupBy(p => p.Party).OrderByDescending(g => g.Count()).Select(g => g.Key)],
            [.. pairs.GroupBy(p => (p.Third.Key, p.Party)).Select(g => new Tie(g.Key.Key, g.Key.Party, g.Count())).OrderByDescending(t => t.Contacts)]);
    }
}

using Concord.Identity.Accounts;
using Concord.Platform.Audit;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Identity.Providers;

internal readonly record struct LinkId(Guid Value) : IStrongId<LinkId>
{
    public static string Collection => "links";
    public static LinkId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out LinkId id) => StrongId.TryParse(segment, out id);
    public static LinkId New() => new(Guid.CreateVersion7());
    public static bool operator >(LinkId left, LinkId right) => left.Value > right.Value;
    public static bool operator <(LinkId left, LinkId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>
/// That a subject of a provider is the person of an account. Made once, by somebody who has shown to be both, and never changed; it carries no right:
/// organization, roles and clearance are those of the account.
/// </summary>
internal sealed class AccountLink : IVersioned, IListed<LinkId>
{
    public const int LongestIssuer = 300;
    public const int LongestLabel = 200;

    private AccountLink() { } // EF

    public LinkId Id { get; private init; }
    public AccountId Account { get; private init; }

    /// <summary>Of the provider: under another one, however it is called, the link is none.</summary>
    public string Issuer { get; private init; } = "";

    /// <summary>Of issuer and subject (<see cref="Provider.KeyOf"/>): unique, so that a subject is one account.</summary>
    [Personal]
    public string Key { get; private init; } = "";

    /// <summary>The e-mail or name that the provider told then, so that people can tell one link from another.</summary>
    [Personal]
    public string Label { get; private init; } = "";
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    public static AccountLink Make(AccountId account, Provider provider, ProviderPerson person, DateTime now) => new()
    {
        Id = LinkId.New(),
        Account = account,
        Issuer = provider.Issuer.OriginalString,
        Key = provider.KeyOf(person.Subject),
        Label = person.Label,
        CreateTime = now,
    };
}

using Concord.Portal.Api;

namespace Concord.Portal.Access;

/// <summary>A person who can be named, by the number that other services are told.</summary>
public sealed record FoundAccount(string Name, string DisplayName, string Organization);

/// <summary>From an e-mail address to the account, and from an account to the person.</summary>
internal static class FoundAccounts
{
    public static Task<Answer<FoundAccount>> FindAccountAsync(this PlatformApi api, string email) => AskAsync(api, new { email });

    /// <summary>With who acts for the appointing authority, and who would: whoever agrees reads whom. An account that nobody is told of keeps its number.</summary>
    public static async Task<ProposedAct> WithAuthorityAsync(this PlatformApi api, ProposedAct act)
    {
        if (act.Act != ProposedAct.ChangeAuthority)
        {
            return act;
        }

        var named = await Task.WhenAll(act.Authority.Union(act.AuthorityBefore).Select(account => AskAsync(api, new { account })));
        return act with { People = named.Select(n => n.Value).OfType<FoundAccount>().ToDictionary(n => n.Name, StringComparer.Ordinal) };
    }

    private static Task<Answer<FoundAccount>> AskAsync(PlatformApi api, object whom) => api.ChangeAsync<FoundAccount>("accounts:find", whom, Guid.CreateVersion7().ToString());
}

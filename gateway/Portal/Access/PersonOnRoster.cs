using Concord.Portal.Api;

namespace Concord.Portal.Access;

/// <summary>A proposal names a person on the roster by number alone; who decides is shown the name.</summary>
internal static class PersonOnRoster
{
    public static async Task<ProposedAct> WithPersonAsync(this PlatformApi api, ProposedAct act) => act.Act is ProposedAct.Erase or ProposedAct.DeclassifyPerson
        ? act with { OnRoster = (await api.FindAsync<NamedPerson>(act.Record))?.DisplayName }
        : act;
}

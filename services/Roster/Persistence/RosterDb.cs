using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Persistence;

public abstract class RosterDb(DbContextOptions options) : ServiceDbContext(options)
{
    internal DbSet<Profile> Profiles => Set<Profile>();

    internal DbSet<AvailabilityWindow> Availability => Set<AvailabilityWindow>();
}

using Concord.Designation.Claims;
using Concord.Designation.Lead;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Persistence;

internal static class DesignationDatabases
{
    public static DatabaseFamily<DesignationDb> Family { get; } = new(o => new SqliteDesignationDb(o), o => new SqlServerDesignationDb(o), o => new PostgreSqlDesignationDb(o));

    /// <summary>The two indexes that decide races cover only open rows; each provider writes that condition in its own way.</summary>
    public static void OneOpenWhere(this ModelBuilder model, string openLead, string openClaim)
    {
        model.Entity<LeadDesignation>().HasIndex(d => d.Process, LeadConfiguration.OneOpen).HasFilter(openLead);
        model.Entity<Claim>().HasIndex(c => new { c.Process, c.Organization }, ClaimConfiguration.OneOpen).HasFilter(openClaim);
    }
}

internal sealed class SqliteDesignationDb(DbContextOptions options) : DesignationDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.OneOpenWhere("\"EndTime\" IS NULL", "\"State\" = 'Proposed'");
    }
}

internal sealed class SqlServerDesignationDb(DbContextOptions options) : DesignationDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.OneOpenWhere("[EndTime] IS NULL", "[State] = N'Proposed'");
    }
}

internal sealed class PostgreSqlDesignationDb(DbContextOptions options) : DesignationDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.OneOpenWhere("\"EndTime\" IS NULL", "\"State\" = 'Proposed'");
    }
}

internal sealed class SqliteFactory() : DesignTimeFactory<SqliteDesignationDb>(DatabaseProvider.Sqlite, o => new SqliteDesignationDb(o));

internal sealed class SqlServerFactory() : DesignTimeFactory<SqlServerDesignationDb>(DatabaseProvider.SqlServer, o => new SqlServerDesignationDb(o));

internal sealed class PostgreSqlFactory() : DesignTimeFactory<PostgreSqlDesignationDb>(DatabaseProvider.PostgreSql, o => new PostgreSqlDesignationDb(o));

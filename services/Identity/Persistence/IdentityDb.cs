using Concord.Identity.Accounts;
using Concord.Identity.Clients;
using Concord.Identity.Compartments;
using Concord.Identity.Delegations;
using Concord.Identity.Factors;
using Concord.Identity.Grants;
using Concord.Identity.Organizations;
using Concord.Identity.Invitations;
using Concord.Identity.Mail;
using Concord.Identity.News;
using Concord.Identity.Providers;
using Concord.Identity.Resets;
using Concord.Identity.Sessions;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
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
        [typeof(Invitation)] = IdentityReasons.AlreadyInvited,
        [typeof(AccountLink)] = IdentityReasons.AlreadyLinked,
    };

    internal DbSet<PersonSession> Sessions => Set<PersonSession>();
    internal DbSet<Authenticator> Authenticators => Set<Authenticator>();
    internal DbSet<Passkey> Passkeys => Set<Passkey>();
    internal DbSet<AccountLink> Links => Set<AccountLink>();
    internal DbSet<RecoveryCodes> RecoveryCodes => Set<RecoveryCodes>();
    internal DbSet<Revocation> Revocations => Set<Revocation>();
    internal DbSet<MachineClient> Clients => Set<MachineClient>();
    internal DbSet<Compartment> Compartments => Set<Compartment>();
    internal DbSet<Membership> Memberships => Set<Membership>();
    internal DbSet<Delegation> Delegations => Set<Delegation>();
    internal DbSet<Grant> Grants => Set<Grant>();
    internal DbSet<CredentialReset> Resets => Set<CredentialReset>();
    internal DbSet<Invitation> Invitations => Set<Invitation>();
    internal DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    /// <summary>What is saved next counts only where nobody changes this account in the same moment; its tokens stay good.</summary>
    internal void RelyOn(Account account) => Entry(account).Property(a => a.Version).IsModified = true;

    /// <summary>Whatever takes access away also revokes the tokens given before, in the same commit: nobody who writes a feature has to remember it.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var until = Now + Revocation.Kept;
        foreach (var account in ChangeTracker.Entries<Account>().Where(e => e.State == EntityState.Modified && e.Property(a => a.AccessEpoch).IsModified).ToList())
        {
            Add(new Revocation { Subject = account.Entity.Id.ToString(), Below = account.Entity.AccessEpoch, ExpireTime = until });
        }

        foreach (var client in ChangeTracker.Entries<MachineClient>().Where(e => e.State == EntityState.Modified && e.Property(c => c.AccessEpoch).IsModified).ToList())
        {
            Add(new Revocation { Subject = client.Entity.Id.ToString(), Below = client.Entity.AccessEpoch, ExpireTime = until });
        }

        foreach (var session in ChangeTracker.Entries<PersonSession>().Where(e => e.State == EntityState.Modified && (e.Entity.EndTime is not null || e.Property(s => s.Epoch).IsModified)).ToList())
        {
            Add(new Revocation { Subject = session.Entity.Id.ToString(), Below = session.Entity.EndTime is null ? session.Entity.Epoch : long.MaxValue, ExpireTime = until });
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    // Sign-ins and invitations are entered as what they are; the codes, tokens and mails behind them are machinery.
    protected override bool IsMachinery(Type type) => base.IsMachinery(type) || type == typeof(Revocation) || type == typeof(SessionUse) || type == typeof(OutgoingMail) || type == typeof(ClientUse) || type.Namespace?.StartsWith("OpenIddict", StringComparison.Ordinal) == true;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfiguration(new ProposedActConfiguration());
        modelBuilder.ApplyConfiguration(new SubjectKeyConfiguration());
        modelBuilder.UseOpenIddict<Guid>();
    }
}

using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Clients;
using Concord.Identity.Compartments;
using Concord.Identity.Factors;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Identity.Sessions;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Demonstration;

/// <summary>Fictional people of the demonstration, one for each role, and the fictional systems of two partners. One password for all, kept in a file of this installation.</summary>
internal sealed class DemonstrationAccounts(IdentityDb db, AccountOpening opening, SecretSeal seal, IKeyRing ring, IConfiguration configuration, TimeProvider time) : IDemonstration
{
    public static readonly Setting SignInFile = new("Identity:DemoSignInFile", "File that tells the passwords of the demonstration, and of administrators, auditors and those who see what is Strictly Confidential the secret of an authenticator app.");

    /// <summary>Before the name of a person, in the file: the secret of an authenticator app, in Base32.</summary>
    public const string App = "totp:";

    private sealed record Person(string Email, string DisplayName, string Organization, string Role, Classification Clearance = Classification.Confidential);

    // Invented, and so in no reference data; the partners service registers it under the same id.
    private const string LakeForum = "fictional-lake-forum";

    private static readonly (string Code, string DisplayName)[] s_organizations =
    [
        ("UN", "United Nations"), ("IGAD", "Intergovernmental Authority on Development"),
        ("ECCAS", "Economic Community of Central African States"), ("ICGLR", "International Conference on the Great Lakes Region"),
        (LakeForum, "Lake Forum (fictional)"),
    ];

    private static readonly Person[] s_people =
    [
        new("igad.officer@igad.example", "IGAD officer (fictional)", "IGAD", Roles.RegionalOfficer),
        new("eccas.officer@eccas.example", "ECCAS officer (fictional)", "ECCAS", Roles.RegionalOfficer),
        new("icglr.officer@icglr.example", "ICGLR officer (fictional)", "ICGLR", Roles.RegionalOfficer),
        new("msu.officer@un.example", "Mediation support officer (fictional)", "UN", Roles.MediationSupport),
        new("msu.chief@un.example", "Head of mediation support (fictional)", "UN", Roles.MediationSupport, Classification.StrictlyConfidential),
        new("authority.proposer@un.example", "Appointing authority, proposer (fictional)", "UN", Roles.AppointingAuthority, Classification.StrictlyConfidential),
        new("authority.approver@un.example", "Appointing authority, approver (fictional)", "UN", Roles.AppointingAuthority, Classification.StrictlyConfidential),
        new("head.of.mission@un.example", "Head of mission (fictional)", "UN", Roles.HeadOfMission),
        new("monitor@rjmec.example", "Monitor (fictional)", "IGAD", Roles.Monitor),
        new("lead.mediator@igad.example", "Lead mediator (fictional)", "IGAD", Roles.LeadMediator),
        new("analyst@un.example", "Analyst (fictional)", "UN", Roles.Analyst, Classification.Unclassified),
        new("forum.partner@lakeforum.example", "Lake Forum partner (fictional)", LakeForum, Roles.Partner),
        new("administrator@un.example", "Administrator (fictional)", "UN", Roles.Administrator),
        new("auditor@un.example", "Auditor (fictional)", "UN", Roles.Auditor, Classification.StrictlyConfidential),
    ];

    private sealed record Machine(string Name, string DisplayName, string Organization, string Role, Classification Clearance, Func<string, bool> MayAskFor)
    {
        public ClientId Id { get; } = new(WellKnown.Id("client", Name));

        /// <summary>A line of the file beside the one of the secret: a client is known by its number.</summary>
        public string IdLine => $"{Name} client_id";
    }

    private static readonly Machine[] s_machines =
    [
        new("demo-partner-system", "Partner system (fictional)", "IGAD", Roles.RegionalOfficer, Classification.Confidential, s => !s.Contains(".audit.", StringComparison.Ordinal)),
        new("demo-witness", "Witness of the audit chains (fictional)", "ICGLR", Roles.Witness, Classification.Unclassified, s => s.EndsWith(".cosign", StringComparison.Ordinal) || s.EndsWith(".readHeads", StringComparison.Ordinal)),
    ];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var path = SignInFile.RequiredIn(configuration);
        var (secrets, made) = SecretFile.ReadOrMake(
            path, [.. s_people.Select(p => p.Email), .. s_machines.SelectMany(m => (string[])[m.IdLine, m.Name]), .. s_people.Where(NeedsFactor).Select(p => App + p.Email)], Secret);
        await KnownByDefault.EnsureAsync(db, time.Now(), s_organizations, cancellationToken);
        string? hash = null;
        await ring.PrepareAsync(token => db.Set<SubjectKey>().AnyAsync(k => k.RingKey != null, token), cancellationToken); // the service has not started yet
        foreach (var person in s_people)
        {
            var id = AccountOf(person.Email);
            var account = await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
            var known = account is not null;
            if (account is null)
            {
                account = Account.Open(id, person.Email, person.DisplayName, WellKnown.Organization(person.Organization), [person.Role], person.Clearance, time.Now());
                db.Add(account);
            }

            if (!known || made.Contains(person.Email))
            {
                // One hash for the one password: hashing it for each would only slow the first start.
                account.SetPassword(hash ??= opening.Hash(account, secrets[person.Email]), temporary: false);
            }

            if (NeedsFactor(person) && (!known || made.Contains(App + person.Email)))
            {
                await GiveAppAsync(id, Base32.Decode(secrets[App + person.Email]), cancellationToken);
            }
        }

        await NameAsync(cancellationToken);
        foreach (var machine in s_machines)
        {
            await RegisterAsync(machine, secrets[machine.Name], made.Contains(machine.Name), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public Task<bool> IsLoadedAsync(CancellationToken cancellationToken)
    {
        List<AccountId> fictional = [.. s_people.Select(p => AccountOf(p.Email))];
        return db.Accounts.AnyAsync(a => fictional.Contains(a.Id), cancellationToken);
    }

    private async Task RegisterAsync(Machine machine, string secret, bool isNew, CancellationToken cancellationToken)
    {
        var held = await db.Clients.SingleOrDefaultAsync(c => c.Id == machine.Id, cancellationToken);
        if (held is null)
        {
            var wished = new ClientEdit(machine.DisplayName, [machine.Role], [.. MachineScopes.All.Where(machine.MayAskFor)], machine.Clearance, time.Now() + MachineClient.LongestLife);
            db.AddClient(MachineClient.Register(machine.Id, WellKnown.Organization(machine.Organization), wished, ClientSecrets.Hash(secret), time.Now()));
        }
        else if (isNew && held.Active)
        {
            held.RotateSecret(ClientSecrets.Hash(secret), TimeSpan.Zero, time.Now());
        }
    }

    private async Task GiveAppAsync(AccountId account, byte[] secret, CancellationToken cancellationToken)
    {
        var factors = await AccountFactors.OfAsync(db, account, cancellationToken);
        if (factors.Authenticator is not null)
        {
            db.Remove(factors.Authenticator);
            await db.SaveChangesAsync(cancellationToken);
        }

        db.Add(await Authenticator.SetUpAsync(account, secret, seal, shown: 0, time.Now(), cancellationToken));
    }

    private static bool NeedsFactor(Person person) => person.Clearance > StepUp.HighestWithout || Roles.OfKeepers.Contains(person.Role);

    // The fictional process that is Strictly Confidential: its keeper, and the two of the appointing authority.
    private async Task NameAsync(CancellationToken cancellationToken)
    {
        var (id, now) = (new CompartmentId(WellKnown.Id("process", "fictional-river-basin")), time.Now());
        if (await db.Compartments.AnyAsync(c => c.Id == id, cancellationToken))
        {
            return;
        }

        var (keeper, compartment) = (AccountOf("msu.chief@un.example"), Compartment.Found(id, now));
        compartment.Keep(keeper, DateTime.MaxValue, now);
        foreach (var email in (string[])["authority.proposer@un.example", "authority.approver@un.example"])
        {
            var wish = new NameMember(null, null, Keeper: false, "Appointing authority", "Fictional: decides who leads.", now + Compartment.LongestMembership);
            compartment.Name(AccountOf(email), wish, keeper.ToString(), approvedBy: null, now);
        }

        db.Add(compartment);
    }

    private static AccountId AccountOf(string email) => new(WellKnown.Id("account", email));

    // People share one password, also with those that the file knows already; each machine and each app has its own.
    private static string Secret(string name, IReadOnlyDictionary<string, string> held) =>
        s_machines.FirstOrDefault(m => m.IdLine == name) is { } identified ? identified.Id.Value.ToString()
        : s_machines.Any(m => m.Name == name) ? ClientSecrets.New()
        : name.StartsWith(App, StringComparison.Ordinal) ? Base32.Encode(Totp.NewSecret())
        : s_people.Select(p => held.GetValueOrDefault(p.Email)).FirstOrDefault(p => p is not null) ?? Passwords.New();
}

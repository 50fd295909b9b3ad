using Concord.Contracts.Events;
using Concord.Identity.Accounts;
using Concord.Identity.Clients;
using Concord.Identity.Compartments;
using Concord.Identity.Delegations;
using Concord.Identity.Demonstration;
using Concord.Identity.Grants;
using Concord.Identity.HandOvers;
using Concord.Identity.Invitations;
using Concord.Identity.Mail;
using Concord.Identity.Factors;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Identity.Reactions;
using Concord.Identity.News;
using Concord.Identity.Sessions;
using Concord.Identity.SignIn;
using Concord.Identity.Tokens;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Hosting;
using Concord.Platform.Mesh;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Identity;

namespace Concord.Identity;

/// <summary>Who may act: accounts of people, clients of machines, sign-in, and the access tokens that every other service trusts.</summary>
public sealed class IdentityModule : IServiceModule
{
    public static string Name => "identity";

    public static IReadOnlyList<Permission> Permissions => IdentityPermissions.All;

    public static IReadOnlyList<Reason> Reasons => IdentityReasons.All;

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase(Name, IdentityDatabases.Family);
        builder.AddTokenServer();
        builder.Services.AddAskedAddress("/.well-known", AskedByAttribute.EveryService); // the keys of the tokens
        builder.AddSignIn();
        builder.AddFactors();
        builder.AddProviders();
        builder.Services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().Configure<PasswordHasherOptions>(o => o.IterationCount = Passwords.Rounds);
        builder.Services.AddScoped<AccountOpening>().AddScoped<PasswordRules>().AddScoped<AccountClosing>().AddScoped<HandOver>().AddScoped<DelegationDesk>().AddScoped<BreakGlassNotice>().AddScoped<EmergencyPlaces>().AddScoped<BreakGlassReview>().AddScoped<EmergencyNaming>();
        builder.Services.AddSingleton<NewsBoard>().AddSingleton<ICommitListener>(p => p.GetRequiredService<NewsBoard>()).AddHostedService(p => p.GetRequiredService<NewsBoard>());
        builder.Services.TakesSetting(ShippedClients.GatewaySecret).AddScoped<ClientRegister>();
        builder.AddMail();
        builder.Services.AddScoped<Acceptance>().Keep<Invitation>(i => i.ExpireTime, Invitation.Kept);
        builder.Services.Keep<Revocation>(r => r.ExpireTime, TimeSpan.Zero).Keep<PersonSession>(s => s.ExpireTime, PersonSession.Kept);
        builder.Services.AddScoped<IStoreSeed, KnownByDefault>();
        builder.Services.AddScoped<IStoreSeed, ShippedClients>();
        builder.Services.AddScoped<IStoreSeed, FirstAdministrator>();
        builder.Services.AddScoped<IDemonstration, DemonstrationAccounts>();
        builder.Services.AddEventHandler<OrganizationRegistered, KeepKnownOrganizations>();
        builder.Services.AddEventHandler<OrganizationRenamed, KeepKnownOrganizations>();
        builder.Services.AddEventHandler<OrganizationLeft, CloseOnLeaving>();
        builder.Services.AddEventHandler<OrganizationRejoined, CloseOnLeaving>();
        builder.Services.AddEventHandler<ProcessRestricted, KeepCompartments>();
        builder.Services.AddFourEyes<Keepers>().AddScoped<IFourEyesAct, NameInCompartment>().AddScoped<IFourEyesAct, ReviewBreakGlass>().AddScoped<IFourEyesAct, RaiseAccount>().AddScoped<IFourEyesAct, GiveHighGrant>().AddScoped<IFourEyesAct, ResetPassword>().AddScoped<IFourEyesAct, RemoveFactors>().AddScoped<IFourEyesAct, RemoveVouchingLink>().AddScoped<IFourEyesAct, RaiseClient>().AddScoped<IFourEyesAct, RotateHighSecret>();
    }

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
        api.MapMe();
        api.MapSessions();
        api.MapAccounts();
        api.MapAccountFinding();
        api.MapGrants();
        api.MapDelegations();
        api.MapOwnDelegations();
        api.MapPasswordReset();
        api.MapAccountLinks();
        api.MapInvitations();
        api.MapHandOvers();
        api.MapFactorRemoval();
        api.MapClients();
        api.MapKnownOrganizations();
        api.MapCompartments();
        api.MapFourEyes(Name, IdentityPermissions.DecideApprovals);
        root.MapNews();
        var pages = root.MapGroup("").AskedBy(AskedByAttribute.Gateway);
        pages.MapConnect();
        pages.MapSignIn();
        pages.MapAcceptance();
    }
}

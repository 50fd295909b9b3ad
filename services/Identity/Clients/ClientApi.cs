using System.ComponentModel;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Clients;

/// <summary>Partner systems with credentials of their own, kept by administrators.</summary>
internal static class ClientApi
{
    private const string TakesTwo = "Where it gives a high right (auditor, clearance for Strictly Confidential), or more to a client that has one, nothing changes yet: 202 with what now waits for a second administrator under `approvals/identity`.";

    public static void MapClients(this RouteGroupBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("Clients");
        clients.MapGet("", ListAsync).Needs(IdentityPermissions.ReadClients).WithName("ListClients").WithSummary("List the clients of partner systems");
        clients.MapGet("/{client}", GetAsync).Needs(IdentityPermissions.ReadClients).WithName("GetClient").WithSummary("Get a client");
        clients.MapPost("", RegisterAsync).AnswersSecret().Needs(IdentityPermissions.ManageClients).WithName("RegisterClient").WithSummary("Register a partner's system");
        clients.MapPatch("/{client}", EditAsync).Needs(IdentityPermissions.ManageClients).WithName("EditClient").WithSummary("Change what a client may do, its name or when it ends").WithDescription(TakesTwo);
        clients.MapPost("/{client}:rotateSecret", RotateAsync).AnswersSecret().Needs(IdentityPermissions.ManageClients).WithName("RotateClientSecret").WithSummary("Give a client another secret")
            .WithDescription("Where the client has a high right (auditor, clearance for Strictly Confidential), nothing changes yet: 202 with what now waits for a second administrator under `approvals/identity`. "
                + "Once it is approved, the proposer sends the request again, with another `Idempotency-Key`, and is shown the secret.");
        clients.MapPost("/{client}:disable", DisableAsync).Needs(IdentityPermissions.ManageClients).WithName("DisableClient").WithSummary("Disable a client: within a second no service takes its tokens");
        clients.MapPost("/{client}:enable", EnableAsync).Needs(IdentityPermissions.ManageClients).WithName("EnableClient").WithSummary("Enable a client again").WithDescription(TakesTwo);
    }

    private static async Task<Ok<Page<ClientAnswer>>> ListAsync(
        IdentityDb db, [AsParameters] PageRequest page, [Description("Only clients of this organization.")] string? organization, TimeProvider time, CancellationToken cancellationToken)
    {
        var query = db.Clients.Include(c => c.Use).Where(c => organization == null || c.Organization == organization);
        return TypedResults.Ok(await query.PageAsync<MachineClient, ClientId, ClientAnswer>(page, $"clients?organization={organization}", c => ClientAnswer.Of(c, time.Now()), cancellationToken));
    }

    private static async Task<Ok<ClientAnswer>> GetAsync(ClientId client, IdentityDb db, TimeProvider time, HttpResponse response, CancellationToken cancellationToken) =>
        Answer(response, await FindAsync(db, client, cancellationToken), time);

    private static async Task<Created<ClientWithSecret>> RegisterAsync(
        RegisterClient request, IdentityDb db, AccountOpening opening, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var (now, secret) = (time.Now(), ClientSecrets.New());
        var wished = new ClientEdit(request.DisplayName, request.Roles, request.Scopes, request.Clearance, request.ExpireTime);
        var client = MachineClient.Register(ClientId.New(), request.Organization, wished, ClientSecrets.Hash(secret), now);
        await opening.RequireKnownAsync(client.Organization, cancellationToken);
        ProposedAct? act = null;
        if (client.Rights.AreHigh && await RaiseAccount.HasAnotherAdministratorAsync(db, caller, time.Now(), cancellationToken))
        {
            act = RaiseClient.Propose(db, client, client.Version + 1, caller, now);
            client.Disable();
        }

        db.AddClient(client);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{client.Id}", response.Tagged(client, new ClientWithSecret(ClientAnswer.Of(client, now), secret, act is null ? null : NameOf(act))));
    }

    private static async Task<Results<Ok<ClientAnswer>, Accepted<ProposedActAnswer>>> EditAsync(
        ClientId client, MergePatch<ClientEdit> patch, IdentityDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, client, cancellationToken);
        http.Request.RequireMatch(found);
        var before = found.Rights;
        found.Edit(patch.ApplyTo(new ClientEdit(found.DisplayName, found.Roles, found.Scopes, found.Clearance, found.ExpireTime)), time.Now());
        return await SaveAsync(db, found, before, caller, time, http.Response, cancellationToken);
    }

    private static async Task<Results<Ok<ClientAnswer>, Accepted<ProposedActAnswer>>> EnableAsync(
        ClientId client, IdentityDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, client, cancellationToken);
        http.Request.CheckMatch(found);
        var before = found.Rights;
        found.Enable();
        return await SaveAsync(db, found, before, caller, time, http.Response, cancellationToken);
    }

    private static async Task<Ok<ClientAnswer>> DisableAsync(ClientId client, IdentityDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, client, cancellationToken);
        http.Request.CheckMatch(found);
        found.Disable();
        await db.SaveChangesAsync(cancellationToken);
        return Answer(http.Response, found, time);
    }

    private static async Task<Results<Ok<ClientWithSecret>, Accepted<ProposedActAnswer>>> RotateAsync(
        ClientId client, RotateSecret request, IdentityDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, client, cancellationToken);
        http.Request.CheckMatch(found);
        var check = new Violations();
        var overlap = check.Required(request.OverlapMinutes, "overlapMinutes");
        check.Check(overlap >= 0 && overlap <= MachineClient.LongestOverlap.TotalMinutes, "overlapMinutes", "0 to 1440.");
        check.ThrowIfAny();
        if (found.Rights.AreHigh && await RaiseAccount.HasAnotherAdministratorAsync(db, caller, time.Now(), cancellationToken)
            && !await db.IsSecretAgreedAsync(RotateHighSecret.ActName, client.ToString(), found.Version, caller, time.Now(), cancellationToken))
        {
            var act = db.ProposeSecret(RotateHighSecret.ActName, client.ToString(), new(found.DisplayName, found.Version), caller, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted($"/api/v1/{NameOf(act)}", http.Response.Tagged(act, ProposedActAnswer.Of(IdentityModule.Name, act, time.Now())));
        }

        var secret = ClientSecrets.New();
        found.RotateSecret(ClientSecrets.Hash(secret), TimeSpan.FromMinutes(overlap), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, new ClientWithSecret(ClientAnswer.Of(found, time.Now()), secret)));
    }

    private static async Task<Results<Ok<ClientAnswer>, Accepted<ProposedActAnswer>>> SaveAsync(
        IdentityDb db, MachineClient client, MachineRights before, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        if (client.Rights.AreHigh && !before.Cover(client.Rights) && await RaiseAccount.HasAnotherAdministratorAsync(db, caller, time.Now(), cancellationToken))
        {
            db.ChangeTracker.Clear(); // nothing of it counts yet
            var act = RaiseClient.Propose(db, client, client.Version, caller, time.Now());
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted($"/api/v1/{NameOf(act)}", response.Tagged(act, ProposedActAnswer.Of(IdentityModule.Name, act, time.Now())));
        }

        await db.SaveChangesAsync(cancellationToken);
        return Answer(response, client, time);
    }

    private static string NameOf(ProposedAct act) => $"approvals/{IdentityModule.Name}/{act.Id.Value}";

    private static async Task<MachineClient> FindAsync(IdentityDb db, ClientId id, CancellationToken cancellationToken) =>
        await db.Clients.Include(c => c.Use).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    private static Ok<ClientAnswer> Answer(HttpResponse response, MachineClient client, TimeProvider time) =>
        TypedResults.Ok(response.Tagged(client, ClientAnswer.Of(client, time.Now())));
}

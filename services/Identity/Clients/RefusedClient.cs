using Concord.Contracts.Audit;
using Concord.Identity.Persistence;
using Concord.Identity.SignIn;
using Microsoft.AspNetCore;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Concord.Identity.Clients;

/// <summary>
/// Enters that a machine got no token, and why: whoever tries secrets is seen. As many for a client and an address as passwords are tried at the sign-in; the rest is refused and not entered, or anybody could fill the chain.
/// </summary>
internal sealed class RefusedClient(IServiceScopeFactory scopes, RefusedClients tried) : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ApplyTokenResponseContext>()
        .UseScopedHandler<RefusedClient>().SetOrder(SameRefusal.Descriptor.Order + 1).Build();

    public async ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        if (context.Response.Error is not { } error || context.Transaction.GetHttpRequest()?.HttpContext is not { } http
            || (error != Errors.InvalidClient && context.Request?.IsClientCredentialsGrantType() != true) || !tried.IsEntered(context.Request?.ClientId ?? "", SignInApi.AddressOf(http)))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope(); // the request's own context may hold what was refused
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        string[] concerned = ClientId.TryParse(context.Request?.ClientId, out var id) && await db.Clients.AnyAsync(c => c.Id == id, http.RequestAborted) ? [id.ToString()] : [];
        await db.RecordAsync(AuditOutcome.Refused, error.ToUpperInvariant(), concerned, http.RequestAborted);
    }
}

/// <summary>Counts refusals apart from those of people: a machine that goes on asking slows nobody's sign-in beside it.</summary>
internal sealed class RefusedClients(TimeProvider time)
{
    private readonly SignInThrottle _tried = new(time);

    public bool IsEntered(string client, string address) => _tried.Begin(client, address) == TimeSpan.Zero;
}

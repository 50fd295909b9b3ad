using Concord.Identity.Persistence;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;
using static OpenIddict.Server.OpenIddictServerHandlers;

namespace Concord.Identity.Clients;

/// <summary>Whether a client is what it says: a machine by its own secret, while it is enabled and not expired; the clients that the product ships by theirs.</summary>
internal sealed class ClientProof(IOpenIddictApplicationManager applications, IdentityDb db, TimeProvider time) : IOpenIddictServerHandler<ProcessAuthenticationContext>
{
    private readonly ValidateClientSecret _shipped = new(applications);

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ProcessAuthenticationContext>()
        .UseScopedHandler<ClientProof>().SetOrder(ValidateClientSecret.Descriptor.Order).Build();

    public async ValueTask HandleAsync(ProcessAuthenticationContext context)
    {
        if (string.IsNullOrEmpty(context.ClientId) || context.Request?.ClientSecret is not { Length: > 0 } secret)
        {
            return; // who has to prove itself and does not is refused before
        }

        var client = ClientId.TryParse(context.ClientId, out var id) ? await db.Clients.SingleOrDefaultAsync(c => c.Id == id, context.CancellationToken) : null;
        if (client is null)
        {
            await _shipped.HandleAsync(context);
        }
        else if (!client.Opens(secret, time.Now()) | !client.IsGood(time.Now()))
        {
            context.Reject(Errors.InvalidClient, SameRefusal.Description);
        }
    }
}

/// <summary>Whether a client is not known, has another secret, is disabled or expired is told to nobody who cannot prove to be it.</summary>
internal sealed class SameRefusal : IOpenIddictServerHandler<ApplyTokenResponseContext>
{
    public const string Description = "The client is not known, or its credentials are not good.";

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<ApplyTokenResponseContext>()
        .UseSingletonHandler<SameRefusal>().SetOrder(int.MinValue + 100_000).Build();

    public ValueTask HandleAsync(ApplyTokenResponseContext context)
    {
        if (context.Response.Error == Errors.InvalidClient)
        {
            (context.Response.ErrorDescription, context.Response.ErrorUri) = (Description, null);
        }

        return ValueTask.CompletedTask;
    }
}

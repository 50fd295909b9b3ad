using Concord.Platform.Errors;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Concord.Identity.Tokens;

/// <summary>Registers the clients that the product knows, and keeps them as described; safe to repeat.</summary>
internal sealed class ClientRegister(IOpenIddictApplicationManager clients)
{
    /// <summary>A client that signs people in.</summary>
    public static OpenIddictApplicationDescriptor ForPeople(string id, string displayName, bool native, Uri redirect, Uri? afterSignOut)
    {
        var client = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            DisplayName = displayName,
            ApplicationType = native ? ApplicationTypes.Native : ApplicationTypes.Web,
            ClientType = native ? ClientTypes.Public : ClientTypes.Confidential,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { redirect },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
        };
        if (afterSignOut is not null)
        {
            client.PostLogoutRedirectUris.Add(afterSignOut);
        }

        return client;
    }

    public async Task EnsureAsync(OpenIddictApplicationDescriptor wanted, string? secret, CancellationToken cancellationToken)
    {
        var existing = await clients.FindByClientIdAsync(wanted.ClientId!, cancellationToken);
        if (existing is null)
        {
            wanted.ClientSecret = secret;
            await CreateAsync(wanted, cancellationToken);
            return;
        }

        var held = new OpenIddictApplicationDescriptor();
        await clients.PopulateAsync(held, existing, cancellationToken);
        var secretHolds = secret is null || await clients.ValidateClientSecretAsync(existing, secret, cancellationToken);
        if (secretHolds && SaysTheSame(held, wanted))
        {
            return;
        }

        // Descriptors carry the secret in the clear or as its hash alike: the held hash goes back as it is.
        wanted.ClientSecret = secretHolds ? held.ClientSecret : secret;
        await clients.UpdateAsync(existing, wanted, cancellationToken);
    }

    private async Task CreateAsync(OpenIddictApplicationDescriptor wanted, CancellationToken cancellationToken)
    {
        try
        {
            await clients.CreateAsync(wanted, cancellationToken);
        }
        catch (OpenIddictExceptions.ValidationException e) when (e.Results.Any(r => r.ErrorMessage == OpenIddictResources.GetResourceString(OpenIddictResources.ID2111)))
        {
            throw Fail.Because(PlatformReasons.ConcurrentChange, "Another instance registered the client at the same moment.");
        }
    }

    private static bool SaysTheSame(OpenIddictApplicationDescriptor a, OpenIddictApplicationDescriptor b) =>
        a.DisplayName == b.DisplayName && a.ApplicationType == b.ApplicationType && a.ClientType == b.ClientType && a.ConsentType == b.ConsentType
        && a.RedirectUris.SetEquals(b.RedirectUris) && a.PostLogoutRedirectUris.SetEquals(b.PostLogoutRedirectUris)
        && a.Permissions.SetEquals(b.Permissions) && a.Requirements.SetEquals(b.Requirements);
}

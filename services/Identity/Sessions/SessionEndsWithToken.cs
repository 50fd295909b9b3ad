using Concord.Contracts.Access;
using Concord.Identity.Persistence;
using Concord.Identity.News;
using Concord.Identity.Tokens;
using Concord.Platform.Audit;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Concord.Identity.Sessions;

/// <summary>
/// Who revokes a refresh token revokes the access tokens that came with it (RFC 7009, section 2.1). The gateway's stands for the browser's session, which ends with it.
/// </summary>
internal sealed class SessionEndsWithToken(IdentityDb db, TimeProvider time, IHttpContextAccessor accessor) : IOpenIddictServerHandler<HandleRevocationRequestContext>
{
    public static OpenIddictServerHandlerDescriptor Descriptor { get; } = OpenIddictServerHandlerDescriptor.CreateBuilder<HandleRevocationRequestContext>()
        .UseScopedHandler<SessionEndsWithToken>().SetOrder(OpenIddictServerHandlers.Revocation.RevokeToken.Descriptor.Order + 500).Build();

    public async ValueTask HandleAsync(HandleRevocationRequestContext context)
    {
        var token = context.GenericTokenPrincipal;
        if (token?.GetClaim(ConcordClaims.Authorization) is { } authorization)
        {
            db.Add(new Revocation { Subject = AccessNews.OfAuthorization(authorization), Below = long.MaxValue, ExpireTime = time.Now() + Revocation.Kept });
        }

        if (context.Request.ClientId == ShippedClients.Gateway && token?.FindSession() is { } id)
        {
            var session = await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, context.CancellationToken);
            if (session is not null)
            {
                accessor.HttpContext?.ActAs(session.Account.ToString(), null);
                session.End(time.Now());
            }
        }

        await db.SaveChangesAsync(context.CancellationToken);
    }
}

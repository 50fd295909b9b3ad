using Concord.Platform.Security.Policy;
using Microsoft.AspNetCore.Authorization;

namespace Concord.Platform.Security;

/// <summary>Grants what the caller's roles carry; an unknown permission is nobody's.</summary>
internal sealed class PermissionHandler(IReadOnlyDictionary<string, Permission> permissions) : AuthorizationHandler<NeedsAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsAttribute requirement)
    {
        var caller = Caller.From(context.User);
        if (permissions.TryGetValue(requirement.Permission, out var permission) && caller.Holds(permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

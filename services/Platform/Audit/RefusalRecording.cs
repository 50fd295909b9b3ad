using System.Text.RegularExpressions;
using Concord.Contracts.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Audit;

/// <summary>
/// Enters what somebody known was not allowed, or asked for and may not see or does not exist. Somebody unknown is not entered: anybody could fill the chain.
/// That it cannot be entered changes nothing about the refusal.
/// </summary>
internal static partial class RefusalRecording
{
    private const int MostResources = 10;

    public static async Task RecordAsync(HttpContext http, Reason reason, ILogger logger)
    {
        if (!IsEntered(reason) || Caller.From(http.User) == Caller.Nobody || http.GetEndpoint() is null)
        {
            return;
        }

        try
        {
            // The request's own context may hold what was refused.
            await using var scope = http.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().RecordAsync(AuditOutcome.Refused, reason.Code, ResourcesIn(http.Request.Path), http.RequestAborted);
        }
        catch (Exception e)
        {
            LogNotEntered(logger, e, reason.Code);
        }
    }

    private static bool IsEntered(Reason reason) => reason.Kind is Refusal.Forbidden or Refusal.TooMany || reason == PlatformReasons.ResourceNotFound;

    private static IEnumerable<string> ResourcesIn(PathString path) => Names().Matches(path.Value ?? "").Take(MostResources).Select(m => m.Value);

    [GeneratedRegex("[a-zA-Z]{1,40}/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Names();

    [LoggerMessage(LogLevel.Error, "A refusal with {Reason} could not be entered into the audit chain.")]
    private static partial void LogNotEntered(ILogger logger, Exception e, string reason);
}

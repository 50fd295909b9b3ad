using Concord.Platform.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Security.Keys;

/// <summary>Renews the keys of tokens, for whoever operates the identity service; the audit chain has it.</summary>
internal static class RotateTokenKeysVerb
{
    public const string Word = "rotate-token-keys";
    public const string AtOnce = "--at-once";

    /// <returns>0 where it is done, or there is nothing to do.</returns>
    public static Task<int> RunAsync<TModule>(bool atOnce, Action<WebApplicationBuilder>? configure, TextWriter output) where TModule : IServiceModule => Verbs.InHostAsync<TModule>(configure, async app =>
    {
        if (app.Services.GetService<ITokenKeyRotation>() is not { } rotation)
        {
            await output.WriteLineAsync($"{TModule.Name} gives out no tokens and has no keys for them.");
            return;
        }

        using var act = Act.Of(atOnce ? $"{Word} {AtOnce}" : Word);
        await using var scope = app.Services.CreateAsyncScope();
        var became = "";
        await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().RecordAsync(
            () =>
            {
                became = rotation.Rotate(atOnce);
                return Task.CompletedTask;
            }, [], CancellationToken.None);
        await output.WriteLineAsync($"{TModule.Name}: {became}");
    });
}

using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Sealing;

/// <summary>Renews the key of a service's ring, for whoever operates it.</summary>
internal static class RotateKeyVerb
{
    public const string Word = "rotate-key";

    /// <returns>0 where every key is wrapped by the new one, 1 where not.</returns>
    public static async Task<int> RunAsync<TModule>(Action<WebApplicationBuilder>? configure, TextWriter output) where TModule : IServiceModule
    {
        var done = false;
        await Verbs.InHostAsync<TModule>(configure, async app =>
        {
            if (app.Services.GetService<IKeyRing>() is not { } ring)
            {
                done = true;
                await output.WriteLineAsync($"{TModule.Name} seals nothing and has no keys.");
                return;
            }

            await using var scope = app.Services.CreateAsyncScope();
            try
            {
                await ring.PrepareAsync(_ => Task.FromResult(true), CancellationToken.None); // an empty directory is the wrong one
                var (current, wrapped) = await new KeyRotation(scope.ServiceProvider.GetRequiredService<ServiceDbContext>(), ring).RunAsync(CancellationToken.None);
                done = true;
                await output.WriteLineAsync($"{TModule.Name}: {current} is the current key; it wraps {wrapped} keys that others wrapped before.");
            }
            catch (KeyRingException e)
            {
                await output.WriteLineAsync($"{TModule.Name}: {e.Message}");
            }
        });
        return done ? 0 : 1;
    }
}

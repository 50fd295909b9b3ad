namespace Concord.Platform.Hosting;

/// <summary>What a service's program does instead of serving, named by the first word of its command line.</summary>
internal static class Verbs
{
    private const string Usage = """
        Without a word it serves.
          migrate [--demo]   bring the database up to date, and load the demonstration where asked
          health             ask the running server of this container whether it is ready
        """;

    /// <returns>The exit code: 0 done, 1 not done, 2 not understood.</returns>
    public static Task<int> RunAsync<TModule>(string verb, string[] args) where TModule : IServiceModule => (verb, args) switch
    {
        ("migrate", [] or ["--demo"]) => MigrateAsync<TModule>(args.Length > 0),
        (HealthVerb.Word, _) => HealthVerb.RunAsync(args),
        _ => ExplainAsync(),
    };

    private static async Task<int> MigrateAsync<TModule>(bool demonstration) where TModule : IServiceModule
    {
        await using var app = ServiceHost.Build<TModule>([]);
        await app.Services.PrepareStoreAsync(CancellationToken.None);
        if (demonstration)
        {
            await app.Services.LoadDemonstrationAsync(CancellationToken.None);
        }

        return 0;
    }

    private static async Task<int> ExplainAsync()
    {
        await Console.Error.WriteLineAsync(Usage);
        return 2;
    }
}

using Concord.Platform.Hosting;

namespace Concord.Identity.Tokens;

/// <summary>The clients every installation has: the gateway, and a command line that signs a person in.</summary>
internal sealed partial class ShippedClients(ClientRegister register, IConfiguration configuration, ILogger<ShippedClients> logger) : IStoreSeed
{
    public const string Gateway = "gateway";
    public const string CommandLine = "concord-cli";
    public static readonly Setting GatewaySecret = new("Identity:Clients:gateway:Secret", "Secret that the gateway and the identity service share; without it nobody can sign in through the gateway.", Secret: true);

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        // A native client may use any port of the loopback address (RFC 8252 §7.3).
        await register.EnsureAsync(
            ClientRegister.ForPeople(CommandLine, "Concord command line", native: true, new Uri("http://127.0.0.1/callback"), null), null, cancellationToken);
        if (GatewaySecret.In(configuration) is not { } secret)
        {
            LogNoGateway(GatewaySecret.Key);
            return;
        }

        var issuer = TokenServer.Issuer(configuration);
        await register.EnsureAsync(
            ClientRegister.ForPeople(Gateway, "Concord", native: false, new Uri(issuer, "signin-oidc"), new Uri(issuer, "signout-callback-oidc")), secret, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "{Key} is not set: nobody can sign in through the gateway.")]
    private partial void LogNoGateway(string key);
}

using System.Net;
using Concord.Platform.Mesh;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Platform.Security;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Hosting;

/// <summary>
/// What a process of its own refuses to start with where real people are protected by it: in the environment Production, which is also the one that nobody named. A test or the demonstration
/// names another one (<c>ASPNETCORE_ENVIRONMENT=Demonstration</c>). The whole platform in one process is for one machine, makes its own keys, and is not asked.
/// </summary>
internal static class ProductionStart
{
    public static readonly Setting Name = new(
        "ASPNETCORE_ENVIRONMENT", "What the program is run for. In Production it refuses what must not protect real people, such as short secrets; the demonstration needs another word, such as Demonstration. Development is for those who change the code.",
        Environments.Production);

    /// <summary>Of a secret that two programs share, in characters.</summary>
    private const int ShortestSecret = 32;

    private const string Default = "guest";

    /// <exception cref="SettingException">The first thing that is not fit for it, without the value.</exception>
    public static void Check(IHostEnvironment environment, IConfiguration configuration, IEnumerable<Setting> secrets)
    {
        if (!environment.IsProduction())
        {
            return;
        }

        if (Uri.TryCreate(AccessSetup.Issuer.In(configuration), UriKind.Absolute, out var issuer) && issuer.Scheme == Uri.UriSchemeHttp && !IsThisMachine(issuer))
        {
            throw Unfit(AccessSetup.Issuer, "must begin with https:// in Production, or name this machine only");
        }

        if (RabbitMqTransport.IsConfigured(configuration) && BrokerAddress.Factory(configuration) is var broker && (broker.UserName == Default || broker.Password == Default))
        {
            throw Unfit(RabbitMqTransport.Address, "must not have the broker's default user or password in Production");
        }

        foreach (var secret in secrets)
        {
            if (secret.In(configuration) is { Length: < ShortestSecret })
            {
                throw Unfit(secret, $"must have at least {ShortestSecret} characters in Production");
            }
        }
    }

    /// <summary>The same for a process that others ask: what people's tokens and mediators' contacts travel on.</summary>
    /// <exception cref="SettingException">Services would speak plain HTTP, and nobody said that something else protects it.</exception>
    public static void CheckLines(IHostEnvironment environment, IConfiguration configuration)
    {
        if (environment.IsProduction() && MeshMember.CertificateDirectory.In(configuration) is null && MeshMember.ProtectedBy.In(configuration) is null)
        {
            throw new SettingException($"{MeshMember.CertificateDirectory.Key} must be set in Production, or {MeshMember.ProtectedBy.Key} say what protects the lines between services: {MeshMember.CertificateDirectory.Meaning}");
        }
    }

    /// <exception cref="SettingException">Fictional people and their passwords have no place beside real ones.</exception>
    public static void RefuseDemonstration(IHostEnvironment environment)
    {
        if (environment.IsProduction())
        {
            throw new SettingException($"{Name.Key} must not be {Environments.Production} where the demonstration is loaded: {Name.Meaning}");
        }
    }

    private static bool IsThisMachine(Uri address) => address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip));

    private static SettingException Unfit(Setting setting, string what) => new($"{setting.Key} {what}: {setting.Meaning}");
}

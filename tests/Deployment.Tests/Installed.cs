using Concord.Platform.Hosting;
using Concord.Support;

namespace Concord.Deployment.Tests;

/// <summary>One program as docker-compose.yml or an overlay sets it up.</summary>
/// <param name="Program">Name of the service, or <c>gateway</c>.</param>
/// <param name="IsMigration">It migrates and ends.</param>
/// <param name="Arguments">What its command line says.</param>
/// <param name="Environment">Its variables; one that comes from a secret says so.</param>
/// <param name="Kept">Directories that outlive the container.</param>
internal sealed record Installed(
    string Program, bool IsMigration, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, IReadOnlyList<string> Kept)
{
    public override string ToString() => IsMigration ? $"migration of {Program}" : Program;

    /// <summary>Variables that are no setting of the product, with the known service names in place of <c>{service}</c>.</summary>
    public IEnumerable<string> Unknown() => Environment.Keys.Except(
        DeclaredSettings.All.SelectMany(s => Product.Services.Select(service => s.Setting.For(service).Key).Append(s.Setting.Key)).Select(VariableOf), StringComparer.Ordinal);

    public IEnumerable<string> Missing(IEnumerable<string> keys) => keys.Where(k => Environment.GetValueOrDefault(VariableOf(k)) is null or "");

    /// <summary>Addresses of services: who is asked, at which host and port, in which form.</summary>
    public IEnumerable<(string Asked, bool IsGrpc, string Form, string Host, int Port)> Addresses() =>
        from service in Product.Services
        from setting in (Setting[])[ServiceAddresses.Http, ServiceAddresses.Grpc]
        let value = Environment.GetValueOrDefault(VariableOf(setting.For(service).Key))
        where value is not null
        let address = new Uri(value.Replace(":///", "://", StringComparison.Ordinal))
        select (service, setting == ServiceAddresses.Grpc, value[..value.IndexOf(':', StringComparison.Ordinal)], address.Host, address.Port);

    public string? this[Setting setting] => Environment.GetValueOrDefault(VariableOf(setting.For(Program).Key));

    public static string VariableOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}

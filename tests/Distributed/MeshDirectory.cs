using System.Diagnostics;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Concord.Distributed;

/// <summary>The certificates of every program, made and renewed by the program that is there for it.</summary>
internal sealed class MeshDirectory(string directory, string log) : IAsyncDisposable
{
    private const string EveryHour = "3600";
    private Process? _renewing;

    public string Of(string service) => Path.Combine(directory, service);

    /// <summary>To one service, with the gateway's certificate.</summary>
    public SocketsHttpHandler AsGateway(string service)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(MeshMember.CertificateDirectory.Key, Of(AskedByAttribute.Gateway))]).Build();
        return ReplicaHandler.Socket(new MeshMember(new MeshName(AskedByAttribute.Gateway), configuration, TimeProvider.System, NullLogger<MeshMember>.Instance).Towards(service));
    }

    /// <summary>Done once all are there; they are renewed as long as this lives.</summary>
    public async Task StartAsync()
    {
        string[] words = [ServiceProcess.AssemblyOf("Certificates"), directory, AskedByAttribute.Gateway, .. Repository.Services.Select(NameOf)];
        await OwnProcess.RunAsync(null, log, null, "dotnet", words);
        _renewing = OwnProcess.Start(null, log, null, "dotnet", [.. words, "--every", EveryHour]);
    }

    public async ValueTask DisposeAsync()
    {
        if (_renewing is not null)
        {
            _renewing.Kill(entireProcessTree: true);
            await _renewing.WaitForExitAsync();
            _renewing.Dispose();
        }
    }

#pragma warning disable CA1308 // service names are lower case
    public static string NameOf(string program) => program.ToLowerInvariant();
#pragma warning restore CA1308
}

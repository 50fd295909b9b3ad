using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Concord.Platform.Mesh;

internal static class MeshListening
{
    /// <summary>Lets in who shows a certificate of our own, and notes who it is.</summary>
    public static void LetInMembersOnly(this ListenOptions port, MeshMember mesh)
    {
        if (!mesh.IsOn)
        {
            return;
        }

        port.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = _ => ValueTask.FromResult(mesh.AsServer()) });
        port.Use(next => connection =>
        {
            if (mesh.PeerOf(connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate) is { } peer)
            {
                connection.Features.Set(peer);
            }

            // Nobody further in may take the certificate of the gateway for that of a person's or a partner's client: a token server does, where it sees one.
            connection.Features.Set<ITlsConnectionFeature>(new Seen());
            return next(connection);
        });
    }

    /// <summary>It is TLS, and whose it is has been noted.</summary>
    private sealed class Seen : ITlsConnectionFeature
    {
        public X509Certificate2? ClientCertificate { get; set; }

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult(ClientCertificate);
    }
}

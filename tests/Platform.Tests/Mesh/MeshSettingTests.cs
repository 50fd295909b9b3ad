using Concord.Platform.Hosting;
using Concord.Platform.Mesh;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Concord.Platform.Tests.Mesh;

/// <summary>A process whose addresses and certificates do not fit says so at the start.</summary>
public sealed class MeshSettingTests : IDisposable
{
    private readonly MeshFiles _files = new("roster", "designation");

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(true, "https://partners:8081", null)]
    [InlineData(true, "dns:///partners-grpc:8081", null)]
    [InlineData(true, "https://partners-0:8081, http://partners-1:8081", "Services:partners:Grpc must be https where Mesh:CertificateDirectory is set")]
    [InlineData(false, "http://partners:8081", null)]
    [InlineData(false, "dns:///partners-grpc:8081", null)]
    [InlineData(false, "https://partners:8081", "Services:partners:Grpc must be http as long as no Mesh:CertificateDirectory is set")]
    public void Addresses_fit_the_certificates_or_the_process_does_not_start(bool on, string address, string? refusal) =>
        Says(refusal, on ? _files.DirectoryOf("roster") : "", ("Services:partners:Grpc", address));

    [Fact]
    public void The_certificate_of_another_service_is_refused() =>
        Says("Mesh:CertificateDirectory holds the certificate of designation, this is roster.", _files.DirectoryOf("designation"));

    [Fact]
    public void A_directory_without_certificates_is_refused() => Says("Mesh:CertificateDirectory holds no certificate that can be read", _files.Root);

    private static void Says(string? refusal, string directory, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Append((MeshMember.CertificateDirectory.Key, directory)).Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))).Build();
        var member = new Func<MeshMember>(() => new MeshMember(new MeshName("roster"), configuration, TimeProvider.System, NullLogger<MeshMember>.Instance));
        var taken = new[] { ServiceAddresses.Grpc.For("partners"), ServiceAddresses.Http.For("identity") };
        if (refusal is null)
        {
            member().Check(taken);
        }
        else
        {
            Assert.StartsWith(refusal, Assert.Throws<SettingException>(() => member().Check(taken)).Message, StringComparison.Ordinal);
        }
    }
}

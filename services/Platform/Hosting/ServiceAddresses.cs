using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Hosting;

/// <summary>Where the services of this installation are. One address, or those of its replicas with a comma between them.</summary>
public static class ServiceAddresses
{
    public static readonly Setting Http = new("Services:{service}:Http", "Addresses of a service for REST and probes inside the platform, such as http://roster:8080, or https:// with Mesh:CertificateDirectory; several with a comma between them.", Form: SettingForm.HttpAddresses);
    public static readonly Setting Grpc = new("Services:{service}:Grpc", "Addresses of a service for gRPC inside the platform, such as http://roster:8081, or https:// with Mesh:CertificateDirectory; several with a comma between them, or a name that is looked up again and again: dns:///roster-grpc:8081.", Form: SettingForm.GrpcAddresses);

    /// <summary>None where the service is not part of this installation.</summary>
    public static IReadOnlyList<Uri> Of(Setting kind, string service, IConfiguration configuration) =>
        [.. SettingForm.Parts(kind.For(service).In(configuration) ?? "").Select(a => new Uri(a))];
}

using System.Diagnostics.Metrics;
using System.Reflection;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Mesh;
using Concord.Platform.Messaging;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Architecture.Tests;

/// <summary>What one service says of itself, read from its built host without starting it.</summary>
internal sealed record ServiceCatalogue(
    string Folder, string Name, IReadOnlyList<Permission> Permissions, IReadOnlyList<Reason> Reasons,
    IReadOnlyList<RouteEndpoint> Endpoints, IReadOnlyList<AskedAddress> AskedAddresses, IReadOnlyList<EventSubscription> Subscriptions, IReadOnlyList<Instrument> Instruments)
{
    private static readonly Lazy<IReadOnlyList<ServiceCatalogue>> Built = new(() => [.. Repository.Services.Select(Read)]);

    public static IReadOnlyList<ServiceCatalogue> All => Built.Value;

    public static Assembly AssemblyOf(string service) => Assembly.Load($"Concord.{service}");

    private static ServiceCatalogue Read(string service)
    {
        var module = AssemblyOf(service).GetExportedTypes().Single(t => typeof(IServiceModule).IsAssignableFrom(t));
        var read = typeof(ServiceCatalogue).GetMethod(nameof(ReadModule), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(module);
        return (ServiceCatalogue)read.Invoke(null, [service])!;
    }

    private static ServiceCatalogue ReadModule<TModule>(string folder) where TModule : IServiceModule
    {
        var keys = Directory.CreateTempSubdirectory("concord-catalogue-").FullName;
        IServiceCollection? services = null;
        var app = ServiceHost.Build<TModule>([], builder =>
        {
            services = builder.Services;
            builder.Configuration[$"ConnectionStrings:{TModule.Name}"] = "Data Source=:memory:";
            builder.Configuration["Identity:Issuer"] = "https://concord.test/";
            builder.Configuration["Identity:KeyDirectory"] = keys;
            builder.Configuration["Identity:Clients:gateway:Secret"] = "catalogue";
            foreach (var other in Repository.Services)
            {
#pragma warning disable CA1308 // service names are lower case
                builder.Configuration[$"Services:{other.ToLowerInvariant()}:Grpc"] = "http://127.0.0.1:1";
                builder.Configuration[$"Services:{other.ToLowerInvariant()}:Http"] = "http://127.0.0.1:1";
#pragma warning restore CA1308
            }
        });
        return new ServiceCatalogue(folder, TModule.Name, ServiceHost.PermissionsOf<TModule>(), TModule.Reasons,
            [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()],
            [.. app.Services.GetServices<AskedAddress>()], [.. app.Services.GetServices<EventSubscription>()], InstrumentsOf(app.Services, services!));
    }

    // Made when the class that measures is: a hosted service, or a singleton called so.
    private static List<Instrument> InstrumentsOf(IServiceProvider host, IServiceCollection services)
    {
        List<Instrument> found = [];
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Scope == host.GetRequiredService<IMeterFactory>() && instrument.Meter.Name.StartsWith("Concord.", StringComparison.Ordinal))
                {
                    found.Add(instrument);
                }
            },
        };
        _ = host.GetServices<IHostedService>().Count();
        foreach (var measuring in services.Where(s => s.ServiceType.Name.EndsWith("Metrics", StringComparison.Ordinal)))
        {
            _ = host.GetRequiredService(measuring.ServiceType);
        }

        listener.Start();
        return found;
    }
}

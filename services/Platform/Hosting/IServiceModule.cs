using Concord.Platform.Errors;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Hosting;

/// <summary>What a service shows to whoever hosts it: its own process, or the embedded platform.</summary>
public interface IServiceModule
{
    /// <summary>Lower-case name: in addresses, connection strings, event types and error domains.</summary>
    static abstract string Name { get; }

    /// <summary>Every permission that its endpoints and RPCs name.</summary>
    static abstract IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Every reason that it refuses with, besides those of the platform.</summary>
    static abstract IReadOnlyList<Reason> Reasons { get; }

    static abstract void Add(IHostApplicationBuilder builder);

    /// <param name="api">The <c>/api/v1</c> group.</param>
    /// <param name="root">For gRPC, pages and what else is not the REST API.</param>
    static abstract void Map(RouteGroupBuilder api, IEndpointRouteBuilder root);
}

/// <summary>Puts what the service ships with into its store, after the migrations: reference records, a first account. Safe to repeat.</summary>
public interface IStoreSeed
{
    Task SeedAsync(CancellationToken cancellationToken);
}

/// <summary>Loads this service's part of the demonstration. Safe to repeat; marked as fictional or synthetic where it is.</summary>
public interface IDemonstration
{
    Task LoadAsync(CancellationToken cancellationToken);

    /// <summary>Whether the store holds what must not stand beside real records, such as people with passwords that a file tells.</summary>
    Task<bool> IsLoadedAsync(CancellationToken cancellationToken) => Task.FromResult(false);
}

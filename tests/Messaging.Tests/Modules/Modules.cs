using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Messaging.Tests.Modules;

/// <summary>Raises facts and listens to none.</summary>
internal sealed class TellerModule : IServiceModule
{
    public static string Name => "teller";

    public static IReadOnlyList<Permission> Permissions => [];

    public static IReadOnlyList<Reason> Reasons => [];

    public static void Add(IHostApplicationBuilder builder) => builder.AddServiceDatabase<TalesDbBase>(Name, new(o => new TalesDb(o), o => new TalesDb(o), o => new TalesDb(o)));

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
    }
}

/// <summary>Hears the facts of the other.</summary>
internal sealed class ListenerModule : IServiceModule
{
    public static string Name => "listener";

    public static IReadOnlyList<Permission> Permissions => [];

    public static IReadOnlyList<Reason> Reasons => [];

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase<TalesDbBase>(Name, new(o => new TalesDb(o), o => new TalesDb(o), o => new TalesDb(o)));
        builder.Services.AddSingleton<Trouble>();
        builder.Services.AddEventHandler<Happened, CountHearings>();
    }

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
    }
}

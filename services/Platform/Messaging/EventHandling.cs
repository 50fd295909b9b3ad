using System.Diagnostics;
using System.Text.Json;
using Concord.Contracts.Events;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Messaging;

/// <summary>Reacts to a fact of another service. Changes its own context and never saves: the change and the inbox row commit together.</summary>
public interface IEventHandler<in TEvent> where TEvent : IEvent
{
    /// <summary>Facts come at least once and in any order: ignore one that is older than what you hold.</summary>
    Task HandleAsync(TEvent fact, CancellationToken cancellationToken);
}

/// <summary>Which handler of this service listens to which type.</summary>
public sealed record EventSubscription(string Type, string Handler, Func<IServiceProvider, EventEnvelope, CancellationToken, Task> ReceiveAsync);

public static class EventHandlingExtensions
{
    /// <summary>Type lookup is a list written by hand, never a scan: the handler's registration names the event.</summary>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services)
        where TEvent : IEvent where THandler : class, IEventHandler<TEvent>
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new EventSubscription(TEvent.Type, typeof(THandler).Name, ReceiveAsync<TEvent, THandler>));
        return services;
    }

    private static async Task ReceiveAsync<TEvent, THandler>(IServiceProvider root, EventEnvelope envelope, CancellationToken cancellationToken)
        where TEvent : IEvent where THandler : class, IEventHandler<TEvent>
    {
        var handler = typeof(THandler).Name;
        var metrics = root.GetRequiredService<PlatformMetrics>();
        using var activity = PlatformActivity.Source.Begin($"receive {envelope.Type}", ActivityKind.Consumer, envelope.TraceParent);
        activity.SetTag("messaging.operation.type", "process").SetTag("messaging.destination.name", envelope.Type)
            .SetTag("messaging.message.id", envelope.Id).SetTag("concord.event.handler", handler);
        try
        {
            var applied = await ApplyAsync<TEvent, THandler>(root, envelope, handler, cancellationToken);
            metrics.Received(envelope, handler, applied ? HeardAs.Applied : HeardAs.Duplicate);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            activity.SetStatus(ActivityStatusCode.Error).SetTag("error.type", e.GetType().FullName);
            metrics.Received(envelope, handler, HeardAs.Failed);
            throw;
        }
    }

    /// <returns>False where it had been applied before.</returns>
    private static async Task<bool> ApplyAsync<TEvent, THandler>(IServiceProvider root, EventEnvelope envelope, string handler, CancellationToken cancellationToken)
        where TEvent : IEvent where THandler : class, IEventHandler<TEvent>
    {
        if (await HasReceivedAsync(root, envelope.Id, handler, cancellationToken))
        {
            return false;
        }

        using var act = Act.Of($"hear {envelope.Type}");
        await using var scope = root.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        db.Inbox.Add(new InboxMessage { MessageId = envelope.Id, Handler = handler, ReceiveTime = scope.ServiceProvider.GetRequiredService<TimeProvider>().Now() });
        var fact = JsonSerializer.Deserialize<TEvent>(envelope.Data, ConcordJson.Lenient) ?? throw new JsonException("An event carries no data.");
        if (string.IsNullOrEmpty(fact.Subject))
        {
            throw new JsonException("An event says nothing of what it is about.");
        }

        await scope.ServiceProvider.GetRequiredService<THandler>().HandleAsync(fact, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DomainException) when (!cancellationToken.IsCancellationRequested)
        {
            // Either the same event was applied at the same moment, and the inbox key says so, or the write lost a race and is tried again by the transport.
            if (!await HasReceivedAsync(root, envelope.Id, handler, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    private static async Task<bool> HasReceivedAsync(IServiceProvider root, Guid id, string handler, CancellationToken cancellationToken)
    {
        await using var scope = root.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Inbox.AnyAsync(m => m.MessageId == id && m.Handler == handler, cancellationToken);
    }
}

/// <summary>Spans of the platform itself.</summary>
public static class PlatformActivity
{
    public static readonly ActivitySource Source = new("Concord.Platform");
}

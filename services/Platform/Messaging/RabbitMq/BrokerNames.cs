namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>What the platform calls its exchanges and queues. Operators and other programs rely on the names: add, never rename.</summary>
internal static class BrokerNames
{
    /// <summary>Topic exchange of every fact; the routing key is its type.</summary>
    public const string Facts = "concord.events";

    /// <summary>Exchange and queue of facts for which no queue was bound when they were published.</summary>
    public const string Unheard = "concord.unheard";

    /// <summary>A listener that is added later wants the youngest of them, and a forgotten queue must not fill the broker's disk.</summary>
    public const int UnheardKept = 100_000;

    public static string QueueOf(string service) => $"concord.{service}";

    /// <summary>Where the service's dead letters are parked.</summary>
    public static string DeadLettersOf(string service) => $"concord.{service}_error";
}

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>What an operator asked of the broker could not be done; the message says why, without the password.</summary>
internal sealed class BrokerException(string message, Exception? cause = null) : Exception(message, cause);

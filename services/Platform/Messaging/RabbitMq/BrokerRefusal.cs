using System.Security.Authentication;
using RabbitMQ.Client.Exceptions;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>Tells a broker that refuses, which somebody has to mend, from one that is away, which passes.</summary>
internal static class BrokerRefusal
{
    /// <returns>What the broker said, about names and settings and never about anybody; null where it said nothing.</returns>
    public static string? In(Exception? e) => e switch
    {
        null => null,
        AuthenticationFailureException or PossibleAuthenticationFailureException => "user or password",
        BrokerCertificateException => e.Message,
        AuthenticationException => "it does not speak TLS there",
        OperationInterruptedException { ShutdownReason: { ReplyCode: > 0 } said } when In(e.InnerException) is null => said.ReplyText,
        _ => In(e.InnerException),
    };
}

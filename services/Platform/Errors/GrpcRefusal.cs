using Google.Protobuf.WellKnownTypes;
using Google.Rpc;

namespace Concord.Platform.Errors;

/// <summary>A refusal as gRPC tells it (AIP-193).</summary>
public static class GrpcRefusal
{
    /// <param name="refusal">What was refused, and why.</param>
    /// <param name="domain">Who refuses, where the refusal does not come from another service.</param>
    public static Google.Rpc.Status Of(DomainException refusal, string domain)
    {
        var info = new ErrorInfo { Domain = refusal.Domain ?? domain, Reason = refusal.Reason.Code };
        foreach (var (key, value) in refusal.Metadata)
        {
            info.Metadata[key] = value;
        }

        if (refusal.Reason.Rule is { } rule)
        {
            info.Metadata["rule"] = rule;
        }

        var status = new Google.Rpc.Status { Code = (int)refusal.Reason.GrpcStatus, Message = refusal.Message, Details = { Any.Pack(info) } };
        if (refusal.Errors.Count > 0)
        {
            status.Details.Add(Any.Pack(new BadRequest
            {
                FieldViolations = { refusal.Errors.Select(e => new BadRequest.Types.FieldViolation { Field = e.Field, Description = e.Message }) },
            }));
        }

        if (refusal.RetryAfter is { } wait)
        {
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(wait) }));
        }

        return status;
    }
}

using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Concord.Platform.Telemetry;

/// <summary>
/// A trace begins where work comes in. A statement or a question that belongs to no request, such as a poll of the outbox every second, begins none.
/// </summary>
internal sealed class WorkSampler(double share) : Sampler
{
    private readonly TraceIdRatioBasedSampler _share = new(share);

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        samplingParameters.Kind == ActivityKind.Client ? new SamplingResult(SamplingDecision.Drop) : _share.ShouldSample(samplingParameters);
}

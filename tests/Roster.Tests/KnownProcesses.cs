using System.Collections.Concurrent;
using Concord.Designation.V1;
using Concord.Platform.Errors;
using Grpc.Core;

namespace Concord.Roster.Tests;

/// <summary>Stands in for the designation service: it knows two processes, and no other. Nobody leads them unless a test says so.</summary>
internal sealed class KnownProcesses : DesignationService.DesignationServiceClient
{
    public const string Confidential = "processes/0197a000-0000-7000-8000-00000000000b";
    public const string Strict = "processes/0197a000-0000-7000-8000-00000000000c";

    /// <summary>Who leads, by the resource name of the process.</summary>
    public ConcurrentDictionary<string, Lead> Leads { get; } = new();

    public override AsyncUnaryCall<GetProcessResponse> GetProcessAsync(GetProcessRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => new(
        request.Name switch
        {
            Confidential => Task.FromResult(new GetProcessResponse { Name = request.Name, Classification = "CONFIDENTIAL", Lead = Leads.GetValueOrDefault(request.Name) }),
            Strict => Task.FromResult(new GetProcessResponse { Name = request.Name, Classification = "STRICTLY_CONFIDENTIAL", Lead = Leads.GetValueOrDefault(request.Name) }),
            _ => Task.FromException<GetProcessResponse>(Fail.NotFound(request.Name)),
        },
        Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
}

using System.Collections.Concurrent;
using Concord.Contracts.Access;
using Concord.Designation.V1;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Grpc.Core;

namespace Concord.Roster.Tests;

/// <summary>Who leads, by the resource name of the process, where a test says so.</summary>
internal sealed class KnownLeads : ConcurrentDictionary<string, Lead>;

/// <summary>Stands in for the designation service: it knows four processes, and no other.</summary>
internal sealed class KnownProcesses(Caller caller, KnownLeads leads) : DesignationService.DesignationServiceClient
{
    public const string Confidential = "processes/0197a000-0000-7000-8000-00000000000b";
    public const string Strict = "processes/0197a000-0000-7000-8000-00000000000c";

    /// <summary>The union leads it; whoever is cleared sees it.</summary>
    public const string Led = "processes/0197a000-0000-7000-8000-00000000000d";

    /// <summary>The union leads it; seen by those whom its compartment names.</summary>
    public const string Named = "processes/0197a000-0000-7000-8000-00000000000e";

    public override AsyncUnaryCall<GetProcessResponse> GetProcessAsync(GetProcessRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => new(
        request.Name switch
        {
            Confidential => Task.FromResult(new GetProcessResponse { Name = request.Name, Classification = "CONFIDENTIAL", Lead = leads.GetValueOrDefault(request.Name) }),
            Strict => Task.FromResult(new GetProcessResponse { Name = request.Name, Classification = "STRICTLY_CONFIDENTIAL", Lead = leads.GetValueOrDefault(request.Name) }),
            Led when caller.IsClearedFor(Classification.Confidential) => Task.FromResult(LedByUnion(Led, "CONFIDENTIAL")),
            Named when caller.MaySee(Classification.StrictlyConfidential, Named, Named) => Task.FromResult(LedByUnion(Named, "STRICTLY_CONFIDENTIAL")),
            _ => Task.FromException<GetProcessResponse>(Fail.NotFound(request.Name)),
        },
        Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    private static GetProcessResponse LedByUnion(string name, string classification) => new() { Name = name, Classification = classification, Lead = new Lead { Organizations = { RosterClient.Union }, DisplayName = "The union", Epoch = 1 } };
}

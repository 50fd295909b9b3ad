using Concord.Designation.V1;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Support;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Monitoring.Tests;

/// <summary>Answers for the designation service: the processes that the test knows, and no others. To the partners service every organization is known but one.</summary>
internal sealed class StandInDesignation : DesignationService.DesignationServiceClient
{
    public Dictionary<string, GetProcessResponse> Processes { get; } = [];

    public const string Unregistered = "organizations/0197a000-0000-7000-8000-0000000000ff";

    public void Configure(WebApplicationBuilder builder) => builder.Services.AddSingleton<DesignationService.DesignationServiceClient>(this)
        .AddSingleton<PartnersService.PartnersServiceClient>(new KnownOrganizations(Unregistered));

    public override AsyncUnaryCall<GetProcessResponse> GetProcessAsync(GetProcessRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => new(
        Processes.TryGetValue(request.Name, out var process) ? Task.FromResult(process) : Task.FromException<GetProcessResponse>(Fail.NotFound(request.Name)),
        Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
}

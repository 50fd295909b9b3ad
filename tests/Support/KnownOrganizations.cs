using Concord.Partners.V1;
using Concord.Platform.Errors;
using Grpc.Core;

namespace Concord.Support;

/// <summary>Stands in for the partners service: every organization is registered but those that are named.</summary>
public sealed class KnownOrganizations(params string[] unknown) : PartnersService.PartnersServiceClient
{
    public override AsyncUnaryCall<GetOrganizationResponse> GetOrganizationAsync(GetOrganizationRequest request, CallOptions options) => new(
        unknown.Contains(request.Name) ? Task.FromException<GetOrganizationResponse>(Fail.NotFound(request.Name)) : Task.FromResult(new GetOrganizationResponse { Name = request.Name }),
        Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });
}

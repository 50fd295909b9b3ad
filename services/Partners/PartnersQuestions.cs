using Concord.Partners.Organizations;
using Concord.Partners.Persistence;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Grpc.Core;

namespace Concord.Partners;

/// <summary>What other services ask.</summary>
internal sealed class PartnersQuestions(PartnersDb db) : PartnersService.PartnersServiceBase
{
    [Needs("partners.organizations.read"), AskedBy("designation", "monitoring", "roster", AskedByAttribute.Gateway)]
    public override async Task<GetOrganizationResponse> GetOrganization(GetOrganizationRequest request, ServerCallContext context)
    {
        var id = ResourceName.TryParse<OrganizationId>(request.Name, out var parsed) ? parsed : throw Fail.Invalid("name", "Expected the form organizations/{uuid}.");
        var organization = await OrganizationApi.FindAsync(db, id, context.CancellationToken);
        return new GetOrganizationResponse
        {
            Name = organization.Id.ToString(),
            DisplayName = organization.DisplayName,
            Acronym = organization.Acronym ?? "",
            Kind = ApiWord.Of(organization.Kind),
            Left = organization.LeaveDay is not null,
        };
    }
}

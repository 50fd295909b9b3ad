using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.V1;
using Grpc.Core;

namespace Concord.Roster;

/// <summary>What other services ask.</summary>
internal sealed class RosterQuestions(RosterDb db, Caller caller) : RosterService.RosterServiceBase
{
    [Needs("roster.profiles.read"), AskedBy("designation", AskedByAttribute.Gateway)]
    public override async Task<GetProfileResponse> GetProfile(GetProfileRequest request, ServerCallContext context)
    {
        var id = ResourceName.TryParse<ProfileId>(request.Name, out var parsed) ? parsed : throw Fail.Invalid("name", "Expected the form profiles/{uuid}.");
        var profile = await db.Profiles.FindForAsync(id, caller, context.CancellationToken);
        return new GetProfileResponse
        {
            Name = profile.Id.ToString(),
            DisplayName = profile.DisplayName,
            State = ApiWord.Of(profile.State),
        };
    }
}

using Concord.Platform.Errors;
using Concord.Roster.V1;

namespace Concord.Designation.Lead;

/// <summary>Asks the roster whether mediators may be given work.</summary>
internal sealed class MediatorDirectory(RosterService.RosterServiceClient roster)
{
    /// <summary>Refuses a mediator who is not active, and one whom the caller may not see, alike.</summary>
    public async Task RequireActiveAsync(IEnumerable<NamedMediator> mediators, CancellationToken cancellationToken)
    {
        foreach (var profile in mediators.Select(m => m.Profile!))
        {
            if (await StateOfAsync(profile, cancellationToken) != "ACTIVE")
            {
                throw Fail.Because(DesignationReasons.MediatorNotActive, $"{profile} is not active on the roster.", ("profile", profile));
            }
        }
    }

    private async Task<string?> StateOfAsync(string profile, CancellationToken cancellationToken)
    {
        try
        {
            return (await roster.GetProfileAsync(new GetProfileRequest { Name = profile }, cancellationToken: cancellationToken)).State;
        }
        catch (DomainException e) when (e.Reason.Kind == Refusal.NotFound)
        {
            return null;
        }
    }
}

using Concord.Portal.Api;
using Concord.Portal.Frame;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Audit;

/// <summary>A page about the audit chains. For whoever is no auditor it is not there; the API decides anew about everything it shows.</summary>
public abstract class AuditPage : PortalPage
{
    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync();

    // The one place where the portal asks who may open these pages.
    protected sealed override async Task LoadAsync()
    {
        var me = await Person.MeAsync();
        if (!me.IsAuditor)
        {
            throw new ProblemException(Problem.Unreadable(StatusCodes.Status404NotFound));
        }

        if (me.Clearance != "STRICTLY_CONFIDENTIAL")
        {
            throw new ProblemException(Problem.Forbidden);
        }

        await ReadAsync();
    }
}

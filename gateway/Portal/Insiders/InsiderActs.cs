using Concord.Portal.Api;
using Concord.Portal.Frame;
using Concord.Portal.Roster;

namespace Concord.Portal.Insiders;

/// <summary>What can be done with the record of an insider, and by whom; the roster decides.</summary>
internal static class InsiderActs
{
    private static readonly string[] Acts = ["withdrawConsent", "retire", "erase"];

    /// <summary>Whoever would be refused is told before a form is filled in.</summary>
    public static void RequireKeepsInsiders(this Me me)
    {
        if (!me.KeepsPeople())
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }

    public static IEnumerable<string> Offered(this Insider insider, Me me) => Acts.Where(act => insider.Offers(act, me));

    public static bool Offers(this Insider insider, string act, Me me) => act == "erase" ? me.SharesProcesses : insider.State == InsiderEntry.Active;
}

using Concord.Platform.Audit;

namespace Concord.Roster.Deployments;

/// <summary>That the lead of the process agrees to work from afar beside other work (R15). It is the lead's and not the person's who led: who leads next takes it over, and may take it back.</summary>
/// <param name="By">Who agreed, and for which organization.</param>
/// <param name="Epoch">Of the lead that agreed; null where the request is for no process and whoever asked agrees.</param>
/// <param name="Time">When, UTC.</param>
[Personal]
internal sealed record LeadAgreement(Author By, long? Epoch, DateTime Time)
{
    /// <summary>Longest as it is stored, in characters.</summary>
    public const int MaxLength = Author.MaxLength + 200;
}

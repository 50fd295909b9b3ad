using Concord.Contracts.Access;
using Concord.Designation.V1;
using Concord.Platform.Errors;

namespace Concord.Roster.Standby;

/// <summary>The process that a request is for: designation says whether whoever asks sees it, and how closely it is classified.</summary>
internal static class AskedProcesses
{
    /// <returns>How closely it is classified; refuses, under the name <c>process</c>, where the caller sees no such process.</returns>
    public static async Task<Classification> RequireSeenAsync(this DesignationService.DesignationServiceClient designation, string process, CancellationToken cancellationToken) =>
        await designation.LabelOfAsync(process, cancellationToken) ?? throw Fail.Invalid("process", "No such process for you.");

    /// <returns>Null where the caller sees no such process.</returns>
    public static async Task<Classification?> LabelOfAsync(this DesignationService.DesignationServiceClient designation, string process, CancellationToken cancellationToken)
    {
        if (await designation.FindAsync(process, cancellationToken) is not { } found)
        {
            return null;
        }

        return Enum.TryParse<Classification>(found.Classification.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var label) && Enum.IsDefined(label)
            ? label
            : Classification.StrictlyConfidential; // a name that this service does not know yet hides more rather than less
    }

    /// <returns>The process and who leads it now; null where the caller sees no such process.</returns>
    public static async Task<GetProcessResponse?> FindAsync(this DesignationService.DesignationServiceClient designation, string process, CancellationToken cancellationToken)
    {
        try
        {
            return await designation.GetProcessAsync(new GetProcessRequest { Name = process }, cancellationToken: cancellationToken);
        }
        catch (DomainException e) when (e.Reason.Kind == Refusal.NotFound)
        {
            return null;
        }
    }
}

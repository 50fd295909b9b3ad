using Concord.Contracts.Access;
using Concord.Designation.V1;
using Concord.Platform.Errors;

namespace Concord.Roster.Standby;

/// <summary>What designation answers of a process to whoever sees it.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Label">How closely it is classified.</param>
/// <param name="Lead">Who leads it; null where nobody does.</param>
internal sealed record AskedProcess(string Name, Classification Label, Lead? Lead);

/// <summary>The process that a request is for: designation says whether whoever asks sees it, how closely it is classified, and who leads it.</summary>
internal static class AskedProcesses
{
    /// <summary>Refuses, under the name <c>process</c>, where the caller sees no such process.</summary>
    public static async Task<AskedProcess> RequireSeenAsync(this DesignationService.DesignationServiceClient designation, string process, CancellationToken cancellationToken) =>
        await designation.AskAsync(process, cancellationToken) ?? throw Fail.Invalid("process", "No such process for you.");

    /// <summary>Refuses a record that is less closely classified than its process: who reads the one learns of the other.</summary>
    public static void RequireCoveredBy(this AskedProcess process, Classification record)
    {
        if (record < process.Label)
        {
            throw Fail.Invalid("classification", "The process is more closely classified.");
        }
    }

    /// <returns>Null where the caller sees no such process.</returns>
    public static async Task<AskedProcess?> AskAsync(this DesignationService.DesignationServiceClient designation, string process, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await designation.GetProcessAsync(new GetProcessRequest { Name = process }, cancellationToken: cancellationToken);
            var known = Enum.TryParse<Classification>(answer.Classification.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var label) && Enum.IsDefined(label);
            return new AskedProcess(process, known ? label : Classification.StrictlyConfidential, answer.Lead); // a name that this service does not know yet hides more rather than less
        }
        catch (DomainException e) when (e.Reason.Kind == Refusal.NotFound)
        {
            return null;
        }
    }
}

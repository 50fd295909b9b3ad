namespace Concord.Portal.Processes;

/// <summary>Which state of a process follows which, so that a form offers no other; the service decides (R63).</summary>
internal static class ProcessSteps
{
    private static readonly string[] s_led = ["FRAMEWORK_AGREED", "SUBSTANTIVE_TALKS", "AGREEMENT_SIGNED", "IMPLEMENTATION"];

    /// <summary>Whether somebody must lead in this state (R28).</summary>
    public static bool NeedsLead(string state) => s_led.Contains(state);

    /// <param name="state">The state now.</param>
    /// <param name="history">Its steps: what was suspended goes on from where it was.</param>
    public static IReadOnlyList<string> Next(string state, IEnumerable<StateChange> history) => state switch
    {
        "MONITORED" => ["EARLY_ENGAGEMENT", "SUSPENDED", "COLLAPSED", "CLOSED"],
        "EARLY_ENGAGEMENT" => ["PRE_NEGOTIATION", "MONITORED", "SUSPENDED", "COLLAPSED", "CLOSED"],
        "PRE_NEGOTIATION" => ["FRAMEWORK_AGREED", "SUBSTANTIVE_TALKS", "SUSPENDED", "COLLAPSED", "CLOSED"],
        "FRAMEWORK_AGREED" => ["SUBSTANTIVE_TALKS", "SUSPENDED", "COLLAPSED"],
        "SUBSTANTIVE_TALKS" => ["AGREEMENT_SIGNED", "SUSPENDED", "COLLAPSED"],
        "AGREEMENT_SIGNED" => ["IMPLEMENTATION", "SUBSTANTIVE_TALKS", "SUSPENDED", "COLLAPSED"],
        "IMPLEMENTATION" => ["SUBSTANTIVE_TALKS", "SUSPENDED", "COLLAPSED", "CLOSED"],
        "SUSPENDED" => [.. history.Where(s => s.To == "SUSPENDED").OrderBy(s => s.Time).TakeLast(1).Select(s => s.From).OfType<string>(), "COLLAPSED", "CLOSED"],
        "COLLAPSED" => ["EARLY_ENGAGEMENT", "CLOSED"],
        _ => [],
    };
}

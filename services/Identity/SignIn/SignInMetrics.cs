using System.Diagnostics.Metrics;

namespace Concord.Identity.SignIn;

/// <summary>How often a person was not signed in. Counts only: neither who nor from where.</summary>
internal sealed class SignInMetrics
{
    private readonly Counter<long> _refusals;

    public SignInMetrics(IMeterFactory meters) =>
        _refusals = meters.Create("Concord.Identity").CreateCounter<long>("concord.sign_in.refusals", "{attempt}", "Attempts to sign in that were refused, by reason: wrong, throttled.");

    public void Wrong() => _refusals.Add(1, new KeyValuePair<string, object?>("concord.reason", "wrong"));

    public void Throttled() => _refusals.Add(1, new KeyValuePair<string, object?>("concord.reason", "throttled"));
}

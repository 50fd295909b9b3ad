using Concord.Contracts.Access;
using Concord.Platform.Texts;
using Concord.Portal.Components;

namespace Concord.Portal.Standby;

/// <summary>The clock of a request as it stands when the page is made (R12): a page that is read without scripts does not go on.</summary>
/// <param name="Left">Until the time is over; below zero once it is, or once they left late.</param>
/// <param name="Runs">Whether anybody still waits.</param>
/// <param name="Next">The act that comes next; null where none does.</param>
/// <param name="Asked">The role that has to do it.</param>
internal sealed record StandbyClock(TimeSpan Left, bool Runs, string? Next, string? Asked)
{
    private static readonly TimeSpan s_soon = TimeSpan.FromHours(24);

    public static StandbyClock Of(StandbyRequest request, DateTimeOffset now) => request.State switch
    {
        "REQUESTED" => new(request.DueTime - now, true, "acknowledge", Roles.MediationSupport),
        "ACKNOWLEDGED" => new(request.DueTime - now, true, "approve", Roles.AppointingAuthority),
        "APPROVED" => new(request.DueTime - now, true, "depart", Roles.MediationSupport),
        "DEPARTED" => new(request.DueTime - request.DepartTime!.Value, false, "complete", Roles.MediationSupport),
        "COMPLETED" => new(request.DueTime - request.DepartTime!.Value, false, request.Review is null ? "review" : null, request.Review is null ? Roles.MediationSupport : null),
        _ => new(TimeSpan.Zero, false, null, null),
    };

    public bool IsLate => Left < TimeSpan.Zero;

    public Tone Tone => (Runs, IsLate) switch
    {
        (true, true) => Tone.Bad,
        (true, false) => Left <= s_soon ? Tone.Warn : Tone.Wait,
        (false, true) => Tone.Warn,
        _ => Tone.Good,
    };

    /// <summary>Time left or over, in whole hours, below one in minutes.</summary>
    public string Text(Speech say)
    {
        var (far, hours) = (Left.Duration(), Left.Duration() >= TimeSpan.FromHours(1));
        var unit = hours ? "hours" : "minutes";
        var which = (Runs, IsLate) switch { (true, false) => "left", (true, true) => "over", (false, false) => "early", _ => "late" };
        return say.Count($"standby.{which}.{unit}", (long)(hours ? far.TotalHours : far.TotalMinutes));
    }
}

using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Roster.Mediators;

namespace Concord.Roster.Standby.Calls;

/// <summary>That somebody was called for a request.</summary>
/// <param name="Profile">Resource name of the person.</param>
/// <param name="CallTime">When, UTC; none to come. Now where absent.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Remark">Why, in the words of the person; at most 1,000 characters.</param>
internal sealed record RecordCall(string? Profile, DateTime? CallTime, CallOutcome? Outcome, string? Remark)
{
    public CheckedCall Checked(DateTime now)
    {
        var check = new Violations();
        var called = CallTime is { } at ? Instant.Utc(at) : now;
        check.Check(called <= now, "callTime", "Lies in the future.");
        check.Check(ResourceName.TryParse<ProfileId>(Profile, out var person), "profile", "Expected the form profiles/{uuid}.");
        var kept = new CheckedCall(person, Instant.Truncate(called), check.Required(Outcome, "outcome"), check.OptionalText(Remark, "remark", 1000));
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>A call in which everything is as it must be.</summary>
internal sealed record CheckedCall(ProfileId Profile, DateTime CallTime, CallOutcome Outcome, string? Remark);

/// <summary>Asks somebody by a link that is good once.</summary>
/// <param name="Profile">Resource name of the person.</param>
/// <param name="Told">What the person is told of the work, beside the days and the mode; nothing that is classified above what the person may know. 1 to 500 characters.</param>
/// <param name="FirstDay">First day; of the request where absent.</param>
/// <param name="LastDay">Last day; of the request where absent.</param>
internal sealed record AskByLink(string? Profile, string? Told, DateOnly? FirstDay, DateOnly? LastDay)
{
    public CheckedLink Checked(StandbyRequest request, DateTime now)
    {
        var check = new Violations();
        check.Check(ResourceName.TryParse<ProfileId>(Profile, out var person), "profile", "Expected the form profiles/{uuid}.");
        var term = Term.Checked(FirstDay ?? request.FirstDay, LastDay ?? request.LastDay, check, DateOnly.FromDateTime(now));
        var kept = new CheckedLink(person, new LinkText(check.Text(Told, "told", 500), term.FirstDay, term.LastDay, request.Mode));
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>A question in which everything is as it must be.</summary>
internal sealed record CheckedLink(ProfileId Profile, LinkText Text);

/// <summary>What whoever opens the link is told, kept under seal.</summary>
internal sealed record LinkText(string Told, DateOnly FirstDay, DateOnly LastDay, DeploymentMode Mode)
{
    /// <summary>Whether the person was asked about every day from the one to the other, in that mode; who comes can also work from afar.</summary>
    public bool Tells(DateOnly firstDay, DateOnly lastDay, DeploymentMode mode) => FirstDay <= firstDay && lastDay <= LastDay && (Mode == DeploymentMode.InPerson || mode == DeploymentMode.Remote);
}

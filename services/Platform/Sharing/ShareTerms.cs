using Concord.Platform.Errors;

namespace Concord.Platform.Sharing;

/// <summary>How consent was recorded.</summary>
public enum ConsentForm
{
    /// <summary>Written or signed.</summary>
    Written = 1,

    /// <summary>Said, and put on record by who heard it.</summary>
    Oral,

    /// <summary>By the decision of an organ.</summary>
    Decision,
}

/// <summary>The consent that a share rests on.</summary>
/// <param name="By">Whose: the person, the parties, the source; 1 to 200 characters.</param>
/// <param name="Date">The day it was given.</param>
/// <param name="Form">How it was recorded.</param>
/// <param name="Evidence">Where it can be found again, such as the number of a letter; 1 to 300 characters.</param>
public sealed record ShareConsent(string? By, DateOnly? Date, ConsentForm? Form, string? Evidence)
{
    internal void Check(Violations check, DateTime now)
    {
        check.Text(By, "consent.by", 200);
        check.Required(Date, "consent.date");
        check.Check(Date is null || Date <= DateOnly.FromDateTime(now), "consent.date", "Lies in the future.");
        check.Required(Form, "consent.form");
        check.Text(Evidence, "consent.evidence", 300);
    }
}

/// <summary>Opens a record to another organization.</summary>
/// <param name="Organization">Resource name of the organization.</param>
/// <param name="Scope">What it may do with the record.</param>
/// <param name="Purpose">What for; 1 to 2000 characters, shown to that organization.</param>
/// <param name="Consent">Whose consent it rests on.</param>
/// <param name="ExposedToReprisals">Who may be exposed to reprisals by it, and what is done about that; "nobody" is an answer, silence is not (R156). 1 to 2000 characters.</param>
/// <param name="FromTime">From when, UTC; now where absent.</param>
/// <param name="UntilTime">Until when, UTC; 366 days at most.</param>
public sealed record GiveShare(string? Organization, ShareScope? Scope, string? Purpose, ShareConsent? Consent, string? ExposedToReprisals, DateTimeOffset? FromTime, DateTimeOffset? UntilTime);

/// <summary>Ends a share before its time.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
public sealed record EndShare(string? Reason);

using Concord.Platform.Errors;

namespace Concord.Designation.Mandates;

/// <summary>On what an organization acts, and until when (R154).</summary>
/// <param name="Organ">Who gave it, such as Security Council; 1 to 200 characters.</param>
/// <param name="Reference">Symbol or reference of its text; 1 to 200 characters.</param>
/// <param name="AdoptedOn">When it was given.</param>
/// <param name="ExpireOn">Its last day.</param>
/// <param name="OpenEnded">True where the text sets no last day; one of the two is said.</param>
internal sealed record MandateTerms(string? Organ, string? Reference, DateOnly? AdoptedOn, DateOnly? ExpireOn, bool? OpenEnded = null)
{
    /// <param name="prefix">Of the names of its fields in the request.</param>
    public MandateTerms Checked(string prefix, Violations check)
    {
        check.Check((ExpireOn is not null) != (OpenEnded == true), $"{prefix}expireOn", "Give the last day, or say that it is open-ended.");
        check.Check(ExpireOn is null || AdoptedOn is null || ExpireOn >= AdoptedOn, $"{prefix}expireOn", "Not before it was given.");
        return new MandateTerms(
            check.Text(Organ, $"{prefix}organ", 200), check.Text(Reference, $"{prefix}reference", 200), check.Required(AdoptedOn, $"{prefix}adoptedOn"), ExpireOn, OpenEnded == true ? true : null);
    }
}

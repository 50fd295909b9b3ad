namespace Concord.Identity.SignIn;

/// <summary>Why a form was not accepted, in the words of the person who sent it.</summary>
internal sealed record Refusal(int Status, params IReadOnlyList<Fault> Faults);

/// <param name="Text">What is wrong.</param>
/// <param name="Field">Where it is mended; null where no field can mend it.</param>
internal sealed record Fault(string Text, string? Field = null);

using Concord.Platform.Errors;

namespace Concord.Designation.Processes;

/// <summary>How a mediation begins (R43; S/2009/189 ¶12).</summary>
internal enum EntryKind
{
    /// <summary>The parties asked an organization they have an association with.</summary>
    SoughtByParties = 1,

    /// <summary>It was offered, and the parties came to see its merits.</summary>
    OfferedAndAccepted,
}

/// <summary>How the mediation began.</summary>
/// <param name="Kind">Sought or offered.</param>
/// <param name="Of">Whom the parties asked, or who offered; 1 to 400 characters.</param>
internal sealed record EntryPoint(EntryKind? Kind, string? Of)
{
    public static EntryPoint? Check(EntryPoint? given, Violations check) =>
        given is null ? null : new EntryPoint(check.Required(given.Kind, "entryPoint.kind"), check.Text(given.Of, "entryPoint.of", 400));
}

using System.Text.RegularExpressions;

namespace Concord.Portal.Access;

/// <summary>The number of a process in what somebody was told: the number itself, a resource name, or the address of a page.</summary>
internal static partial class ProcessNumber
{
    /// <returns>Null where there is none; the first of several, which in an address is that of the process.</returns>
    public static Guid? In(string? text) => text is not null && Number().Match(text) is { Success: true } found ? Guid.Parse(found.Value) : null;

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Number();
}

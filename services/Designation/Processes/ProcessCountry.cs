namespace Concord.Designation.Processes;

/// <summary>A country a process is about.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
internal sealed record ProcessCountry(string Code)
{
    public static bool IsCode(string? code) => code is { Length: 3 } && code.All(char.IsAsciiLetterUpper);
}

namespace Concord.Platform.Browsers;

/// <summary>Only an address of this platform: a link must not lead a person elsewhere.</summary>
public static class LocalAddress
{
    public static string OrStart(string? address) => address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl) ? address : "/";
}

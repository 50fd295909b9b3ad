using System.Globalization;
using System.Net;

namespace Concord.Platform.Hosting;

/// <summary>What the value of a setting must look like, so that a wrong one is refused at the start and not at its first use.</summary>
/// <param name="Description">Completes "must be".</param>
/// <param name="Fits">Asked of a value that is not empty.</param>
public sealed record SettingForm(string Description, Func<string, bool> Fits)
{
    public static readonly SettingForm HttpAddress = new("an http or https address", IsHttp);
    public static readonly SettingForm HttpDirectory = new("an http or https address that ends with a slash", v => IsHttp(v) && v.EndsWith('/'));
    public static readonly SettingForm HttpAddresses = new("http or https addresses with a comma between them", v => Parts(v).All(IsHttp));
    public static readonly SettingForm GrpcAddresses = new("http or https addresses with a comma between them, or one dns:/// name", v => IsName(v) || Parts(v).All(IsHttp));
    public static readonly SettingForm IPAddress = new("an IP address", v => System.Net.IPAddress.TryParse(v, out _));
    public static readonly SettingForm Networks = new("networks such as 10.0.0.0/8, with a comma between them", v => Parts(v).All(n => IPNetwork.TryParse(n, out _)));
    public static readonly SettingForm Port = new("a port, 0 to 65535", v => ushort.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out _));
    public static readonly SettingForm Share = new("a share from 0 to 1", v => Number(v) is >= 0 and <= 1);
    public static readonly SettingForm Amount = new("a whole number, 1 to 1000000", v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 1_000_000);
    public static readonly SettingForm Pause = new("seconds, 0 to 3600", v => Number(v) is >= 0 and <= 3600);
    public static readonly SettingForm Period = new("seconds, 0.001 to 3600", v => Number(v) is >= 0.001 and <= 3600);

    public static readonly SettingForm Days = new("whole days, 0 to 3660", v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= 3660);

    public static SettingForm OneOf(params IReadOnlyList<string> words) => new($"one of {string.Join(", ", words)}", v => words.Contains(v, StringComparer.OrdinalIgnoreCase));

    public static IReadOnlyList<string> Parts(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsHttp(string value) => Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static bool IsName(string value) => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.Scheme == "dns" && address.AbsolutePath.Length > 1;

    private static double? Number(string value) => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}

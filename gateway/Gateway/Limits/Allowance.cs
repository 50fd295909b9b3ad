using System.Globalization;
using System.Threading.RateLimiting;
using Concord.Platform.Hosting;

namespace Concord.Gateway.Limits;

/// <summary>What a request counts as.</summary>
internal enum RequestKind
{
    /// <summary>Reads, pages and questions.</summary>
    Reads = 1,

    /// <summary>What changes something.</summary>
    Writes,

    /// <summary>What costs a service much, such as a search over the roster or an export.</summary>
    Costly,

    /// <summary>Whatever nobody has signed in for, by network address.</summary>
    Addresses,
}

/// <summary>How much one caller may ask of this replica of the gateway: so much at once, and so much in each second after that.</summary>
internal static class Allowance
{
    public const string Off = "off";
    private static readonly SettingForm Form = new("two numbers such as 200,20, or off", v => v == Off || Read(v) is not null);

    public static readonly Setting Reads = Of("Reads", "Reads and pages of one person or machine", "200,20");
    public static readonly Setting Writes = Of("Writes", "Changes by one person or machine", "60,5");
    public static readonly Setting Costly = Of("Costly", "Searches, exports and imports by one person or machine", "60,2");
    public static readonly Setting Addresses = Of("Addresses", "Requests from one network address that nobody has signed in for", "600,60");

    private static readonly Dictionary<RequestKind, Setting> s_settings = new()
    {
        [RequestKind.Reads] = Reads,
        [RequestKind.Writes] = Writes,
        [RequestKind.Costly] = Costly,
        [RequestKind.Addresses] = Addresses,
    };

    /// <summary>Null where there is no limit.</summary>
    public static TokenBucketRateLimiterOptions? BucketOf(RequestKind kind, IConfiguration configuration) => Read(s_settings[kind].RequiredIn(configuration)) is var (burst, rate)
        ? new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, (int)rate),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 1 / rate)),
            QueueLimit = 0,
            AutoReplenishment = false,
        }
        : null;

    private static Setting Of(string name, string what, string standard) =>
        new($"Gateway:Limits:{name}", $"{what}: at once, and per second after that, at each replica of the gateway; such as {standard}, or {Off}.", standard, Form);

    private static (int Burst, double Rate)? Read(string value) =>
        SettingForm.Parts(value) is [var burst, var rate] && Number(burst) is >= 1 and { } most && Number(rate) is >= 0.001 and { } perSecond ? ((int)most, perSecond) : null;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000 ? number : null;
}

using System.Globalization;
using Concord.Identity.Sessions;
using Microsoft.AspNetCore.Authentication;

namespace Concord.Identity.Providers;

/// <summary>What a person was sent to a provider for.</summary>
internal enum ProviderPurpose
{
    SignIn = 1,

    /// <summary>To link the account that is signed in.</summary>
    Link,

    /// <summary>To open the account of an invitation.</summary>
    Accept,

    /// <summary>To show a second factor again.</summary>
    StepUp,
}

/// <summary>The same as it travels to the provider and back, encrypted, in <c>state</c>: what an answer is good for is what was asked, in this browser, for this provider.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="ReturnUrl">Where the person goes on; of this platform.</param>
/// <param name="Session">Whose it must be when the answer comes; null where nobody is signed in.</param>
/// <param name="Invitation">Token of the link that was opened.</param>
/// <param name="Fresh">Whether the person must show there anew who they are.</param>
internal sealed record ProviderIntent(ProviderPurpose Purpose, string ReturnUrl, SessionId? Session = null, string? Invitation = null, bool Fresh = false)
{
    private const string Prefix = "concord.";

    /// <summary>When it was asked, UTC.</summary>
    public DateTime AskTime { get; init; }

    public void WriteTo(AuthenticationProperties properties)
    {
        properties.Items[$"{Prefix}purpose"] = Purpose.ToString();
        properties.Items[$"{Prefix}returnUrl"] = ReturnUrl;
        properties.Items[$"{Prefix}time"] = AskTime.Ticks.ToString(CultureInfo.InvariantCulture);
        Add(properties, "session", Session?.Value.ToString());
        Add(properties, "invitation", Invitation);
        Add(properties, "fresh", Fresh ? "yes" : null);
    }

    public static ProviderIntent From(AuthenticationProperties properties)
    {
        string? Item(string name) => properties.Items.TryGetValue($"{Prefix}{name}", out var value) ? value : null;
        return new(
            Enum.Parse<ProviderPurpose>(Item("purpose")!), Item("returnUrl")!, Item("session") is { } session ? new SessionId(Guid.Parse(session)) : null, Item("invitation"), Item("fresh") is not null)
        {
            AskTime = new DateTime(long.Parse(Item("time")!, CultureInfo.InvariantCulture), DateTimeKind.Utc),
        };
    }

    // What is null on the way out would be empty on the way back.
    private static void Add(AuthenticationProperties properties, string name, string? value)
    {
        if (value is not null)
        {
            properties.Items[$"{Prefix}{name}"] = value;
        }
    }
}

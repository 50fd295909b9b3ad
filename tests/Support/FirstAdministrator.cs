using System.Collections.Concurrent;
using Xunit;

namespace Concord.Support;

/// <summary>The first administrator, as the person who starts a platform signs in: another password in place of the one in the file, and an authenticator app. What was chosen stands beside the file, for whoever comes next.</summary>
public static class FirstAdministrator
{
    public const string Email = "administrator@concord.local";
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Turns = new();

    /// <param name="address">Of the platform.</param>
    /// <param name="data">Where its <c>first-sign-in.txt</c> is.</param>
    public static async Task<HttpClient> ClientAsync(string address, string data) => SignIn.Client(address, await TokenAsync(address, data));

    /// <inheritdoc cref="ClientAsync"/>
    public static async Task<string> TokenAsync(string address, string data) => await SignIn.TokenAsync(address, await OfAsync(address, data), Email);

    /// <summary>Password and app, by the names of a file of sign-ins.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(string address, string data)
    {
        var chosen = Path.Combine(data, "first-sign-in.chosen.txt");
        var turn = Turns.GetOrAdd(Path.GetFullPath(data), _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync();
        try
        {
            if (!File.Exists(chosen))
            {
                await File.WriteAllTextAsync(chosen, await ChooseAsync(address, SignIn.Read(Path.Combine(data, "first-sign-in.txt"))[Email]));
            }
        }
        finally
        {
            turn.Release();
        }

        return SignIn.Read(chosen);
    }

    private static async Task<string> ChooseAsync(string address, string given)
    {
        var password = $"chosen {Guid.NewGuid():N}";
        using var browser = new Browser(address);
        var asked = await browser.SignInAsync("/account/sign-in", Email, given);
        Assert.StartsWith("/account/password", asked.Headers.Location?.ToString());
        await browser.FollowAsync(asked);
        var led = await browser.SubmitAsync(("email", Email), ("password", given), ("newPassword", password));
        Assert.StartsWith("/account/factors", led.Headers.Location?.ToString());
        return $"{Email}\t{password}\ntotp:{Email}\t{await browser.SetUpAppAsync()}\n";
    }
}

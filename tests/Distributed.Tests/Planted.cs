using System.Net;
using System.Web;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Distributed.Tests;

/// <summary>
/// Secrets of a whole platform, planted as people and machines bring them and made as the platform makes them, before anything else is done with it: how mediators are reached,
/// what was typed as a password, what opens an account, a session or an API.
/// </summary>
internal sealed class Planted
{
    private const string ForCorrection = "?purpose=CORRECTION&purposeNote=Is%20it%20still%20right";
    private static readonly string s_un = WellKnown.Organization("UN");
    private readonly RunningPlatform _running;
    private readonly List<string> _contacts = [];

    private Planted(RunningPlatform running) => _running = running;

    public Canaries Secrets { get; } = new();

    /// <summary>Written down with the file's times, which tells what of the temporary folder came later.</summary>
    public DateTime Since { get; } = DateTime.UtcNow;

    public static async Task<Planted> InAsync(RunningPlatform running)
    {
        var planted = new Planted(running);
        await planted.ContactsAsync();
        await planted.PasswordsAsync();
        await planted.AccountsAndMachinesAsync();
        await planted.TokensAsync();
        return planted;
    }

    /// <summary>Whoever may read them is still told: so the search can find them, and the platform still has them.</summary>
    public async Task<bool> AreToldAsync() => Secrets.AreIn((await (await _running.AsAsync("msu.officer")).ReadAsync($"{_contacts[^1]}/contact{ForCorrection}")).Is(HttpStatusCode.OK).Text);

    private async Task ContactsAsync()
    {
        var desk = await _running.AsAsync("msu.officer");
        for (var i = 0; i < 20; i++)
        {
            var profile = await DoneAsync(() => desk.PostAsync("/api/v1/profiles", new
            {
                owner = s_un,
                displayName = $"Planted {i} (fictional)",
                gender = "WOMAN",
                seniorityLevel = "EXPERT",
                classification = "CONFIDENTIAL",
                nationalities = (string[])["KEN"],
                languages = (object[])[new { code = "sw", level = "NATIVE" }],
                expertise = Array.Empty<object>(),
                countries = Array.Empty<string>(),
            }), HttpStatusCode.Created);
            var path = profile.Location!.ToString();
            var kept = await DoneAsync(() => desk.SendAsync(HttpMethod.Put, $"{path}/contact", new
            {
                emails = (string[])[Secrets.Email(), Secrets.Email()],
                phones = (string[])[Secrets.Phone()],
                postal = new { address = Secrets.Text(), place = Secrets.Text(), country = "KEN" },
                note = Secrets.Text(),
                emergency = new { displayName = Secrets.Text(), phone = Secrets.Phone() },
            }, ifMatch: profile.ETag), HttpStatusCode.OK);
            await DoneAsync(() => desk.ReadAsync($"{path}/contact{ForCorrection}"), HttpStatusCode.OK);
            await DoneAsync(() => desk.SendAsync(HttpMethod.Put, $"{path}/contact", new { emails = (string[])[Secrets.Text("wrong ")] }, ifMatch: kept.ETag), HttpStatusCode.BadRequest);
            _contacts.Add(path);
        }
    }

    // Typed in haste: the right password at the wrong name, or the other way round.
    private async Task PasswordsAsync()
    {
        for (var i = 0; i < 4; i++)
        {
            using var browser = new Browser(_running.Platform.Address);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignInAsync("/signin", $"nobody{i}@un.example", Secrets.Text())).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(("email", Secrets.Text()), ("password", Secrets.Text()))).StatusCode);
        }
    }

    private async Task AccountsAndMachinesAsync()
    {
        var administrator = await _running.AsAsync("administrator");
        for (var i = 0; i < 3; i++)
        {
            var (email, chosen) = ($"planted{i}@un.example", Secrets.Text("Chosen "));
            var opened = await DoneAsync(() => administrator.PostAsync("/api/v1/accounts", new { email, displayName = "Planted (fictional)", organization = s_un, roles = (string[])["analyst"], clearance = "CONFIDENTIAL" }), HttpStatusCode.Created);
            var oneTime = opened.TextOf("oneTimePassword");
            Secrets.Add(oneTime);
            using var browser = new Browser(_running.Platform.Address);
            await browser.FollowAsync(await browser.SignInAsync("/signin", email, oneTime));
            await browser.SubmitAsync(("email", email), ("password", oneTime), ("newPassword", chosen));
            Secrets.Add(await SignIn.TokenAsync(_running.Platform.Address, email, chosen)); // it was taken

            var invited = await DoneAsync(() => administrator.PostAsync("/api/v1/invitations", new { email = $"invited{i}@un.example", displayName = "Invited (fictional)", organization = s_un, roles = (string[])["analyst"], clearance = "CONFIDENTIAL" }), HttpStatusCode.Created);
            var link = new Uri(invited.TextOf("link"));
            Secrets.Add(HttpUtility.ParseQueryString(link.Query).Cast<string>().Select(k => HttpUtility.ParseQueryString(link.Query)[k]!).MaxBy(v => v.Length)!);
            await browser.GetAsync(link.PathAndQuery);

            var machine = await DoneAsync(() => administrator.PostAsync("/api/v1/clients", new
            {
                displayName = "Planted system (fictional)",
                organization = s_un,
                roles = (string[])["analyst"],
                scopes = (string[])["identity.me.read"],
                clearance = "CONFIDENTIAL",
                expireTime = DateTime.UtcNow.AddDays(30),
            }), HttpStatusCode.Created);
            Secrets.Add(machine.TextOf("secret"));
            Secrets.Add(SignatureOf(await SignIn.MachineTokenAsync(_running.Platform.Address, machine.TextOf("client.name").Split('/')[1], machine.TextOf("secret"))));
        }
    }

    private async Task TokensAsync()
    {
        var passwords = SignIn.Read(_running.Platform.SignInFile);
        foreach (var email in (string[])["igad.officer@igad.example", "analyst@un.example"])
        {
            var tokens = await SignIn.TokensAsync(_running.Platform.Address, email, passwords[email], "openid profile offline_access");
            foreach (var (name, token) in tokens)
            {
                Secrets.Add(name is "access_token" or "id_token" ? SignatureOf(token) : token);
            }

            using var browser = new Browser(_running.Platform.Address);
            await browser.FollowAsync(await browser.SignInAsync("/signin?returnUrl=/", email, passwords[email]));
            foreach (var cookie in browser.Cookies.Where(c => c.Value.Length > 40))
            {
                Secrets.Add(cookie.Value);
            }
        }
    }

    // The platform has only just started, and all at once: what it cannot do yet, it says.
    private static async Task<ApiAnswer> DoneAsync(Func<Task<ApiAnswer>> ask, HttpStatusCode expected)
    {
        ApiAnswer? answer = null;
        await Eventually.TrueAsync(async () => (answer = await ask()).Status != HttpStatusCode.ServiceUnavailable, "the platform to answer");
        return answer!.Is(expected);
    }

    // What comes before it may be told: whose it is, and until when.
    private static string SignatureOf(string token) => token.Split('.')[^1];
}

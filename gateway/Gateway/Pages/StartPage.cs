using System.Text;
using Concord.Gateway.Status;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Concord.Gateway.Pages;

/// <summary>The first page: who I am here, what this is, what is running.</summary>
internal static class StartPage
{
    private static readonly byte[] s_style = Resource("Concord.style.css");
    private static readonly byte[] s_icon = Resource("Concord.favicon.svg");

    private static readonly Dictionary<string, string> s_tasks = new()
    {
        ["designation"] = "Processes, claims and the register of who leads",
        ["identity"] = "Accounts and sign-in",
        ["monitoring"] = "Agreements and what was kept",
        ["partners"] = "Organizations and reference data",
        ["roster"] = "Mediators and their availability",
    };

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync);
        routes.MapGet("/style.css", (HttpContext http) => Kept(http, s_style, "text/css; charset=utf-8"));
        routes.MapGet("/favicon.svg", (HttpContext http) => Kept(http, s_icon, "image/svg+xml"));
        routes.MapGet("/favicon.ico", (HttpContext http) => Kept(http, s_icon, "image/svg+xml")); // asked for where no page has named the other
    }

    private static IResult Kept(HttpContext http, byte[] content, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Bytes(content, type);
    }

    internal static byte[] Resource(string name)
    {
        using var stream = typeof(StartPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} was not built in.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static async Task<IResult> ShowAsync(HttpContext http, PlatformStatus status, string? signIn, CancellationToken cancellationToken)
    {
        var session = await http.AuthenticateAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        var states = await status.AskAsync(cancellationToken);
        return Page.Show(http, "One shared record of mediation", $"""
            {(signIn == "failed" ? """    <p class="problem" role="alert">Signing in did not succeed. Please try again.</p>""" : "")}
                <p class="lead">Who leads, who supports, what was agreed and what was kept: Concord lets the United Nations, regional bodies,
                States and partner organizations work on the same process, each seeing what it may see.</p>
            {(session.Succeeded ? SignedIn(session.Principal!.Identity!.Name) : """    <p><a class="button" href="/signin">Sign in</a></p>""")}
                <section aria-labelledby="running">
                  <h2 id="running">What is running</h2>
                  <p class="quiet">{Summary(states)}</p>
                  <table>
                    <thead><tr><th scope="col">Service</th><th scope="col">State</th></tr></thead>
                    <tbody>
            {Rows(states)}        </tbody>
                  </table>
                </section>
                <section aria-labelledby="programs">
                  <h2 id="programs">For programs</h2>
                  <ul class="links">
                    <li><a href="/reference/">API reference</a> <span class="quiet">to read and to try; needs JavaScript</span></li>
                    <li><a href="/openapi/v1.json">OpenAPI 3.1 document</a> <span class="quiet">JSON</span></li>
                    <li><a href="/status.json">State of the services</a> <span class="quiet">JSON</span></li>
                  </ul>
                </section>
            """);
    }

    private static string SignedIn(string? name) => $"""
            <form method="post" action="/signout" class="person">
              <p>Signed in as <strong>{Page.Encode(name)}</strong>. <a href="/api/v1/me">What the platform knows of you</a> <span class="quiet">JSON</span></p>
              <button type="submit">Sign out</button>
            </form>
        """;

    private static string Summary(ServiceState[] states) => states.Count(s => !s.Ready) switch
    {
        0 => $"All {states.Length} services of this installation answer.",
        var down => $"{down} of {states.Length} services of this installation {(down == 1 ? "does" : "do")} not answer; what the others keep stays reachable.",
    };

    private static string Rows(ServiceState[] states)
    {
        var rows = new StringBuilder();
        foreach (var state in states)
        {
            rows.AppendLine(System.Globalization.CultureInfo.InvariantCulture,
                $"""          <tr><th scope="row">{Page.Encode(state.Name)} <span class="quiet">{s_tasks.GetValueOrDefault(state.Name, "")}</span></th><td class="{(state.Ready ? "up" : "down")}">{(state.Ready ? "✓ up" : "✕ down")}</td></tr>""");
        }

        return rows.ToString();
    }
}

using System.Text;
using Concord.Gateway.Status;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Concord.Gateway.Pages;

/// <summary>The first page: who I am here, what this is, what is running.</summary>
internal static class StartPage
{
    private static readonly byte[] s_style = Resource("Concord.style.css");

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
        routes.MapGet("/style.css", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=300";
            return Results.Bytes(s_style, "text/css; charset=utf-8");
        });
        routes.MapGet("/favicon.ico", () => Results.StatusCode(StatusCodes.Status204NoContent));
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
        return Page.Show(http, "Concord", $"""
                <p class="lead">Concord is a shared record of mediation: who leads, who supports, what was agreed and what was kept.
                The United Nations, regional bodies, States and partner organizations work on the same process, each seeing what it may see.</p>
            {(signIn == "failed" ? """    <p class="problem" role="alert">Signing in did not succeed. Please try again.</p>""" : "")}
                <section aria-labelledby="you">
                  <h2 id="you">You</h2>
            {(session.Succeeded ? SignedIn(session.Principal!.Identity!.Name) : """      <p><a class="button" href="/signin">Sign in</a></p>""")}
                </section>
                <section aria-labelledby="running">
                  <h2 id="running">What is running</h2>
                  <table>
                    <thead><tr><th scope="col">Service</th><th scope="col">What it keeps</th><th scope="col">State</th></tr></thead>
                    <tbody>
            {Rows(states)}        </tbody>
                  </table>
                </section>
                <section aria-labelledby="programs">
                  <h2 id="programs">For programs</h2>
                  <ul>
                    <li><a href="/reference">API reference</a>, to read and to try</li>
                    <li><a href="/openapi/v1.json">OpenAPI 3.1 document</a></li>
                    <li><a href="/status.json">State of the services</a> as JSON</li>
                  </ul>
                </section>
            """);
    }

    private static string SignedIn(string? name) => $"""
              <p>Signed in as <strong>{Page.Encode(name)}</strong>. <a href="/api/v1/me">What the platform knows of you</a></p>
              <form method="post" action="/signout"><button type="submit">Sign out</button></form>
        """;

    private static string Rows(ServiceState[] states)
    {
        var rows = new StringBuilder();
        foreach (var state in states)
        {
            rows.AppendLine(System.Globalization.CultureInfo.InvariantCulture,
                $"""          <tr><th scope="row">{Page.Encode(state.Name)}</th><td>{s_tasks.GetValueOrDefault(state.Name, "")}</td><td class="{(state.Ready ? "up" : "down")}">{(state.Ready ? "✓ up" : "✕ down")}</td></tr>""");
        }

        return rows.ToString();
    }
}

namespace Concord.Pages;

/// <summary>A page of the portal on the demonstration's records, as one of its people opens it; nobody where null.</summary>
public sealed record KnownPage(string Name, string Path, string? Person)
{
    private const string Lake = "/processes/68bd5e42-57a5-81a6-9bd1-56218ef2d933";
    private const string River = "/processes/d7a20826-5483-8105-b106-4cf1dddbaedc";
    private const string SouthSudan = "/processes/45ef5ecb-ed04-88b2-ade7-82648fd5bd17";
    private const string Agreement = "/agreements/062dbf9d-e3f7-8595-9d52-e0138feb148f";
    private const string Account = "/accounts/27a2e330-6551-825f-a020-8e36d49133d1";
    private const string Officer = "eccas.officer";
    private const string Support = "msu.officer";
    private const string Mission = "head.of.mission";
    private const string Auditor = "auditor";
    private const string Administrator = "administrator";

    /// <summary>Every kind of page once. A new page is one line here: it is then looked at, weighed and checked with the others.</summary>
    public static IReadOnlyList<KnownPage> All { get; } =
    [
        new("welcome", "/", null),
        new("sign-in", "/signin", null),
        new("choose-password", "/account/password", null),
        new("sign-out", "/account/sign-out", null),
        new("program", "/account/program", "analyst"),
        new("step-up", "/account/step-up", "msu.chief"),
        new("factors", "/account/factors", "msu.chief"),
        new("links", "/account/links", "msu.chief"),
        new("factor-app", "/account/factors/authenticator", "analyst"),
        new("factor-passkey", "/account/factors/passkey", "analyst"),
        new("platform", "/platform", null),
        new("not-found", "/nothing/here", null),
        new("home", "/", Officer),
        new("design", "/design", Officer),
        new("home-mission", "/", Mission),
        new("alerts", "/alerts", Support),
        new("sessions", "/sessions", "analyst"),
        new("readers", "/me/readers", Mission),
        new("audit", $"/audit?record={Lake.TrimStart('/')}", Auditor),
        new("audit-entry", "/audit/entries/designation/0?check=1", Auditor),
        new("audit-heads", "/audit/heads", Auditor),
        new("audit-chain-heads", "/audit/heads/designation", Auditor),
        new("approvals", "/approvals", "msu.chief"),
        new("clients", "/clients", "administrator"),
        new("client", $"/clients/{Concord.Contracts.Reference.WellKnown.Id("client", "demo-partner-system")}", "administrator"),
        new("client-register", "/clients/register", "administrator"),
        new("client-edit", $"/clients/{Concord.Contracts.Reference.WellKnown.Id("client", "demo-partner-system")}/edit", "administrator"),
        new("emergency", "/emergency", "authority.approver"),
        new("organizations", "/organizations", Administrator),
        new("organization-leave", $"/{Concord.Contracts.Reference.WellKnown.Organization("IGAD")}/leave", Administrator),
        new("organization-rejoin", $"/{Concord.Contracts.Reference.WellKnown.Organization("IGAD")}/rejoin", Administrator),
        new("people", $"{River}/people", "msu.chief"),
        new("people-name", $"{River}/people/name", "msu.chief"),
        new("home-partner", "/", "forum.partner"),
        new("process-shared", Lake, Support),
        new("share", $"{Lake}/share", Support),
        new("accounts", "/accounts", Administrator),
        new("account", Account, Administrator),
        new("account-edit", $"{Account}/edit", Administrator),
        new("account-grant", $"{Account}/grant", Administrator),
        new("account-absence", $"{Account}/absence", Administrator),
        new("absence", "/me/absence", "analyst"),
        new("account-hand-over", $"{Account}/hand-over", Administrator),
        new("account-factors", $"{Account}/factors", Administrator),
        new("account-password", $"{Account}/password", Administrator),
        new("accounts-invite", "/accounts/invite", Administrator),
        new("accounts-invitations", "/accounts/invitations", Administrator),
        new("invitation-not-good", "/account/invitation", null),
        new("search", "/search?q=sudan", Officer),
        new("processes", "/processes", Officer),
        new("process-claims", Lake, Officer),
        new("process-led", SouthSudan, Officer),
        new("friends", $"{SouthSudan}/friends", Officer),
        new("missions", "/missions", Officer),
        new("brief", $"{SouthSudan}/brief", Officer),
        new("claim", $"{SouthSudan}/claim", Officer),
        new("claim-desk", "/claims/desk", Officer),
        new("support", $"{Lake}/support", Officer),
        new("roster", "/roster", Support),
        new("roster-filtered", "/roster?language=ar&expertise=CEASEFIRE&gender=WOMAN", Support),
        new("roster-nobody", "/roster?language=ar&language=zh&language=rn", Support),
        new("agreements", "/agreements", Mission),
        new("agreement", $"{Agreement}?asOf=2022-09-01", Mission),
        new("schedule", $"{Agreement}/schedule?asOf=2022-09-01", Mission),
        new("provision", $"{Agreement}/provisions/f23b0a44-161f-80a0-8802-db4068935c6d?asOf=2024-03-01", Mission),
        new("claims-own", "/claims", Officer),
        new("comparison", $"{Lake}/comparison", Support),
        new("consultations", $"{Lake}/consultations", Officer),
        new("consultation-new", $"{Lake}/consultations/new", "authority.proposer"),
        new("mandates", $"{Lake}/mandates", Officer),
        new("schedule-overdue", $"{Agreement}/schedule?asOf=2024-03-01&standing=OVERDUE&sort=due", Mission),
        new("ground", $"{Lake}/ground", Support),
        new("party-new", $"{Lake}/parties/new", Support),
        new("consent-new", $"{Lake}/consents/new", Support),
        new("spoilers", $"{Lake}/spoilers", Support),
        new("spoiler-new", $"{Lake}/spoilers/new", Support),
        new("contacts", $"{Lake}/contacts", Support),
        new("contact-record", $"{Lake}/contacts/record", Support),
        new("alerts-resolved", "/alerts?state=RESOLVED", Support),
        new("alerts-authority", "/alerts", "authority.proposer"),
        new("framework", $"{Lake}/framework", Support),
        new("framework-edit", $"{Lake}/framework/edit", Support),
        new("framework-initial", $"{Lake}/framework/initial", Support),
        new("inclusion", $"{Lake}/inclusion", Support),
        new("texts", $"{Lake}/texts", Support),
        new("engagements", $"{Lake}/engagements", "msu.chief"),
        new("engagement-new", $"{Lake}/engagements/new", "msu.chief"),
    ];
}

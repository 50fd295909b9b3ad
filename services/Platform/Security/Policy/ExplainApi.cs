using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security.News;
using Concord.Platform.Sharing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Security.Policy;

/// <summary>Whose access, to what.</summary>
public sealed record ExplainAsked
{
    [FromQuery, Description("Name of the permission.")]
    public string? Permission { get; init; }

    [FromQuery, Description("The person, accounts/{uuid}: compartments are looked up.")]
    public string? Account { get; init; }

    [FromQuery, Description("The person's roles; whether one carries the permission is not told where absent.")]
    public string[]? Role { get; init; }

    [FromQuery, Description("The person's clearance: UNCLASSIFIED, CONFIDENTIAL or STRICTLY_CONFIDENTIAL; whether it is enough is not told where absent.")]
    public string? Clearance { get; init; }

    [FromQuery, Description("The organization acted for, organizations/{uuid}: what is shared with it, or kept by it, is looked up.")]
    public string? Organization { get; init; }

    [FromQuery, Description("Resource name of a record of this service, such as processes/{uuid}.")]
    public string? Record { get; init; }
}

/// <summary>Whether the policy allows it, condition by condition.</summary>
/// <param name="Permission">What was asked about.</param>
/// <param name="Summary">What it allows.</param>
/// <param name="Allowed">Absent where it depends on a record that you may not know of, or that is not there, or on what you have not given.</param>
/// <param name="Conditions">In the order in which they are asked.</param>
/// <param name="NotGiven">What of the person you have not given, and the answer depends on: <c>role</c>, <c>clearance</c>.</param>
public sealed record ExplainAnswer(string Permission, string Summary, bool? Allowed, IReadOnlyList<ConditionAnswer> Conditions, IReadOnlyList<string> NotGiven);

/// <summary>Classification and process of the records of a service.</summary>
public interface IRecordLabels
{
    Task<Labelled?> FindAsync(string record, CancellationToken cancellationToken);
}

/// <summary>Tells an administrator why somebody may do something here, or what is missing, and of no record more than the administrator may know.</summary>
internal static class ExplainApi
{
    public static Permission Needs(string service) => new($"{service}.access.explain", "Ask why somebody has access in this service or has not.", Roles.Administrator);

    public static void MapExplain(this RouteGroupBuilder api, string service, IReadOnlyList<Permission> permissions) =>
        api.MapGet($"/access/{service}:explain", ([AsParameters] ExplainAsked asked, Caller caller, AccessList access, IServiceProvider services, CancellationToken token) => ExplainAsync(asked, caller, permissions, access, services, token))
            .Needs(Needs(service)).WithTags("Access").WithName($"Explain{char.ToUpperInvariant(service[0])}{service[1..]}Access").WithSummary($"Explain an access decision of the {service} service")
            .WithDescription("The policy's conditions; a service asks for more on some records, such as being named as appointing authority: see docs/access.md.");

    private static async Task<Ok<ExplainAnswer>> ExplainAsync(
        ExplainAsked asked, Caller caller, IReadOnlyList<Permission> permissions, AccessList access, IServiceProvider services, CancellationToken cancellationToken)
    {
        var check = new Violations();
        var permission = permissions.FirstOrDefault(p => p.Name == asked.Permission);
        check.Check(permission is not null, "permission", "There is no such permission in this service.");
        check.Check(asked.Account is null || ResourceName.IsIn("accounts", asked.Account), "account", "Expected the form accounts/{uuid}.");
        check.Check(asked.Organization is null || ResourceName.IsIn("organizations", asked.Organization), "organization", "Expected the form organizations/{uuid}.");
        var unsaid = asked.Clearance is null;
        check.Check(Choice<Classification>.TryParse(asked.Clearance, out var clearance) || unsaid, "clearance", $"Expected one of {string.Join(", ", Choice<Classification>.Names)}.");
        foreach (var unknown in (asked.Role ?? []).Except(Roles.OfPeople, StringComparer.Ordinal))
        {
            check.Add("role", $"There is no role '{unknown}' for people.");
        }

        check.ThrowIfAny();
        var person = new Caller(asked.Account ?? "accounts/none", "", asked.Organization, (asked.Role ?? []).ToHashSet(StringComparer.Ordinal), unsaid ? Classification.Unclassified : clearance.Value)
        {
            Compartments = access.NamedIn(asked.Account ?? "").ToHashSet(StringComparer.Ordinal),
        };
        var record = asked.Record is null ? null : await FindAsync(asked.Record, caller, services, cancellationToken);
        List<ConditionAnswer> conditions = [.. Explanation.Of(person, permission!, record, asked.Record, record is null ? [] : await SharesAsync(asked, services, cancellationToken))];
        var notGiven = ForgetUnsaid(conditions, saysRole: asked.Role is { Length: > 0 }, saysClearance: !unsaid);
        bool? allowed = conditions.Any(c => c.Met == false) ? false : conditions.Any(c => c.Met is null) ? null : true;
        string?[] about = [asked.Account, asked.Organization, asked.Record is { Length: <= 100 } && ResourceName.Is(asked.Record) ? asked.Record : null];
        await services.GetRequiredService<ServiceDbContext>().RecordAsync(AuditOutcome.Done, null, about.OfType<string>(), cancellationToken); // it tells of a person, and changes nothing
        return TypedResults.Ok(new ExplainAnswer(permission!.Name, permission.Summary, allowed, conditions, notGiven));
    }

    // A condition that fails only because nobody said what the person has is not told as one that fails.
    private static List<string> ForgetUnsaid(List<ConditionAnswer> conditions, bool saysRole, bool saysClearance)
    {
        List<string> notGiven = [];
        for (var i = 0; i < conditions.Count; i++)
        {
            var what = conditions[i] switch
            {
                { Met: false, Condition: AccessCondition.Role or AccessCondition.Share } when !saysRole => "role", // a share is asked for of those who have none inside
                { Met: false, Condition: AccessCondition.Clearance } when !saysClearance => "clearance",
                _ => null,
            };
            if (what is not null)
            {
                conditions[i] = conditions[i] with { Met = null, Has = [] };
                notGiven.Add(what);
            }
        }

        return [.. notGiven.Distinct()];
    }

    private static async Task<IReadOnlyList<string>> SharesAsync(ExplainAsked asked, IServiceProvider services, CancellationToken cancellationToken)
    {
        if (asked.Organization is null || asked.Record is null || services.GetService(typeof(ISharedRecords)) is not ISharedRecords records)
        {
            return [];
        }

        var (db, now) = (services.GetRequiredService<ServiceDbContext>(), services.GetRequiredService<TimeProvider>().Now());
        if ((await records.StillConsentedAsync([asked.Record], now, cancellationToken)).Count == 0)
        {
            return [];
        }

        return
        [
            .. (await db.OpenTo(asked.Organization, now).Where(s => s.Record == asked.Record).Select(s => s.Id).ToListAsync(cancellationToken)).Select(id => $"{asked.Record}/{id}"),
            .. await records.AgreementsOnAsync(asked.Record, asked.Organization, now, cancellationToken),
        ];
    }

    private static async Task<Labelled?> FindAsync(string record, Caller caller, IServiceProvider services, CancellationToken cancellationToken)
    {
        var found = services.GetService(typeof(IRecordLabels)) is IRecordLabels labels ? await labels.FindAsync(record, cancellationToken) : null;
        return found is not null && caller.IsClearedFor(found.Label) && (found.Process is null || caller.IsNamedFor(found.Label, found.Process)) ? found : null;
    }
}

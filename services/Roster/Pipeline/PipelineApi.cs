using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Pipeline;

/// <summary>What staff planning thinks of a person (R22).</summary>
/// <param name="Promising">Of the next generation: to be sent along, and trained.</param>
/// <param name="DepartureExpectedBy">Day by which the person may have retired or left; absent where nobody expects it.</param>
internal sealed record PlanFor(bool? Promising, DateOnly? DepartureExpectedBy);

/// <summary>What staff planning thinks of a person (R22).</summary>
/// <param name="Name">Resource name, <c>profiles/{uuid}/pipeline</c>.</param>
/// <param name="Promising">Of the next generation: to be sent along, and trained.</param>
/// <param name="DepartureExpectedBy">Day by which the person may have retired or left; absent where nobody expects it.</param>
/// <param name="Etag">Of the profile, for If-Match.</param>
internal sealed record PipelineAnswer(string Name, bool Promising, DateOnly? DepartureExpectedBy, string Etag)
{
    public static PipelineAnswer Of(Profile p) => new($"{p.Id}/pipeline", p.Promising, p.DepartureExpectedBy, ETag.Of(p));
}

/// <summary>
/// The next generation, and who is about to leave (R22): for those who vet, and in no other answer. Not in the person's own either: it is a judgement of the organization about its posts,
/// and whoever read it of themselves would take it for a promise or for a notice. An export of the own record says that it is left out; an erasure takes it along.
/// </summary>
internal static class PipelineApi
{
    public static void MapPipeline(this RouteGroupBuilder api)
    {
        var pipeline = api.MapGroup("/profiles/{profile}/pipeline").WithTags("Profiles");
        pipeline.MapGet("", GetAsync).Needs(RosterPermissions.VetProfiles).WithName("GetPipeline").WithSummary("Get what staff planning thinks of a person");
        pipeline.MapPut("", KeepAsync).Needs(RosterPermissions.VetProfiles).WithName("KeepPipeline").WithSummary("Replace what staff planning thinks of a person");
    }

    private static async Task<Ok<PipelineAnswer>> GetAsync(ProfileId profile, RosterDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, PipelineAnswer.Of(found)));
    }

    private static async Task<Ok<PipelineAnswer>> KeepAsync(ProfileId profile, PlanFor request, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.FindForAsync(profile, caller, cancellationToken);
        http.Request.RequireMatch(found);
        var check = new Violations();
        var promising = check.Required(request.Promising, "promising");
        check.ThrowIfAny();
        found.Plan(promising, request.DepartureExpectedBy);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, PipelineAnswer.Of(found)));
    }
}

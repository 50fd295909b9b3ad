using System.ComponentModel;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Criteria;

/// <summary>By what actors are looked at as mediators.</summary>
/// <param name="Criteria">In the order of the annex.</param>
internal sealed record CriteriaAnswer(IReadOnlyList<Criterion> Criteria);

/// <summary>The criteria as data, for whoever fills in a form.</summary>
internal static class CriteriaApi
{
    public static void MapCriteria(this RouteGroupBuilder api) => api.MapGet("/criteria", Get).WithTags("Comparison")
        .Needs(DesignationPermissions.ReadProcesses).WithName("GetCriteria").WithSummary("Get the criteria by which actors are compared, from the annex of S/2009/189");

    private static Ok<CriteriaAnswer> Get([Description("Only those said of this kind of actor.")] Choice<ActorKind>? kind) =>
        TypedResults.Ok(new CriteriaAnswer(kind is { Value: var one } ? [.. CriteriaBook.Of(one)] : CriteriaBook.All));
}

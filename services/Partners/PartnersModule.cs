using Concord.Partners.Demonstration;
using Concord.Partners.Organizations;
using Concord.Partners.Persistence;
using Concord.Partners.Reference;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Partners;

/// <summary>Who takes part: organizations, their kinds, members and relations, and the reference data that every service reads.</summary>
public sealed class PartnersModule : IServiceModule
{
    public static string Name => "partners";

    public static IReadOnlyList<Permission> Permissions => PartnersPermissions.All;

    public static IReadOnlyList<Reason> Reasons => PartnersReasons.All;

    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDatabase(Name, PartnersDatabases.Family);
        builder.Services.AddScoped<IStoreSeed, ShippedOrganizations>();
        builder.Services.AddScoped<IDemonstration, DemonstrationOrganizations>();
    }

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
        api.MapOrganizations();
        api.MapReference();
        root.MapGrpcService<PartnersQuestions>();
    }
}

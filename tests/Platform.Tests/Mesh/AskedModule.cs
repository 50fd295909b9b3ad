using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Mesh;
using Concord.Platform.Security;
using Concord.Platform.Tests.Notes;
using Concord.Roster.V1;
using Concord.Support;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Tests.Mesh;

/// <summary>The service of notes, with questions that only some may ask, and two that forgot to say who.</summary>
internal sealed class AskedModule : IServiceModule
{
    public const string Internal = "/internal/asked";
    public const string Forgotten = "/internal/forgotten";

    public static string Name => NotesModule.Name;

    public static IReadOnlyList<Permission> Permissions => NotesModule.Permissions;

    public static IReadOnlyList<Reason> Reasons => NotesModule.Reasons;

    public static Task<TestService> StartAsync(string? certificates, TimeProvider? time = null) => TestService.StartAsync<AskedModule>(
        builder =>
        {
            builder.Configuration[MeshMember.CertificateDirectory.Key] = certificates;
            if (time is not null)
            {
                builder.Services.AddSingleton(time);
            }
        },
        prepare: async services =>
        {
            await TestStore.Current.PrepareAsync(Name, services);
            await NotesModule.MakeTablesAsync(services);
        });

    public static void Add(IHostApplicationBuilder builder) => NotesModule.Add(builder);

    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
    {
        NotesModule.Map(api, root);
        root.MapGet(Internal, (HttpContext http) => http is { Request.IsHttps: true, Connection.ClientCertificate: null } ? "told" : "the certificate went further in").AskedBy("designation").OpenToAll("Names no person.");
        root.MapGet(Forgotten, () => "nobody may ask this").OpenToAll("It forgot who may ask.");
        root.MapGrpcService<Questions>();
        root.MapGrpcService<ForgottenQuestions>();
    }

    private sealed class Questions(Caller caller) : PartnersService.PartnersServiceBase
    {
        [Needs("notes.write"), AskedBy("designation")]
        public override Task<GetOrganizationResponse> GetOrganization(GetOrganizationRequest request, ServerCallContext context) =>
            Task.FromResult(new GetOrganizationResponse { Name = request.Name, DisplayName = caller.Subject });
    }

    private sealed class ForgottenQuestions : RosterService.RosterServiceBase
    {
        [Needs("notes.write")]
        public override Task<GetProfileResponse> GetProfile(GetProfileRequest request, ServerCallContext context) => Task.FromResult(new GetProfileResponse());
    }
}

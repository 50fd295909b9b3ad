using System.Collections.Concurrent;
using Concord.Designation.Lead;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Roster.V1;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests;

/// <summary>Stands in for partners and the roster: knows what a test registers and nothing else.</summary>
internal sealed class Neighbours
{
    private readonly ConcurrentDictionary<string, AskedOrganization> _organizations = new();
    private readonly ConcurrentDictionary<string, string> _profiles = new();
    private readonly ConcurrentDictionary<string, bool> _left = new();

    public string Organization(string displayName, string kind = "REGIONAL_ORGANIZATION", string? wellKnown = null)
    {
        var name = wellKnown ?? $"organizations/{Guid.NewGuid()}";
        _organizations[name] = new AskedOrganization(name, displayName, kind);
        return name;
    }

    public string Profile(string state = "ACTIVE")
    {
        var name = $"profiles/{Guid.NewGuid()}";
        _profiles[name] = state;
        return name;
    }

    public void Leave(string organization) => _left[organization] = true;

    public void SetState(string profile, string state) => _profiles[profile] = state;

    public void Replace(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PartnersService.PartnersServiceClient>(new Partners(this));
        builder.Services.AddSingleton<RosterService.RosterServiceClient>(new Roster(this));
    }

    private static AsyncUnaryCall<T> Answer<T>(T? answer, string name) where T : class => new(
        answer is null ? Task.FromException<T>(Fail.NotFound(name)) : Task.FromResult(answer),
        Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    private sealed class Partners(Neighbours neighbours) : PartnersService.PartnersServiceClient
    {
        public override AsyncUnaryCall<GetOrganizationResponse> GetOrganizationAsync(
            GetOrganizationRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) =>
            Answer(neighbours._organizations.TryGetValue(request.Name, out var o) ? new GetOrganizationResponse { Name = o.Name, DisplayName = o.DisplayName, Kind = o.Kind, Left = neighbours._left.ContainsKey(o.Name) } : null, request.Name);
    }

    private sealed class Roster(Neighbours neighbours) : RosterService.RosterServiceClient
    {
        public override AsyncUnaryCall<GetProfileResponse> GetProfileAsync(
            GetProfileRequest request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) =>
            Answer(neighbours._profiles.TryGetValue(request.Name, out var state) ? new GetProfileResponse { Name = request.Name, State = state } : null, request.Name);
    }
}

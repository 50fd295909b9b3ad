using Concord.Partners;
using Concord.Platform.Hosting;
using Microsoft.AspNetCore.Routing;

namespace Concord.Architecture.Tests;

/// <summary>gRPC reflection helps while developing, and is not there otherwise.</summary>
public sealed class ReflectionTests
{
    [Theory]
    [InlineData("Development", true)]
    [InlineData("Production", false)]
    public async Task Reflection_is_served_in_development_only(string environment, bool served)
    {
        await using var app = ServiceHost.Build<PartnersModule>([$"--environment={environment}"]);
        Assert.Equal(served, ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Any(e => e.RoutePattern.RawText?.Contains("grpc.reflection", StringComparison.Ordinal) == true));
    }
}

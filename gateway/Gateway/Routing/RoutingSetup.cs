using System.Net;
using Concord.Platform.Browsers;
using Concord.Platform.Hosting;
using Concord.Platform.Texts;
using Concord.Portal.Frame;
using Microsoft.Net.Http.Headers;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Concord.Gateway.Routing;

internal static class RoutingSetup
{
    /// <summary>Cookies of the identity service's own pages, and how the person likes to read; nothing else of the browser's cookies leaves the gateway.</summary>
    private static readonly string[] s_cookiesOfPages = ["concord.identity", "concord.form", Language.Cookie, Preferences.Theme];

    public static WebApplicationBuilder AddServiceRoutes(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IProxyConfigProvider, ServiceRoutes>();
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, UnreachableReplicas>();
        builder.Services.AddSingleton<IForwarderHttpClientFactory, ServiceConnections>();
        builder.Services.AddReverseProxy().AddTransforms(Transform);
        foreach (var service in Collections.ByService.Keys)
        {
            builder.Services.TakesSetting(ServiceAddresses.Http.For(service)).TakesSetting(ServiceAddresses.Grpc.For(service));
        }

        return builder;
    }

    private static void Transform(TransformBuilderContext route)
    {
        // What a caller claims about itself is replaced, never passed on.
        route.AddXForwarded(ForwardedTransformActions.Set);
        route.AddRequestHeaderRemove("Forwarded");
        route.AddRequestHeaderRemove("X-Original-URL");
        route.AddRequestHeaderRemove("X-Rewrite-URL");
        if (route.Route.Match.Path?.StartsWith("/.well-known", StringComparison.Ordinal) == true)
        {
            route.AddOriginalHost(); // who asks here is told of this address, never of an inner one
        }

        var pages = route.Route.Metadata?[ServiceRoutes.Kind] == ServiceRoutes.Pages;
        route.AddRequestTransform(request =>
        {
            request.ProxyRequest.Headers.Remove(HeaderNames.Cookie);
            var kept = pages ? string.Join("; ", request.HttpContext.Request.Cookies.Where(c => IsOfPages(c.Key)).Select(c => $"{c.Key}={c.Value}")) : "";
            if (kept.Length > 0)
            {
                request.ProxyRequest.Headers.TryAddWithoutValidation(HeaderNames.Cookie, kept);
            }

            return ValueTask.CompletedTask;
        });
        if (!pages)
        {
            route.AddResponseTransform(response =>
            {
                // The gateway's own renewed session stays; a service of the API sets no cookies.
                if (response.ProxyResponse?.Headers.TryGetValues(HeaderNames.SetCookie, out var theirs) == true)
                {
                    response.HttpContext.Response.Headers.SetCookie = response.HttpContext.Response.Headers.SetCookie.Except(theirs).ToArray();
                }

                return ValueTask.CompletedTask;
            });
            return;
        }

        route.AddResponseTransform(async response =>
        {
            // What the identity service does not tell as a page of its own, a person is told as one of ours.
            if (response.ProxyResponse is { StatusCode: >= HttpStatusCode.BadRequest, Content.Headers.ContentType.MediaType: not "text/html" } refused && ProblemPage.IsFor(response.HttpContext.Request))
            {
                response.SuppressResponseBody = true;
                await ProblemPage.ShowAsync(response.HttpContext, (int)refused.StatusCode, retryAfter: refused.Headers.RetryAfter?.Delta);
            }
        });
    }

    // A long cookie comes in numbered parts: concord.identityC1.
    private static bool IsOfPages(string name) => s_cookiesOfPages.Any(own => CookieNames.Plain(name).StartsWith(own, StringComparison.Ordinal));
}

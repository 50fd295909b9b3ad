using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Concord.Identity.Providers;

/// <summary>
/// The framework's handler, which builds questions and checks answers. It looks at an answer only where our endpoint asks it to, and so behind everything that stands
/// before an endpoint here; by itself it would answer in the middleware that comes before that.
/// </summary>
internal sealed class ProviderHandler(IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder html, UrlEncoder url) : OpenIdConnectHandler(options, logger, html, url)
{
    public override Task<bool> HandleRequestAsync() => Context.Features.Get<ProviderAnswer>() is null ? Task.FromResult(false) : base.HandleRequestAsync();
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Frame;

/// <summary>A form that was made for somebody else, too long ago, in another name or not by us is answered with a page that says so; the framework would answer nothing at all.</summary>
internal sealed class FormGuard(RequestDelegate next)
{
    private const string Form = "_handler"; // the name of the form, which the framework puts into it

    public async Task InvokeAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            await next(http);
        }
        else if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
        {
            await ProblemPage.ShowAsync(http, StatusCodes.Status400BadRequest, kind: "form");
        }
        else if (!http.Request.HasFormContentType || !(await http.Request.ReadFormAsync(http.RequestAborted)).ContainsKey(Form))
        {
            await ProblemPage.ShowAsync(http, StatusCodes.Status400BadRequest);
        }
        else if (!ActingName.IsOf(http.Request.Form, http))
        {
            // Acting for somebody has begun or ended since: what was written in one name is not done in another, unless the person says so.
            await ProblemPage.ShowAsync(http, StatusCodes.Status409Conflict, kind: ProblemPage.InAnotherName);
        }
        else
        {
            await next(http);
        }
    }
}

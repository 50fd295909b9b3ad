using Concord.Platform.Errors;

namespace Concord.Identity.SignIn;

/// <summary>Refuses a form that no person and no client sends: broken, or with NUL characters, which neither the store nor a header can hold.</summary>
internal sealed class ReadableForms : IStartupFilter
{
    // Before everything else: the token server reads the form while it authenticates.
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (context.Request.HasFormContentType && !await IsReadableAsync(context.Request))
            {
                await ProblemAnswer.WriteStatusAsync(context, IdentityModule.Name, StatusCodes.Status400BadRequest);
                return;
            }

            await rest(context);
        });
        next(app);
    };

    private static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted)).All(f => !f.Key.Contains('\0', StringComparison.Ordinal) && f.Value.All(v => v?.Contains('\0', StringComparison.Ordinal) != true));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }
}

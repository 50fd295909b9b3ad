using Concord.Platform.Browsers;
using Concord.Platform.Errors;

namespace Concord.Identity.SignIn;

/// <summary>Refuses a form that cannot be read before everything else: the token server reads it while it authenticates.</summary>
internal sealed class ReadableForms : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (!await context.Request.IsReadableAsync())
            {
                await ProblemAnswer.WriteStatusAsync(context, IdentityModule.Name, StatusCodes.Status400BadRequest);
                return;
            }

            await rest(context);
        });
        next(app);
    };
}

using Concord.Platform.Hosting;
using Concord.Platform.Persistence;

namespace Concord.Identity.Mail;

internal static class MailSetup
{
    public static void AddMail(this IHostApplicationBuilder builder)
    {
        builder.Services.AddScoped<MailDesk>();
        builder.Services.AddSingleton<MailSender>().AddSingleton<ICommitListener>(p => p.GetRequiredService<MailSender>()).AddHostedService(p => p.GetRequiredService<MailSender>());
        builder.Services.Keep<OutgoingMail>(m => m.ExpireTime, TimeSpan.Zero);
        builder.Services.TakesSetting(MailSettings.ServerPort).TakesSetting(MailSettings.Sender).TakesSetting(MailSettings.ServerSecurity);
    }
}

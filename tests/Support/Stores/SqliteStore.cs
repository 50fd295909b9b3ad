using Concord.Platform.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Support;

/// <summary>One file for each directory and service, copied from one that was migrated once.</summary>
internal sealed class SqliteStore : TestStore
{
    private readonly Lazy<string> _templates = new(() => Directory.CreateTempSubdirectory("concord-templates-").FullName);

    public override void Use(IHostApplicationBuilder builder, string service, string directory) =>
        builder.Configuration[$"ConnectionStrings:{service}"] = $"Data Source={Path.Combine(directory, $"{service}.db")}";

    public override async Task PrepareAsync(string service, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        if (!db.Database.IsSqlite() || !db.Database.GetMigrations().Any())
        {
            return;
        }

        var file = db.Database.GetDbConnection().DataSource;
        await OnceAsync(file, async () =>
        {
            if (!File.Exists(file))
            {
                var template = TemplateOf(db.GetType());
                await OnceAsync(template, () => MakeTemplateAsync(template, services));
                File.Copy(template, file);
            }
        });
    }

    private static async Task MakeTemplateAsync(string template, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database;
        db.SetConnectionString(new SqliteConnectionStringBuilder { DataSource = template, Pooling = false }.ConnectionString); // all of it stands in the one file once nobody is connected
        await db.MigrateAsync();
    }

    private string TemplateOf(Type context) => Path.Combine(_templates.Value, $"{context.Name}.db");
}

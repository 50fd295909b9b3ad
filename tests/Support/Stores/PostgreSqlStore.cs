using System.Security.Cryptography;
using System.Text;
using Concord.Platform.Persistence;
using Concord.Support.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Concord.Support;

/// <summary>One private server for the test process, one database for each directory and service, copied from one that was migrated once.</summary>
internal sealed class PostgreSqlStore : TestStore
{
    // Many tests run at once, each with a pool of its own: pools stay small and let go of what they do not use.
    private const string Pool = ";Maximum Pool Size=16;Minimum Pool Size=0;Connection Idle Lifetime=2;Connection Pruning Interval=1;Timeout=30";

    private readonly Lazy<Task<PostgreSqlServer>> _server = new(() => Task.Run(() => PostgreSqlServer.StartAsync()));

    public override DatabaseProvider Engine => DatabaseProvider.PostgreSql;

    public override void Use(IHostApplicationBuilder builder, string service, string directory)
    {
        var database = $"{service}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)).AsSpan(0, 8))}";
        builder.Configuration[ServiceDatabase.Provider.Key] = nameof(DatabaseProvider.PostgreSql);
        builder.Configuration[ServiceDatabase.ConnectionString.For(service).Key] = _server.Value.GetAwaiter().GetResult().ConnectionString(database) + Pool;
    }

    public override Task PrepareAsync(string service, IServiceProvider services)
    {
        var configured = ServiceDatabase.ConnectionString.For(service).RequiredIn(services.GetRequiredService<IConfiguration>());
        var database = new NpgsqlConnectionStringBuilder(configured).Database!;
        return OnceAsync(database, async () =>
        {
            await OnceAsync(service, () => MakeTemplateAsync(service, services));
            await (await _server.Value).ExecuteAsync($"CREATE DATABASE {database} TEMPLATE {service}");
        });
    }

    private async Task MakeTemplateAsync(string service, IServiceProvider services)
    {
        var server = await _server.Value;
        await server.ExecuteAsync($"CREATE DATABASE {service}");
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database;
        db.SetConnectionString(server.ConnectionString(service) + ";Pooling=false"); // a database that someone is connected to cannot be copied
        if (db.GetMigrations().Any())
        {
            await db.MigrateAsync();
        }
        else
        {
            await db.EnsureCreatedAsync();
        }
    }
}

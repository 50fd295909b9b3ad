using System.Data.Common;
using Concord.Platform.Audit;
using Concord.Platform.Audit.Heads;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Persistence;

/// <summary>The databases a service runs on. The model is one; each has its own migrations.</summary>
public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}

/// <summary>One service's context on each provider.</summary>
public sealed record DatabaseFamily<TDb>(Func<DbContextOptions, TDb> Sqlite, Func<DbContextOptions, TDb> SqlServer, Func<DbContextOptions, TDb> PostgreSql)
    where TDb : ServiceDbContext
{
    public TDb Create(DatabaseProvider provider, DbContextOptions options) => provider switch
    {
        DatabaseProvider.SqlServer => SqlServer(options),
        DatabaseProvider.PostgreSql => PostgreSql(options),
        _ => Sqlite(options),
    };
}

/// <summary>Adds to how a service's contexts are made: interceptors, or what a test listens with.</summary>
public interface IStoreOptions
{
    void Configure(DatabaseProvider provider, DbContextOptionsBuilder options);
}

/// <summary>Lets <c>dotnet ef</c> make a context without a host or a server.</summary>
public abstract class DesignTimeFactory<TContext>(DatabaseProvider provider, Func<DbContextOptions, TContext> make) : IDesignTimeDbContextFactory<TContext>
    where TContext : ServiceDbContext
{
    public TContext CreateDbContext(string[] args) => make(ServiceDatabase.Options(provider, provider switch
    {
        DatabaseProvider.SqlServer => "Server=design-time",
        DatabaseProvider.PostgreSql => "Host=design-time",
        _ => "Data Source=design-time.db",
    }));
}

public static class ServiceDatabase
{
    public static readonly Setting Provider = new("Database:Provider", "Sqlite, SqlServer or PostgreSql.", nameof(DatabaseProvider.Sqlite), SettingForm.OneOf(Enum.GetNames<DatabaseProvider>()));
    public static readonly Setting ConnectionString = new("ConnectionStrings:{service}", "Connection string of the service's own database.", Secret: true);

    /// <summary>Registers the service's database, its outbox relay and its sweeper.</summary>
    /// <remarks>Provider and connection string are read when the first context is made, not now: hosts and tests set configuration after this line runs.</remarks>
    public static IHostApplicationBuilder AddServiceDatabase<TDb>(this IHostApplicationBuilder builder, string service, DatabaseFamily<TDb> family) where TDb : ServiceDbContext
    {
        builder.Services.TakesSetting(Provider).NeedsSetting(ConnectionString.For(service));
        builder.Services.AddSingleton(p => new Store(
            ProviderOf(p.GetRequiredService<IConfiguration>()),
            ConnectionString.For(service).RequiredIn(p.GetRequiredService<IConfiguration>()),
            [.. p.GetServices<IStoreOptions>()]));
        builder.Services.TryAddSingleton<IEventTransport, NoTransport>();
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddSingleton<ICommitListener>(p => p.GetRequiredService<OutboxSignal>());
        builder.Services.AddSingleton(p => new StoreAccess(
            p.GetRequiredService<Store>().Provider == DatabaseProvider.Sqlite ? new WriteGate() : null,
            new ActSource(p.GetRequiredService<IHttpContextAccessor>(), p.GetRequiredService<TimeProvider>(), service),
            [.. p.GetServices<ICommitListener>()]));
        builder.Services.AddScoped(p =>
        {
            var store = p.GetRequiredService<Store>();
            var db = family.Create(store.Provider, store.Options);
            db.Attach(p.GetRequiredService<StoreAccess>());
            return db;
        });
        builder.Services.AddScoped<ServiceDbContext>(p => p.GetRequiredService<TDb>());
        builder.Services.AddSingleton(p => ActivatorUtilities.CreateInstance<OutboxRelay>(p, service));
        builder.Services.AddHostedService(p => p.GetRequiredService<OutboxRelay>());
        builder.Services.AddHostedService<RetentionSweeper>();
        builder.Services.AddSingleton<StoreRemains>().AddSingleton<ICommitListener>(p => p.GetRequiredService<StoreRemains>()).AddHostedService(p => p.GetRequiredService<StoreRemains>());
        builder.Services.TakesSetting(SigningKeys.File).TakesSetting(HeadDirectory.Path).TakesSetting(WitnessKeys.Directory);
        builder.Services.AddSingleton<SigningKeySource>().AddSingleton<WitnessKeys>();
        builder.Services.AddSingleton(p => ActivatorUtilities.CreateInstance<HeadSigner>(p, service));
        builder.Services.AddHostedService(p => p.GetRequiredService<HeadSigner>());
        return builder;
    }

    /// <exception cref="SettingException">The provider is none of ours.</exception>
    public static DatabaseProvider ProviderOf(IConfiguration configuration) => Enum.Parse<DatabaseProvider>(Provider.RequiredIn(configuration), ignoreCase: true);

    public static DbContextOptions Options(DatabaseProvider provider, string connectionString, params IEnumerable<IStoreOptions> more)
    {
        var builder = new DbContextOptionsBuilder().AddInterceptors(ReadRecording.Materialized.Instance);
        switch (provider)
        {
            case DatabaseProvider.SqlServer: builder.UseSqlServer(StorePatience.OfSqlServer(connectionString)); break;
            case DatabaseProvider.PostgreSql: builder.UseNpgsql(StorePatience.OfPostgreSql(connectionString)); break;
            default: builder.UseSqlite(connectionString).AddInterceptors(SqlitePragmas.Instance); break;
        }

        foreach (var options in more)
        {
            options.Configure(provider, builder);
        }

        return builder.Options;
    }

    internal sealed class Store(DatabaseProvider provider, string connectionString, IEnumerable<IStoreOptions> more)
    {
        public DatabaseProvider Provider { get; } = provider;
        public DbContextOptions Options { get; } = ServiceDatabase.Options(provider, connectionString, more);
    }

    /// <summary>An acknowledged write is on the disk (FULL), readers never block (WAL), references hold, what is deleted is overwritten.</summary>
    private sealed class SqlitePragmas : DbConnectionInterceptor
    {
        public static readonly SqlitePragmas Instance = new();
        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData); // the driver is synchronous underneath
            return Task.CompletedTask;
        }
    }
}

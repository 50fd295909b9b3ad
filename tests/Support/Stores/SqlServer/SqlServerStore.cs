using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Support;

/// <summary>
/// Runs on SQLite, and writes down for each query and each save what SQL Server would have been sent, made by the service's own SQL Server
/// context from the same query and the same changes. tests/SqlServer.Tests compiles what was written down.
/// </summary>
internal sealed class SqlServerStore : TestStore
{
    private readonly SqliteStore _underneath = new();

    public override void Use(IHostApplicationBuilder builder, string service, string directory)
    {
        _underneath.Use(builder, service, directory);
        builder.Services.AddSingleton<IStoreOptions, Recording>();
    }

    public override Task PrepareAsync(string service, IServiceProvider services) => _underneath.PrepareAsync(service, services);

    private sealed class Recording : IStoreOptions
    {
        public void Configure(DatabaseProvider provider, DbContextOptionsBuilder options) => options
            .ReplaceService<IQueryCompiler, RecordingQueryCompiler>()
            .ReplaceService<IChangeDetector, SaveSites>()
            .ReplaceService<IDatabase, RecordingDatabase>()
            .AddInterceptors(RecordingTransactions.Instance);
    }
}

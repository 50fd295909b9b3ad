using Microsoft.Extensions.Hosting;

namespace Concord.Support;

internal sealed class SqliteStore : TestStore
{
    public override void Use(IHostApplicationBuilder builder, string service, string directory) =>
        builder.Configuration[$"ConnectionStrings:{service}"] = $"Data Source={Path.Combine(directory, $"{service}.db")}";
}

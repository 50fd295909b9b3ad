using Concord.Support;

namespace Concord.Embedded.Tests;

/// <summary>One platform for the tests that only look at it: each start costs as much as all of them together.</summary>
public sealed class LeftAlone : IAsyncLifetime
{
    /// <summary>Its data directory, which it has made itself.</summary>
    public string Data { get; } = Path.Combine(Directory.CreateTempSubdirectory("concord-embedded-").FullName, "data");

    public EmbeddedProcess Process { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Process = await EmbeddedProcess.StartAsync(Data);

    public async ValueTask DisposeAsync() => await Process.DisposeAsync();
}

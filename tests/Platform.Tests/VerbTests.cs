using Concord.Platform.Hosting;
using Concord.Platform.Tests.Notes;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Tests;

/// <summary>What an operator asks of a service's program: done, not done with a line that says why, or not understood. Never a stack.</summary>
public sealed class VerbTests
{
    private static readonly Dictionary<string, string?> Store = new() { ["ConnectionStrings:notes"] = "Data Source=:memory:" };

    [Theory]
    [InlineData(0, "help")]
    [InlineData(2, "improve")]
    [InlineData(2, "migrate", "--all")]
    [InlineData(2, "rotate-key", "--now")]
    [InlineData(0, "rotate-key")] // this service seals nothing
    [InlineData(2, "rotate-token-keys", "--now")]
    [InlineData(0, "rotate-token-keys")] // this service gives out no tokens
    [InlineData(2, "replay", "--limit", "many")]
    [InlineData(2, "resend")]
    [InlineData(2, "resend", "--since", "12:00")]
    [InlineData(2, "resend", "--since", "yesterday")]
    [InlineData(1, "health", "--Listen:Http", "x")]
    [InlineData(1, "replay")] // this service listens, and no broker is set
    [InlineData(1, "replay", "--unheard")]
    public async Task It_ends_with_what_became_of_it(int code, params string[] words) => Assert.Equal(code, await RunAsync(words, Store));

    [Theory]
    [InlineData("migrate")]
    [InlineData("resend", "--since", "2026-01-31T08:00:00Z")]
    public async Task A_store_that_cannot_be_reached_is_not_done(params string[] words)
    {
        Assert.Equal(1, await RunAsync(words, new() { ["ConnectionStrings:notes"] = "Data Source=/nowhere/at/all/notes.db" }));
        Assert.Equal(1, await RunAsync(words, new() { ["ConnectionStrings:notes"] = "no connection string" }));
        Assert.Equal(1, await RunAsync(words, new() { ["ConnectionStrings:notes"] = "Host=127.0.0.1;Port=1", ["Database:Provider"] = "PostgreSql" }));
        Assert.Equal(1, await RunAsync(words, new() { ["ConnectionStrings:notes"] = "Data Source=:memory:", ["Database:Provider"] = "Papyrus" }));
        Assert.Equal(1, await RunAsync(words, []));
    }

    [Fact]
    public async Task A_broker_address_that_is_none_is_not_done() =>
        Assert.Equal(1, await RunAsync(["replay"], new(Store) { ["ConnectionStrings:rabbitmq"] = "broker:5672" }));

    private static Task<int> RunAsync(string[] words, Dictionary<string, string?> settings) =>
        Verbs.RunAsync<NotesModule>(words[0], words[1..], builder => builder.Configuration.AddInMemoryCollection(settings), TextWriter.Null);
}

using System.Net;
using System.Net.NetworkInformation;
using Concord.Platform.Hosting;
using Concord.Support;
using Concord.Support.Servers;

namespace Concord.Embedded.Tests;

/// <summary>The single-process platform as its user meets it.</summary>
public sealed class ProcessTests(LeftAlone platform) : IClassFixture<LeftAlone>
{
    [Fact]
    public async Task A_second_start_finds_everything_again_and_both_end_cleanly()
    {
        var data = Directory.CreateTempSubdirectory("concord-embedded-").FullName;
        var port = Ports.Next();
        string name;
        await using (var first = await EmbeddedProcess.StartAsync(data, port))
        {
            using var client = await AdministratorAsync(first, data);
            name = (await client.PostAsync("/api/v1/organizations", new { displayName = "Kept over a restart", kind = "LOCAL_NGO" })).Is(HttpStatusCode.Created).TextOf("name");
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await EmbeddedProcess.StartAsync(data, port);
        using var again = await AdministratorAsync(second, data);
        Assert.Equal("Kept over a restart", (await again.ReadAsync($"/api/v1/{name}")).Is(HttpStatusCode.OK).TextOf("displayName"));
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task A_wrong_setting_is_named_and_nothing_is_left_behind_by_the_attempt()
    {
        var options = new EmbeddedOptions(Directory.CreateTempSubdirectory("concord-embedded-").FullName, Port: 0, Demonstration: false);
        var refusal = await Assert.ThrowsAsync<SettingException>(() => EmbeddedPlatform.StartAsync(options, builder => builder.Configuration[Draining.Seconds.Key] = "-3"));
        Assert.StartsWith(Draining.Seconds.Key, refusal.Message, StringComparison.Ordinal);
        await using var started = await EmbeddedPlatform.StartAsync(options);
    }

    [Fact]
    public void It_listens_on_this_machine_only_and_keeps_its_data_to_its_owner()
    {
        var data = platform.Data;
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == platform.Process.Port).ToList();
        Assert.NotEmpty(listeners);
        Assert.All(listeners, l => Assert.Equal(IPAddress.Loopback, l.Address));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data));
        foreach (var secret in Directory.GetFiles(Path.Combine(data, "keys")).Append(Path.Combine(data, "demo-sign-in.txt")).Append(Path.Combine(data, "first-sign-in.txt")))
        {
            Assert.True((File.GetUnixFileMode(secret) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) == 0, $"{secret} can be read by others.");
        }
    }

    [Fact]
    public async Task A_second_process_on_the_same_data_or_port_is_refused_in_plain_words()
    {
        var sameData = await Assert.ThrowsAsync<InvalidOperationException>(() => EmbeddedPlatform.StartAsync(new EmbeddedOptions(platform.Data, 0)));
        Assert.Contains("another Concord process", sameData.Message, StringComparison.Ordinal);
        var samePort = await Assert.ThrowsAsync<InvalidOperationException>(() => EmbeddedPlatform.StartAsync(new EmbeddedOptions($"{platform.Data}-other", platform.Process.Port)));
        Assert.Contains("--port", samePort.Message, StringComparison.Ordinal);
    }

    private static Task<HttpClient> AdministratorAsync(EmbeddedProcess process, string data) => FirstAdministrator.ClientAsync(process.Address, data);
}

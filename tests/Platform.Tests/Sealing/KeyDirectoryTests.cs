using System.Net;
using Concord.Platform.Hosting;
using Concord.Platform.Sealing;
using Concord.Support;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Tests.Sealing;

/// <summary>The key ring as files: nobody else may read them, and what cannot be used is refused at the start.</summary>
public sealed class KeyDirectoryTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;

    private string Keys => Path.Combine(_directory, "sealing-keys", VaultModule.Name);

    [Fact]
    public async Task The_first_start_makes_one_key_that_is_its_owner_s_alone()
    {
        await using var vault = await VaultModule.StartAsync(_directory);
        Assert.Equal(Private, File.GetUnixFileMode(Directory.GetFiles(Keys).Single()));
        Assert.Equal(Private | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys));
        await using var again = await VaultModule.StartAsync(_directory);
        Assert.Single(Directory.GetFiles(Keys));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead, false)]
    [InlineData(UnixFileMode.OtherRead, false)]
    [InlineData(UnixFileMode.GroupWrite, false)]
    [InlineData(UnixFileMode.OtherExecute, true)]
    [InlineData(UnixFileMode.GroupRead, true)]
    public async Task Keys_that_others_can_read_stop_the_start(UnixFileMode more, bool ofTheDirectory)
    {
        await using (await VaultModule.StartAsync(_directory))
        {
        }

        var path = ofTheDirectory ? Keys : Directory.GetFiles(Keys).Single();
        File.SetUnixFileMode(path, File.GetUnixFileMode(path) | more);
        var refused = await Assert.ThrowsAsync<SettingException>(() => VaultModule.StartAsync(_directory));
        Assert.Contains("can be read by others", refused.Message, StringComparison.Ordinal);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("00ff")]
    public async Task A_file_without_a_key_stops_the_start(string content)
    {
        Directory.CreateDirectory(Keys, Private | UnixFileMode.UserExecute);
        var file = Path.Combine(Keys, "000001-00000000.key");
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(file, Private);
        Assert.Contains("holds no key", (await Assert.ThrowsAsync<SettingException>(() => VaultModule.StartAsync(_directory))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_directory_beside_a_store_that_holds_keys_stops_the_start()
    {
        await using (var vault = await VaultModule.StartAsync(_directory))
        {
            (await vault.DepositAsync("ama", "x")).Is(HttpStatusCode.NoContent);
        }

        File.Delete(Directory.GetFiles(Keys).Single());
        Assert.Contains("it is empty", (await Assert.ThrowsAsync<SettingException>(() => VaultModule.StartAsync(_directory))).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Keys));
    }

    [Fact]
    public async Task A_program_that_seals_needs_the_setting()
    {
        await using var app = ServiceHost.Build<VaultModule>([], b => b.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:vault"] = "Data Source=:memory:", ["Identity:Issuer"] = "http://concord.test/" }));
        Assert.StartsWith("Set Sealing:KeyDirectory", Assert.Throws<SettingException>(app.Services.CheckSettings).Message, StringComparison.Ordinal);
    }

    [Fact, Abuse(31)]
    public async Task A_key_made_elsewhere_is_current_here_at_once_and_the_older_one_still_unwraps()
    {
        var settings = new ConfigurationManager { ["Sealing:KeyDirectory"] = Keys };
        var (one, other) = (new KeyDirectory(settings, TimeProvider.System), new KeyDirectory(settings, TimeProvider.System));
        await one.PrepareAsync(_ => Task.FromResult(false), Token);
        var key = Envelope.NewKey();
        var before = await other.WrapAsync(key, "people/a", Token);
        var made = await one.RenewAsync(Token);
        Assert.NotEqual(before.RingKey, made);
        Assert.Equal(made, (await other.WrapAsync(key, "people/a", Token)).RingKey);
        Assert.Equal(key, await one.UnwrapAsync(before, "people/a", Token));
        await Assert.ThrowsAsync<KeyRingException>(async () => await one.UnwrapAsync(before, "people/b", Token));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}

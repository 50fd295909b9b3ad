using Concord.Identity.Tokens.Keys;
using Concord.Platform.Security.Keys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Identity.Tests.Keys;

/// <summary>Which of several keys signs, which are published and which still open something, as time goes on.</summary>
public sealed class KeyChoiceTests
{
    private static readonly DateTime s_second = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime s_third = s_second.AddMinutes(20);

    [Theory]
    [InlineData("2026-03-01T11:59:59Z", 0, "012", "012", "")]
    [InlineData("2026-03-01T12:00:00Z", 1, "012", "012", "")]
    [InlineData("2026-03-01T12:16:29Z", 1, "012", "012", "")]
    [InlineData("2026-03-01T12:16:30Z", 1, "12", "012", "")] // 15 minutes of a token, half a minute between clocks, a minute between replicas
    [InlineData("2026-03-01T12:20:00Z", 2, "12", "012", "")]
    [InlineData("2026-03-01T12:36:30Z", 2, "2", "012", "")]
    [InlineData("2026-03-01T20:00:59Z", 2, "2", "012", "")]
    [InlineData("2026-03-01T20:01:00Z", 2, "2", "12", "0")]
    [InlineData("2026-03-01T20:21:00Z", 2, "2", "2", "01")]
    [InlineData("2031-03-01T12:00:00Z", 2, "2", "2", "01")]
    public void A_key_signs_from_its_day_on_and_is_taken_as_long_as_something_of_it_may_be_alive(string now, int current, string published, string held, string over)
    {
        KeyName[] names = [KeyName.First, KeyName.From(s_second), KeyName.From(s_third)];
        var choice = KeyChoice.At(DateTime.Parse(now, null, System.Globalization.DateTimeStyles.AdjustToUniversal), names);
        string Of(IReadOnlyList<KeyName> chosen) => string.Concat(chosen.Select(n => Array.IndexOf(names, n)));
        Assert.Equal((current, published, held, over), (Array.IndexOf(names, choice.Current), Of(choice.Published), Of(choice.Held), Of(choice.Over)));
    }

    [Fact]
    public void Where_the_clock_is_behind_that_of_who_made_the_only_key_it_signs_all_the_same()
    {
        var only = KeyName.From(s_second);
        Assert.Equal(only, KeyChoice.At(s_second.AddSeconds(-3), [only]).Current);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("-20260301T120000Z-0a1b2c3d", true)]
    [InlineData("-20260301T120000Z", false)]
    [InlineData("-20261301T120000Z-0a1b2c3d", false)]
    [InlineData("-old", false)]
    [InlineData(".copy", false)]
    public void A_file_of_another_name_is_no_key(string text, bool isOne) => Assert.Equal(isOne, KeyName.TryParse(text) is { } name && name.Text == text);

    [Fact]
    public void Replicas_that_share_a_directory_choose_the_same_and_one_act_is_enough()
    {
        var time = new FakeTimeProvider(s_second);
        var files = new KeyFiles(new ConfigurationManager { [KeyFiles.KeyDirectory.Key] = Directory.CreateTempSubdirectory("concord-test-").FullName });
        using var one = new TokenKeys(files, time);
        using var other = new TokenKeys(files, time);
        var first = one.Live.Current.Id;
        Assert.Equal(first, other.Live.Current.Id);

        var rotation = new KeyRotation(files, time);
        var said = rotation.Rotate(atOnce: false);
        Assert.EndsWith("what was signed before stays good.", said, StringComparison.Ordinal);
        Assert.Equal($"{said.Split(' ')[0]} signs from 2026-03-01T12:15:00Z on already; no other was made.", rotation.Rotate(atOnce: false));
        Assert.Equal((first, first), (one.Look().Current.Id, other.Look().Current.Id));
        Assert.Equal(one.Live.Ids, other.Live.Ids);
        Assert.Equal(2, one.Live.Ids.Count);

        time.Advance(KeyChoice.Announced);
        Assert.Equal((said.Split(' ')[0], said.Split(' ')[0]), (one.Look().Current.Id, other.Look().Current.Id));
        using (files.Lock())
        {
            Assert.Throws<IOException>(() => rotation.Rotate(atOnce: true));
        }

        var stolen = one.Live;
        Assert.EndsWith("signs now; what another key signed is good no more, and 2 of them are removed.", rotation.Rotate(atOnce: true), StringComparison.Ordinal);
        Assert.Single(one.Look().Held);
        Assert.Equal(one.Live.Ids, other.Look().Ids);
        Assert.DoesNotContain(one.Live.Current.Id, stolen.Ids);
    }

    [Fact]
    public void Files_are_their_owner_s_alone_and_what_is_over_is_removed_with_the_next_act()
    {
        var time = new FakeTimeProvider(s_second);
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        var files = new KeyFiles(new ConfigurationManager { [KeyFiles.KeyDirectory.Key] = directory });
        var rotation = new KeyRotation(files, time);
        rotation.Rotate(atOnce: false);
        Assert.Equal(5, Directory.GetFiles(directory).Length); // two pairs, and the lock
        Assert.All(Directory.GetFiles(directory), f => Assert.True(PrivateFile.IsPrivate(f), f));

        time.Advance(KeyChoice.Announced + KeyChoice.RefreshAlive);
        rotation.Rotate(atOnce: false);
        Assert.False(File.Exists(Path.Combine(directory, "signing-key.pem")));
        Assert.False(File.Exists(Path.Combine(directory, "encryption-key.bin")));
        Assert.Equal(2, files.Names().Count);
    }
}

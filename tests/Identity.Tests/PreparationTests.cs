using System.Net;
using Concord.Support;

namespace Concord.Identity.Tests;

/// <summary>Several replicas that prepare one new store share what they made: keys, clients, first accounts and the files that tell their passwords.</summary>
public sealed class PreparationTests
{
    [Fact]
    public async Task Of_several_first_starts_at_once_the_passwords_in_the_files_open_the_accounts()
    {
        for (var round = 0; round < 2; round++)
        {
            var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
            var replicas = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => IdentityHost.StartAsync(directory))));
            var administrator = (await File.ReadAllLinesAsync(Path.Combine(directory, "first-sign-in.txt"))).Single().Split('\t');
            foreach (var replica in replicas)
            {
                using var browser = new Browser(replica.Address);
                Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync("/account/sign-in", administrator[0], administrator[1])).StatusCode);
                using var other = new Browser(replica.Address);
                var person = replica.Secrets.First(s => s.Key.Contains('@', StringComparison.Ordinal));
                Assert.Equal(HttpStatusCode.Redirect, (await other.SignInAsync("/account/sign-in", person.Key, person.Value)).StatusCode);
            }

            foreach (var replica in replicas)
            {
                await replica.DisposeAsync();
            }
        }
    }
}

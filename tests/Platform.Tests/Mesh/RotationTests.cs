using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using Concord.Platform.Http;
using Concord.Support;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Platform.Tests.Mesh;

/// <summary>Certificates and authorities change under running services.</summary>
public sealed class RotationTests
{
    private const string Notes = "notes";

    [Fact]
    public async Task A_client_that_keeps_asking_does_not_notice_that_both_certificates_are_renewed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var files = new MeshFiles(time, Notes, "designation");
        await using var service = await AskedModule.StartAsync(files.DirectoryOf(Notes), time);
        var seen = new ConcurrentDictionary<string, bool>();
        var way = files.Member("designation").Towards(Notes)!;
        var check = way.RemoteCertificateValidationCallback!;
        way.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            seen.TryAdd(((X509Certificate2)certificate!).SerialNumber, true);
            return check(sender, certificate, chain, errors);
        };
        using var socket = ReplicaHandler.Socket(way);
        socket.PooledConnectionLifetime = TimeSpan.FromMilliseconds(5); // some on the same connection, many on new ones
        using var client = new HttpClient(socket) { BaseAddress = new Uri(service.HttpAddress) };
        using var end = new CancellationTokenSource();
        var told = new int[4];
        var asking = Enumerable.Range(0, told.Length).Select(asker => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                Assert.Equal("told", await client.GetStringAsync(AskedModule.Internal));
                Interlocked.Increment(ref told[asker]);
            }
        })).ToList();

        // Hours pass here within milliseconds; a connection takes milliseconds too. Nobody is in the middle of opening one while two halves of a day go by.
        async Task EverybodyAskedAnewAsync()
        {
            var before = told.ToArray();
            await Eventually.TrueAsync(() => Task.FromResult(asking.Any(a => a.IsCompleted) || before.Select((b, i) => Volatile.Read(ref told[i]) >= b + 5).All(enough => enough)), "everybody asks on");
        }

        var old = files.CertificateOf(Notes).SerialNumber;
        await Eventually.TrueAsync(() => Task.FromResult(seen.ContainsKey(old)), "the first certificate is seen");
        for (var i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromHours(13));
            files.Run(Notes, "designation");
            var next = files.CertificateOf(Notes).SerialNumber;
            Assert.NotEqual(old, next);
            await Eventually.TrueAsync(() => Task.FromResult(seen.ContainsKey(next) || asking.Any(a => a.IsCompleted)), "the next certificate is seen");
            await EverybodyAskedAnewAsync();
            old = next;
        }

        await end.CancelAsync();
        await Task.WhenAll(asking);
        Assert.All(told, asked => Assert.True(asked > 0));
        Assert.Equal(4, seen.Count);
    }

    [Fact, Abuse(31)]
    public async Task An_authority_gives_way_to_the_next_with_both_trusted_meanwhile()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var files = new MeshFiles(time, Notes, "designation");
        await using var service = await AskedModule.StartAsync(files.DirectoryOf(Notes), time);
        using var client = files.Client("designation", Notes, service.HttpAddress);
        var yesterday = Directory.CreateTempSubdirectory("concord-mesh-").FullName;
        using var late = MeshFiles.Client(files.MemberOf(Copy(files.DirectoryOf("designation"), yesterday), "designation"), Notes, service.HttpAddress);
        HashSet<string> signers = [];
        for (var hours = 0; hours < 100 * 24; hours += 11)
        {
            time.Advance(TimeSpan.FromHours(11));
            files.Run(Notes, "designation");
            Assert.Equal("told", await client.GetStringAsync(AskedModule.Internal));
            Assert.Equal("told", await late.GetStringAsync(AskedModule.Internal)); // has not heard of this round yet
            Copy(files.DirectoryOf("designation"), yesterday);
            signers.Add(files.CertificateOf(Notes).Issuer);
            Assert.InRange(files.TrustOf(Notes).Count, 1, 2);
        }

        Assert.Equal(2, signers.Count);
        Assert.Single(files.TrustOf(Notes)); // the first one's time is over
        Directory.Delete(yesterday, recursive: true);
    }

    [Fact]
    public async Task A_new_authority_ends_what_the_old_one_gave_out_also_on_connections_that_stand()
    {
        using var files = new MeshFiles(Notes, "designation");
        await using var service = await AskedModule.StartAsync(files.DirectoryOf(Notes));
        var stolen = Copy(files.DirectoryOf("designation"), Directory.CreateTempSubdirectory("concord-mesh-").FullName);
        using var standing = new HttpClient(ReplicaHandler.Socket(files.MemberOf(stolen, "designation").Towards(Notes))) { BaseAddress = new Uri(service.HttpAddress) };
        Assert.Equal("told", await standing.GetStringAsync(AskedModule.Internal));
        files.Run(TimeProvider.System, anew: true, Notes, "designation");
        using var honest = files.Client("designation", Notes, service.HttpAddress);
        Assert.Equal("told", await honest.GetStringAsync(AskedModule.Internal));
        await Assert.ThrowsAsync<HttpRequestException>(() => standing.GetStringAsync(AskedModule.Internal));
        Directory.Delete(stolen, recursive: true);
    }

    [Fact]
    public async Task A_connection_does_not_outlive_the_certificate_that_opened_it()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var files = new MeshFiles(time, Notes, "designation");
        await using var service = await AskedModule.StartAsync(files.DirectoryOf(Notes), time);
        using var standing = new HttpClient(ReplicaHandler.Socket(files.Member("designation").Towards(Notes))) { BaseAddress = new Uri(service.HttpAddress) };
        Assert.Equal("told", await standing.GetStringAsync(AskedModule.Internal));
        time.Advance(TimeSpan.FromHours(25));
        await Assert.ThrowsAsync<HttpRequestException>(() => standing.GetStringAsync(AskedModule.Internal));
    }

    [Fact]
    public async Task Files_that_cannot_be_read_take_nothing_away()
    {
        using var files = new MeshFiles(Notes, "designation");
        await using var service = await AskedModule.StartAsync(files.DirectoryOf(Notes));
        using var client = files.Client("designation", Notes, service.HttpAddress);
        Assert.Equal("told", await client.GetStringAsync(AskedModule.Internal));
        await File.WriteAllTextAsync(Path.Combine(files.DirectoryOf(Notes), "service.pem"), "half a certif", TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(files.DirectoryOf("designation"), "authorities.pem"));
        Assert.Equal("told", await client.GetStringAsync(AskedModule.Internal));
    }

    private static string Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        return to;
    }
}

using System.Security.Cryptography.X509Certificates;
using Concord.Certificates;
using Concord.Platform.Mesh;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Platform.Tests.Mesh;

/// <summary>The program that makes them.</summary>
public sealed class CertificateTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _time = new(s_now);

    [Fact]
    public void A_certificate_names_its_service_for_a_day_for_both_ends_of_a_connection()
    {
        using var files = new MeshFiles(_time, "roster");
        using var made = files.CertificateOf("roster");
        Assert.Equal("roster", SpiffeId.ServiceOf(made));
        Assert.Equal((s_now.AddMinutes(-5).UtcDateTime, s_now.AddHours(24).UtcDateTime), (made.NotBefore.ToUniversalTime(), made.NotAfter.ToUniversalTime()));
        Assert.Equal("ECC", made.PublicKey.Oid.FriendlyName);
        Assert.Equal(["localhost", "roster", "roster-grpc"], made.Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames().Order(StringComparer.Ordinal));
        Assert.All((string[])[PeerCertificate.Client, PeerCertificate.Server], purpose => Assert.Equal("roster", PeerCertificate.Examine(made, files.TrustOf("roster"), purpose, _time).Service));
        Assert.NotNull(PeerCertificate.Examine(made, files.TrustOf("roster"), "1.3.6.1.5.5.7.3.4", _time).Fault); // mail
    }

    [Fact]
    public void An_authority_is_no_service()
    {
        using var files = new MeshFiles(_time, "roster");
        Assert.NotNull(PeerCertificate.Examine(files.TrustOf("roster")[0], files.TrustOf("roster"), PeerCertificate.Client, _time).Fault);
    }

    [Fact]
    public void Keys_are_for_their_owner_only_and_those_of_the_authority_are_in_no_service_s_directory()
    {
        using var files = new MeshFiles(_time, "roster", "gateway");
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        Assert.All(Directory.GetFiles(files.Root, "*", SearchOption.AllDirectories), f => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(f)));
        Assert.All(Directory.GetDirectories(files.Root), d => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(d)));
        Assert.Equal(["authorities.pem", "service.pem"], Directory.GetFiles(files.DirectoryOf("roster")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("KEY", File.ReadAllText(Path.Combine(files.DirectoryOf("roster"), "authorities.pem")), StringComparison.Ordinal);
        Assert.NotEqual(files.CertificateOf("roster").GetPublicKeyString(), files.CertificateOf("gateway").GetPublicKeyString());
    }

    [Fact]
    public void It_is_renewed_past_half_of_its_life_and_where_it_says_something_else()
    {
        using var files = new MeshFiles(_time, "roster");
        _time.Advance(TimeSpan.FromHours(11));
        Assert.Equal("", files.Run("roster"));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.StartsWith("roster: new certificate", files.Run("roster"), StringComparison.Ordinal);
        using var said = new StringWriter();
        new Round(new Order(files.Root, ["roster"]) { Hosts = ["roster.example"] }, _time, said).Run();
        Assert.Contains("roster.example", files.CertificateOf("roster").Extensions.OfType<X509SubjectAlternativeNameExtension>().Single().EnumerateDnsNames());
        Assert.StartsWith("roster: new certificate", files.Run(_time, anew: true, "roster"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_watcher_is_told_when_nobody_renews()
    {
        using var files = new MeshFiles(_time, "roster");
        using var errors = new StringWriter();
        _time.Advance(TimeSpan.FromHours(17));
        Assert.Equal(0, Expiry.Check(files.Root, ["roster"], _time, errors));
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, Expiry.Check(files.Root, ["roster"], _time, errors));
        Assert.Equal(1, Expiry.Check(files.Root, ["gateway"], _time, errors));
        Assert.Equal(["roster: good for 6.0 hours more", "gateway: no certificate"], errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Two_runs_at_once_do_not_make_two_authorities()
    {
        using var files = new MeshFiles(_time, "roster");
        using var other = PrivateFiles.Lock(Path.Combine(files.Root, "authority"));
        Assert.Throws<IOException>(() => files.Run(_time, anew: true, "roster"));
    }

    [Theory]
    [InlineData(true, "d", "roster")]
    [InlineData(true, "d", "roster", "gateway", "--authority", "a", "--host", "x", "--host", "y", "--every", "60", "--anew")]
    [InlineData(false, "d")]
    [InlineData(false, "d", "../roster")]
    [InlineData(false, "d", "Roster")]
    [InlineData(false, "d", "roster", "roster")]
    [InlineData(false, "d", "authority")]
    [InlineData(false, "d", "roster", "--authority", "d/roster")]
    [InlineData(false, "d", "roster", "--every", "0")]
    [InlineData(false, "d", "roster", "--every")]
    [InlineData(false, "d", "roster", "--more")]
    public void An_order_is_understood_or_refused(bool understood, params string[] words) => Assert.Equal(understood, Order.Read(words) is not null);
}

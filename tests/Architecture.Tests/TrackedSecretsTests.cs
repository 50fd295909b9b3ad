using System.Diagnostics;
using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>No key, password or token stands in the repository: every tracked file is read.</summary>
public sealed partial class TrackedSecretsTests
{
    /// <summary>What looks like a secret and is none, by file.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["tests/tools/lint/package-lock.json"] = "hashes of packages, which make the lock a lock",
        ["packs.lock"] = "the same",
        ["contracts/openapi/examples.json"] = "the signature of an example, which verifies nothing",
        ["contracts/openapi/v1.json"] = "the same example",
        ["services/Identity/Accounts/Passwords.cs"] = "the letters that passwords are made of",
        ["tests/Platform.Tests/Audit/MerkleTreeTests.cs"] = "test vectors of RFC 9162",
        ["tests/Platform.Tests/HttpTests.cs"] = "a page token of an earlier version",
        ["tests/Platform.Tests/Mesh/CertificateTests.cs"] = "the number of a key use, as certificates write it",
        ["tests/Roster.Tests/SyntheticTests.cs"] = "the digest of a synthetic roster",
        ["tests/Architecture.Tests/TrackedSecretsTests.cs"] = "what is to be found",
    };

    [Fact, Abuse(34)]
    public async Task No_tracked_file_holds_a_secret_and_each_exception_is_needed()
    {
        var files = await TrackedAsync();
        Assert.True(files.Count > 500, $"{files.Count} files");
        var found = files.Where(f => File.Exists(Repository.PathOf(f)) && Find(File.ReadAllText(Repository.PathOf(f))).Any()).ToList();
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact, Abuse(34)]
    public async Task Files_that_hold_secrets_of_an_installation_are_not_tracked() =>
        Assert.DoesNotContain(await TrackedAsync(), f => SecretFile().IsMatch(f));

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY-----", true)]
    [InlineData("-----BEGIN EC PRIVATE KEY-----", true)]
    [InlineData("-----BEGIN PUBLIC KEY-----", false)]
    [InlineData("secret = ccs_Zk3v9QmT1xW8rB5nY2cL7hJ0pD4sF6gAeUiOqKtVbMw", true)]
    [InlineData("Authorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhY2NvdW50cy8xIn0.c2lnbmF0dXJl", true)]
    [InlineData("key: AKIAIOSFODNN7EXAMPLE", true)]
    [InlineData("GATEWAY_SECRET=C3f9a1b7d5e2c8046fb19e7d3a5c0482716be9d4f0a63c58e", true)]
    [InlineData("Zk3v9QmT1xW8rB5nY2cL7hJ0pD4sF6gAeUiOqKtVbMw=", true)]
    [InlineData("amqp://concord:S3cretOfTheBroker@broker:5672", true)]
    [InlineData("amqp://user:password@host:5672/vhost", false)]
    [InlineData("amqp://concord:${RABBITMQ_PASSWORD:?Run docker/make-secrets.sh first}@rabbitmq:5672", false)]
    [InlineData("organizations/efbb6787-716b-8484-9adf-110f51f7762f", false)]
    [InlineData("A_record_that_is_Strictly_Confidential_is_for_those_named_in_the_compartment", false)]
    public void A_secret_is_told_from_what_is_none(string text, bool secret) => Assert.Equal(secret, Find(text).Any());

    private static IEnumerable<string> Find(string text) =>
        Known().Matches(text).Select(m => m.Value).Concat(Words().Matches(Names().Replace(text, " ")).Select(m => m.Value).Where(IsRandom));

    // Letters of both cases and digits as a random text mixes them, or hexadecimal digits as no word has them.
    private static bool IsRandom(string word) =>
        (word.Any(char.IsAsciiLetterLower) && word.Any(char.IsAsciiLetterUpper) && word.Any(char.IsAsciiDigit) && Entropy(word) >= 4.3) || (word.TrimStart('C').All(char.IsAsciiHexDigit) && Entropy(word) > 3);

    private static double Entropy(string word) => -word.GroupBy(c => c).Sum(g => (double)g.Count() / word.Length * Math.Log2((double)g.Count() / word.Length));

    private static async Task<IReadOnlyList<string>> TrackedAsync()
    {
        Assert.SkipUnless(Path.Exists(Repository.PathOf(".git")), "This is no checkout.");
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        return (await git.StandardOutput.ReadToEndAsync()).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----|ccs_[A-Za-z0-9_-]{40,}|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}|://[a-z]+:(?!password@|guest@|secret@|\$|\{)[^\s/@:""'{}]{12,}@")]
    private static partial Regex Known();

    [GeneratedRegex("[A-Za-z0-9+/_=-]{32,}")]
    private static partial Regex Words();

    // Numbers of records and of migrations; hashes of packages, which LockTests holds to what was restored.
    [GeneratedRegex(@"[a-zA-Z=/]*/?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9]{14}_[A-Za-z]+|""contentHash"": ""[A-Za-z0-9+/]{86}==""|GATEWAY_SECRET=")]
    private static partial Regex Names();

    [GeneratedRegex(@"(^|/)(\.env(\..+)?|.*\.(pem|pfx|p12|key|secret|db|db-wal)|(first|demo)-sign-in\.txt)$")]
    private static partial Regex SecretFile();
}

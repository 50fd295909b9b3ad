using System.Security.Cryptography;
using System.Text;
using Concord.Contracts.Audit;
using Concord.Platform.Texts;
using Concord.Portal.Audit;
using Concord.Portal.Texts;
using Concord.Support;

namespace Concord.Portal.Tests;

/// <summary>What auditors read is in words where there are words, and what a page says of a proof is so.</summary>
public sealed class AuditWordTests
{
    private const string Id = "0197a000-0000-7000-8000-000000000001";
    private static readonly string s_key = NewKey();

    [Fact]
    public void Every_permission_has_a_word_and_can_be_looked_for()
    {
        var permissions = File.ReadLines(Repository.PathOf("contracts", "surface.txt")).SkipWhile(l => l != "[permissions]").Skip(1).TakeWhile(l => l.Length > 0).Select(l => l.Split(" = ")[0]).ToList();
        Assert.NotEmpty(permissions);
        Assert.DoesNotContain(permissions, p => !AuditWords.HasWord(p));
        Assert.Empty(permissions.Except(AuditWords.Known));
        Assert.Empty(AuditWords.Known.Where(a => a.Count(c => c == '.') == 2).Except(permissions)); // nothing that is no act any more
    }

    [Theory]
    [InlineData("designation.processes.read", "See a process", "en")]
    [InlineData("roster.audit.read", "Read the audit chain", "en")]
    [InlineData("hear concord.partners.organization.registered.v1", "Take note of what another service tells", "en")]
    [InlineData("GET /connect/userinfo", "GET /connect/userinfo", "en")]
    public void What_has_no_word_is_shown_as_it_stands_in_the_chain(string action, string text, string language) =>
        Assert.Equal((text, language), (PortalTexts.In(Language.English).Act(action).Text, PortalTexts.In(Language.English).Act(action).Language));

    [Theory]
    [InlineData($"processes/{Id}", $"processes/{Id}")]
    [InlineData($"https://concord.example/processes/{Id}/people", $"processes/{Id}")]
    [InlineData($"/api/v1/processes/0197a000-0000-7000-8000-000000000009/claims/{Id}:withdraw", $"claims/{Id}")]
    [InlineData($"https://concord.example/roster/{Id}", $"profiles/{Id}")]
    [InlineData("audit/roster/entries/7", "audit/roster/entries/7")]
    [InlineData(null, null)]
    public void A_record_is_found_in_whatever_address_was_pasted(string? typed, string? record) => Assert.Equal(record, EntryFilter.RecordOf(typed));

    [Theory]
    [InlineData(Id, $"accounts/{Id}")]
    [InlineData($"accounts/{Id}", $"accounts/{Id}")]
    [InlineData("clients/demo-witness", "clients/demo-witness")]
    public void A_bare_number_is_that_of_an_account(string typed, string actor) => Assert.Equal(actor, EntryFilter.ActorOf(typed));

    [Fact]
    public void An_entry_s_proof_is_good_only_as_it_was_signed_over_what_was_entered()
    {
        var text = Text(0);
        var proof = new EntryProof(0, text, [], Head(1, MerkleTree.Leaf(Encoding.UTF8.GetBytes(text))));
        Assert.Equal(ProofVerdict.Good, ProofChecks.Of(proof, PublicPart(s_key)));
        Assert.Equal(ProofVerdict.NoKey, ProofChecks.Of(proof, ""));
        Assert.Equal(ProofVerdict.NotSigned, ProofChecks.Of(proof, PublicPart(NewKey())));
        Assert.Equal(ProofVerdict.NotSigned, ProofChecks.Of(proof with { Head = proof.Head with { Size = 2 } }, PublicPart(s_key)));
        Assert.Equal(ProofVerdict.NotCounted, ProofChecks.Of(proof with { Text = text.Replace("DONE", "REFUSED", StringComparison.Ordinal) }, PublicPart(s_key)));
        Assert.Equal((Convert.ToHexStringLower(MerkleTree.Leaf(Encoding.UTF8.GetBytes(text))), "DONE"), (AuditedEntry.Of(text)!.Hash, AuditedEntry.Of(text)!.Outcome));
        Assert.Null(AuditedEntry.Of("{}"));
    }

    [Fact]
    public void A_head_continues_another_only_where_nothing_before_was_changed()
    {
        var leaves = Enumerable.Range(0, 2).Select(i => MerkleTree.Leaf(Encoding.UTF8.GetBytes(Text(i)))).ToList();
        var (smaller, larger) = (Head(1, leaves[0]), Head(2, SHA256.HashData([1, .. leaves[0], .. leaves[1]])));
        var proof = new HeadProof(1, larger, [Convert.ToHexStringLower(leaves[1])]);
        Assert.Equal(ProofVerdict.Good, ProofChecks.Of(proof, smaller, PublicPart(s_key)));
        Assert.Equal(ProofVerdict.NotContinued, ProofChecks.Of(proof, Head(1, leaves[1]), PublicPart(s_key)));
        Assert.Equal(ProofVerdict.NotSigned, ProofChecks.Of(proof, smaller with { Root = larger.Root }, PublicPart(s_key)));
        Assert.Equal(ProofVerdict.NoKey, ProofChecks.Of(proof, smaller, ""));
    }

    private static string Text(int sequence) =>
        new AuditContent(sequence, new string('0', 64), new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc), "roster", "services/roster", null, null, "seed", AuditOutcome.Done, null, null, [], []).Write();

    private static SignedHead Head(long size, byte[] root)
    {
        using var key = HeadKey.Read(s_key);
        return SignedHead.Sign(new AuditHead("roster", size, Convert.ToHexStringLower(root), new DateTime(2026, 3, 1, 0, 1, 0, DateTimeKind.Utc)), key);
    }

    private static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string PublicPart(string pem)
    {
        using var key = HeadKey.Read(pem);
        return key.ExportSubjectPublicKeyInfoPem();
    }
}

using System.Globalization;
using System.Text;
using Concord.Contracts.Audit;
using Concord.Support;

namespace Concord.Platform.Tests.Audit;

/// <summary>A chain that somebody has tampered with: the check names the first entry that is not what it was.</summary>
public sealed class ChainCheckTests
{
    private const string Service = "notes";
    private const int Length = 60;
    private const int Mutations = 10_000;
    private static readonly FoundEntry[] s_chain = [.. Chain()];
    private static readonly byte[] s_last = s_chain[^1].Hash!;

    [Fact]
    public void An_untouched_chain_is_good_and_its_root_is_that_of_its_hashes()
    {
        var check = new ChainCheck(Service);
        Assert.All(s_chain, e => Assert.Null(check.Add(e)));
        Assert.Null(check.End(Length, s_last));
        Assert.Equal(NaiveTree.Root([.. s_chain.Select(e => e.Hash!)]), check.Root);
    }

    [Fact, Abuse(26)]
    public void Of_ten_thousand_random_changes_each_is_found_at_its_place()
    {
        var random = new Random(7);
        for (var i = 0; i < Mutations; i++)
        {
            var (name, place, chain) = Mutate(random);
            var fault = Check(chain);
            Assert.True(fault?.Sequence == place, $"{name} at {place}: {fault}");
        }
    }

    [Fact]
    public void Whoever_rewrites_an_entry_with_its_hash_and_all_that_follow_is_found_by_the_hash_of_the_end()
    {
        var rewritten = new List<FoundEntry>(s_chain[..10]);
        var previous = Convert.ToHexStringLower(s_chain[9].Hash!);
        for (var i = 10; i < Length; i++)
        {
            var content = AuditContent.Read(s_chain[i].Text)! with { Previous = previous };
            var text = (i == 10 ? content with { Actor = "accounts/another" } : content).Write();
            var hash = MerkleTree.Leaf(Encoding.UTF8.GetBytes(text));
            rewritten.Add(new FoundEntry(i, text, hash));
            previous = Convert.ToHexStringLower(hash);
        }

        Assert.Equal(Length - 1, Check(rewritten)?.Sequence);
    }

    private static ChainFault? Check(IEnumerable<FoundEntry> chain)
    {
        var check = new ChainCheck(Service);
        foreach (var entry in chain)
        {
            if (check.Add(entry) is { } fault)
            {
                return fault;
            }
        }

        return check.End(Length, s_last);
    }

    // As somebody with the database would: rows keep their keys unless they are moved.
    private static (string Name, int Place, List<FoundEntry> Chain) Mutate(Random random)
    {
        var chain = s_chain.ToList();
        var place = random.Next(Length - 1);
        var entry = chain[place];
        var beside = entry.Beside!;
        switch (random.Next(11))
        {
            case 0:
                var text = Encoding.UTF8.GetBytes(entry.Text);
                var at = random.Next(text.Length);
                text[at] = (byte)(text[at] == 'x' ? 'y' : 'x');
                chain[place] = entry with { Text = Encoding.UTF8.GetString(text) };
                return ("a byte of the text", place, chain);
            case 1:
                var hash = entry.Hash!.ToArray();
                hash[random.Next(hash.Length)] ^= (byte)(1 << random.Next(8));
                chain[place] = entry with { Hash = hash };
                return ("a bit of the hash", place, chain);
            case 2:
                chain.RemoveAt(place);
                return ("removed", place, chain);
            case 3:
                chain.RemoveRange(place, Length - place);
                return ("cut off", place, chain);
            case 4:
                chain.RemoveAt(place);
                for (var i = place; i < chain.Count; i++)
                {
                    chain[i] = chain[i] with { Key = i };
                }

                return ("removed and renumbered", place, chain);
            case 5:
                (chain[place], chain[place + 1]) = (chain[place + 1] with { Key = place }, entry with { Key = place + 1 });
                return ("exchanged with the next", place, chain);
            case 6:
                chain.Insert(place, entry);
                return ("doubled", place + 1, chain);
            case 7:
                var forged = (AuditContent.Read(entry.Text)! with { Actor = "accounts/forged" }).Write();
                chain[place] = entry with { Text = forged, Hash = MerkleTree.Leaf(Encoding.UTF8.GetBytes(forged)) };
                return ("forged with a fitting hash", place, chain);
            case 8:
                var rewritten = AuditContent.Read(entry.Text)! with { Actor = "accounts/forged" };
                chain[place] = new FoundEntry(place, rewritten.Write(), MerkleTree.Leaf(Encoding.UTF8.GetBytes(rewritten.Write())), beside with { Actor = rewritten.Actor });
                return ("forged with all that goes with it", place, chain);
            case 9:
                var loose = AuditContent.Read(entry.Text)! with { Previous = new string('a', 64) };
                chain[place] = entry with { Text = loose.Write(), Hash = MerkleTree.Leaf(Encoding.UTF8.GetBytes(loose.Write())) };
                return ("another entry before it", place, chain);
            default:
                chain[place] = entry with
                {
                    Beside = random.Next(6) switch
                    {
                        0 => beside with { Actor = "accounts/forged" },
                        1 => beside with { Organization = "organizations/forged" },
                        2 => beside with { Time = beside.Time.AddTicks(10) },
                        3 => beside with { Action = "another" },
                        4 => beside with { Outcome = AuditOutcome.Refused },
                        _ => beside with { Resources = [] },
                    },
                };
                return ("a column beside the text", place, chain);
        }
    }

    private static IEnumerable<FoundEntry> Chain()
    {
        var previous = ChainCheck.Beginning;
        for (var i = 0; i < Length; i++)
        {
            var time = new DateTime(2026, 3, 1, 8, 0, 0, DateTimeKind.Utc).AddMinutes(i);
            var fields = new Dictionary<string, FieldChange> { ["text"] = new(To: System.Text.Json.JsonSerializer.SerializeToElement($"ملاحظة {i.ToString(CultureInfo.InvariantCulture)}")) };
            var content = new AuditContent(i, previous, time, Service, "accounts/1", "organizations/1", "cli", "notes.write", AuditOutcome.Done, null, "trace", [$"notes/{i}"],
                [new RecordChange($"notes/{i}", ChangeKind.Added, fields)]);
            var text = content.Write();
            var hash = MerkleTree.Leaf(Encoding.UTF8.GetBytes(text));
            yield return new FoundEntry(i, text, hash, new BesideText(time, content.Actor, content.Organization, content.Action, content.Outcome, content.Resources));
            previous = Convert.ToHexStringLower(hash);
        }
    }
}

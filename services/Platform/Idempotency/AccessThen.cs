using System.Security.Cryptography;
using System.Text;
using Concord.Platform.Security;

namespace Concord.Platform.Idempotency;

/// <summary>What a caller might see and do when a request was carried out, as a digest beside its answer: whoever may less since is not shown the answer again.</summary>
internal static class AccessThen
{
    public const int Length = 16; // nobody gains by finding two kinds of access that look the same, so that half of a hash is plenty

    public static byte[] Of(Caller caller) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        [caller.Organization ?? "", .. caller.Persons.Skip(1), $"{caller.Clearance}", Line(caller.Roles), Line(caller.Scopes), Line(caller.Compartments), Line(caller.Shared)])))[..Length];

    /// <summary>The same, or one compartment more: a request that puts a process under Strictly Confidential has its caller named there a moment later.</summary>
    public static bool IsStill(byte[] then, Caller caller) =>
        then.SequenceEqual(Of(caller)) || caller.Compartments.Any(one => then.SequenceEqual(Of(caller with { Compartments = caller.Compartments.Where(c => c != one).ToHashSet(StringComparer.Ordinal) })));

    private static string Line(IEnumerable<string> names) => string.Join(' ', names.Order(StringComparer.Ordinal));
}

using System.Text.RegularExpressions;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Idempotency;

/// <summary>Answers that are kept for a retry tell what a record was; when it is erased they go with it.</summary>
public static partial class ForgottenAnswers
{
    /// <summary>Empties, with the caller's next save, every answer that is kept to a request about this record. That the requests were carried out stays known: a retry must not do it again.</summary>
    /// <param name="db">The store of the service.</param>
    /// <param name="record">Resource name, as the address of the request begins with it, or that of what the request made.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task ForgetAnswersAsync(this ServiceDbContext db, string record, CancellationToken cancellationToken)
    {
        foreach (var answer in await db.CompletedRequests.Where(r => r.Record == record).ToListAsync(cancellationToken))
        {
            answer.Forget();
        }
    }

    /// <summary>The first record that an address of the API names: <c>profiles/{uuid}</c> of <c>/api/v1/profiles/{uuid}/availability</c>.</summary>
    internal static string? RecordIn(string? address) => First().Match(address ?? "") is { Success: true } found
        ? found.Groups["collection"].Value + Guid.Parse(found.Groups["id"].ValueSpan)
        : null;

    /// <summary>What the address of the request names, else what the answer does. An address under <c>me</c> names nobody: where the answer says whose record it was, that counts.</summary>
    internal static string? RecordOf(string? asked, string? answered) => asked is null || (answered is not null && asked.StartsWith("me/", StringComparison.Ordinal)) ? answered : asked;

    [GeneratedRegex("^/api/v1/(?<collection>(?:[a-zA-Z]{1,40}/){1,3}?)(?<id>[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex First();
}

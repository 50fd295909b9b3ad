using System.Net;
using Concord.Abuse.Tests.Cases;
using Concord.Abuse.Tests.Rows;
using Surface = Concord.Abuse.Tests.Contract.Surface;

namespace Concord.Abuse.Tests;

/// <summary>The table stands for the whole contract, and each of its rows reaches what it says: a refusal of a request that would fail anyway shows nothing.</summary>
public sealed class TableTests(AbusePlatform platform)
{
    [Fact]
    public void Every_operation_has_a_row_and_no_row_is_left_over() =>
        Assert.Equal(Surface.Operations.Select(o => o.Id).Order(StringComparer.Ordinal), Table.Rows.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public Task Every_row_reaches_its_operation() => Case.AgainstEveryOperationAsync(platform, "reached", async attempt =>
    {
        var answer = await attempt.Wire.SendAsync(attempt.Operation, await attempt.Row.ReachAsync(platform.World, attempt.Operation));
        if (attempt.Row.Ends is var (status, reason))
        {
            Assert.True(answer.Status == status && answer.Reason == reason, answer.Text);
            return $"{answer.Told}, as it must here";
        }

        Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted or HttpStatusCode.NoContent, $"{answer.Told} {answer.Text}");
        return answer.Told;
    });
}

namespace Concord.Designation.Attempts;

/// <summary>The United Nations came when others had failed: that makes its task harder (S/2009/189 ¶13).</summary>
/// <param name="FailedBefore">How many efforts of others had failed or been broken off by then.</param>
/// <param name="Since">The day on which the United Nations came: the first of its own efforts, or as lead.</param>
internal sealed record LastResort(int FailedBefore, DateOnly Since)
{
    /// <param name="attempts">Those that stand.</param>
    /// <param name="ledSince">The first day on which the United Nations led the process, alone or jointly; null where it never did.</param>
    /// <returns>Null where the United Nations has not come, or nobody had failed before.</returns>
    public static LastResort? Of(IReadOnlyList<Attempt> attempts, DateOnly? ledSince)
    {
        var tried = attempts.Where(a => a.By == AttemptBy.UnitedNations).Select(a => (DateOnly?)a.From).Min();
        if (((DateOnly?[])[tried, ledSince]).Min() is not { } since)
        {
            return null;
        }

        var failed = attempts.Count(a => a.By != AttemptBy.UnitedNations && a.HasFailed && a.Until <= since);
        return failed == 0 ? null : new LastResort(failed, since);
    }
}

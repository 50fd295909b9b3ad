using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Engagements;

/// <summary>Who may know of it (R127).</summary>
internal sealed partial class Engagement
{
    /// <summary>At one time.</summary>
    public const int LargestCircle = 20;

    /// <summary>Ever; who has gone through so many hands is secret no more.</summary>
    public const int MostNamed = 200;

    private readonly List<CircleMember> _circle = [];

    public IReadOnlyList<CircleMember> Circle => _circle;

    public void AddToCircle(string? account, string? why, Caller caller, DateTime now)
    {
        var check = new Violations();
        var reason = check.Text(why, "why", 1000);
        check.Check(account is not null && ResourceName.IsIn("accounts", account), "account", "Expected the form accounts/{uuid}.");
        check.Check(Member(account) is null, "account", "Is in the circle already.");
        check.Check(_circle.Count(m => m.EndTime is null) < LargestCircle && _circle.Count < MostNamed, "account", $"At most {LargestCircle} persons, and {MostNamed} ever.");
        check.ThrowIfAny();
        _circle.Add(new CircleMember(account!, reason, Signature.Of(caller), now));
        UpdateTime = now;
    }

    /// <summary>Somebody is out of it at once; the last one stays, because nobody would find it any more.</summary>
    public void RemoveFromCircle(string? account, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        var member = Member(account);
        check.Check(member is not null, "account", "Is not in the circle.");
        check.ThrowIfAny();
        if (_circle.Count(m => m.EndTime is null) == 1)
        {
            throw Fail.Because(DesignationReasons.LastInCircle, "Name somebody else first: nobody would find it any more.");
        }

        member!.End(why, Signature.Of(caller), now);
        UpdateTime = now;
    }

    private CircleMember? Member(string? account) => _circle.SingleOrDefault(m => m.Account == account && m.EndTime is null);
}

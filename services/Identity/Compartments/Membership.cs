using Concord.Identity.Accounts;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Identity.Compartments;

/// <summary>How somebody came to be named.</summary>
internal enum MembershipKind
{
    /// <summary>Put the process under Strictly Confidential.</summary>
    Founder = 1,

    /// <summary>Named by a keeper.</summary>
    Named,

    /// <summary>Let themselves in for a few hours, with a reason; the keepers see it at once.</summary>
    BreakGlass,
}

/// <summary>A person in the compartment of a process, for a function and until a day. Rows end, sooner at most, and are never rewritten: who could see it on a day can always be told.</summary>
internal sealed class Membership : IVersioned, IListed<MembershipId>
{
    private Membership() { } // EF

    public MembershipId Id { get; private init; }
    public CompartmentId Compartment { get; private init; }
    public AccountId Account { get; private init; }
    public MembershipKind Kind { get; private init; }

    /// <summary>Names others and ends their membership.</summary>
    public bool Keeper { get; private init; }

    /// <summary>What the person does in the process.</summary>
    public string Function { get; private init; } = "";
    public string Reason { get; private init; } = "";

    /// <summary>Who named the person, <c>accounts/{uuid}</c>.</summary>
    public string NamedBy { get; private init; } = "";

    /// <summary>The second pair of eyes; null where there was nobody else to ask.</summary>
    public string? ApprovedBy { get; private init; }
    public DateTime CreateTime { get; private init; }

    /// <summary>When it ends by itself.</summary>
    public DateTime UntilTime { get; private set; }
    public DateTime? EndTime { get; private set; }
    public string? EndedBy { get; private set; }
    public string? EndReason { get; private set; }

    /// <summary>Another keeper ended it, alone.</summary>
    public bool PutOut { get; private set; }
    public long Version { get; set; }

    /// <summary>Whether the person let himself in, and nobody named him.</summary>
    public bool IsEmergency => Kind == MembershipKind.BreakGlass;

    public bool IsCurrent(DateTime now) => EndTime is null && UntilTime > now;

    internal static Membership Begin(
        CompartmentId compartment, AccountId account, MembershipKind kind, bool keeper, string function, string reason, string namedBy, string? approvedBy, DateTime now, DateTime until) => new()
        {
            Id = MembershipId.New(),
            Compartment = compartment,
            Account = account,
            Kind = kind,
            Keeper = keeper,
            Function = function,
            Reason = reason,
            NamedBy = namedBy,
            ApprovedBy = approvedBy,
            CreateTime = now,
            UntilTime = until,
        };

    /// <summary>It ends by itself then, which is sooner.</summary>
    internal void Shorten(DateTime until) => UntilTime = until;

    internal void End(string by, string reason, DateTime now, bool putOut = false) => (EndTime, EndedBy, EndReason, PutOut) = (now, by, reason, putOut);
}

using Concord.Contracts.Access;
using Concord.Platform.Http;

namespace Concord.Platform.Security.Policy;

/// <summary>What the policy asks for, one after the other.</summary>
public enum AccessCondition
{
    /// <summary>A role that carries the permission.</summary>
    Role = 1,

    /// <summary>The clearance for the record's classification.</summary>
    Clearance,

    /// <summary>To be named in the compartment of the record's process, where it is Strictly Confidential.</summary>
    Compartment,

    /// <summary>A share of the record with the organization, where the person sees it by that alone.</summary>
    Share,
}

/// <summary>A condition, and whether it is met.</summary>
/// <param name="Condition">Which.</param>
/// <param name="Met">Absent where the one who asks may not know it, or has not given what it depends on.</param>
/// <param name="Has">What the person has that counts here.</param>
/// <param name="Needs">Any one of these would do; empty where nothing is asked for, or may not be told.</param>
public sealed record ConditionAnswer(AccessCondition Condition, bool? Met, IReadOnlyList<string> Has, IReadOnlyList<string> Needs);

/// <summary>What the policy looks at in a record.</summary>
/// <param name="Label">Its classification.</param>
/// <param name="Process">Resource name of its process; null where it belongs to none.</param>
/// <param name="Keeper">Resource name of the organization that keeps it, where it belongs to no process.</param>
/// <param name="Beyond">Then: whose work is with what every organization keeps.</param>
public sealed record Labelled(Classification Label, string? Process, string? Keeper = null, Func<Caller, bool>? Beyond = null)
{
    /// <summary>Whether the person sees it only where it is shared.</summary>
    internal bool AsksForShare(Caller person) => Process is not null ? person.AsksForShare(Label) : person.AsksForShareOfKept(Label, Keeper ?? "", Beyond?.Invoke(person) == true);
}

/// <summary>Why a person may do something, or what is missing.</summary>
public static class Explanation
{
    /// <param name="person">Whose access is asked about.</param>
    /// <param name="permission">What it is about.</param>
    /// <param name="record">The record; null where there is none, or the one who asks may not know of it.</param>
    /// <param name="asksOfRecord">Its resource name, whether or not there is such a record; null where none was named.</param>
    /// <param name="shares">Resource names of the shares that open it to the person's organization now.</param>
    public static IReadOnlyList<ConditionAnswer> Of(Caller person, Permission permission, Labelled? record, string? asksOfRecord, IReadOnlyList<string> shares)
    {
        List<ConditionAnswer> answers = [new(AccessCondition.Role, person.Holds(permission), [.. person.Roles.Intersect(permission.Roles)], permission.Roles)];
        if (record is not null)
        {
            answers.Add(new(AccessCondition.Clearance, person.IsClearedFor(record.Label), [Word(person.Clearance)], [Word(record.Label)]));
            if (record is { Label: Classification.StrictlyConfidential, Process: { } process })
            {
                var named = person.IsNamedFor(record.Label, process);
                answers.Add(new(AccessCondition.Compartment, named, named ? [process] : [], [process]));
            }

            if (record.AsksForShare(person))
            {
                var byShare = AccessPolicy.IsByShare(record.Label);
                answers.Add(new(AccessCondition.Share, byShare && shares.Count > 0, byShare ? shares : [], byShare ? [$"{asksOfRecord}/shares"] : []));
            }
        }
        else if (asksOfRecord is not null)
        {
            // The same for a record that is not there and one that may not be known of.
            answers.Add(new(AccessCondition.Clearance, null, [Word(person.Clearance)], []));
            answers.Add(new(AccessCondition.Compartment, null, [], []));
            answers.Add(new(AccessCondition.Share, null, [], []));
        }

        return answers;
    }

    private static string Word(Classification level) => new Choice<Classification>(level).ToString();
}

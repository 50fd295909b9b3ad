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
}

/// <summary>A condition, and whether it is met.</summary>
/// <param name="Condition">Which.</param>
/// <param name="Met">Absent where the one who asks may not know it.</param>
/// <param name="Has">What the person has that counts here.</param>
/// <param name="Needs">Any one of these would do; empty where nothing is asked for, or may not be told.</param>
public sealed record ConditionAnswer(AccessCondition Condition, bool? Met, IReadOnlyList<string> Has, IReadOnlyList<string> Needs);

/// <summary>What the policy looks at in a record.</summary>
/// <param name="Label">Its classification.</param>
/// <param name="Process">Resource name of its process; null where it belongs to none.</param>
public sealed record Labelled(Classification Label, string? Process);

/// <summary>Why a person may do something, or what is missing.</summary>
public static class Explanation
{
    /// <param name="person">Whose access is asked about.</param>
    /// <param name="permission">What it is about.</param>
    /// <param name="record">The record; null where there is none, or the one who asks may not know of it.</param>
    /// <param name="asksOfRecord">Whether a record was named at all.</param>
    public static IReadOnlyList<ConditionAnswer> Of(Caller person, Permission permission, Labelled? record, bool asksOfRecord)
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
        }
        else if (asksOfRecord)
        {
            // The same for a record that is not there and one that may not be known of.
            answers.Add(new(AccessCondition.Clearance, null, [Word(person.Clearance)], []));
            answers.Add(new(AccessCondition.Compartment, null, [], []));
        }

        return answers;
    }

    private static string Word(Classification level) => new Choice<Classification>(level).ToString();
}

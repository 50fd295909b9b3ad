using Concord.Platform.Errors;

namespace Concord.Designation.Friends;

/// <summary>What a Friend should be like (R38, ¶18). Each is spoken to in words; nothing is scored or added up (R157).</summary>
internal enum FriendCriterion
{
    TrustedByTheParties = 1,
    PoliticalInstincts,
    Creativity,
    SupportsTheMediatorsAgenda,
    ExperienceInTheCountry,
    CredibleAdvocacy,
    BelievesThatPeaceIsPossible,
    StaysTheCourse,
}

/// <summary>What a Friend does for the process (R39, ¶18).</summary>
internal enum FriendFunction
{
    HostsRounds = 1,
    EncouragesCreativity,
    ReinforcesProgress,
    Ideas,
    FinancialAssistance,
    TechnicalExpertise,
    LevelsThePlayingField,
    AttendsSigning,
    ResourcesForImplementation,
}

/// <summary>What the mediator says of one criterion.</summary>
/// <param name="Criterion">Of ¶18.</param>
/// <param name="Text">1 to 4000 characters.</param>
internal sealed record FriendStatement(FriendCriterion? Criterion, string? Text);

/// <summary>The mediator chooses a Friend.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Organization">Resource name; usually a State.</param>
/// <param name="Functions">What it does for the process; each once.</param>
/// <param name="Criteria">What speaks for it, by criterion; each once.</param>
/// <param name="ExceptionReason">Why there are to be more Friends than are small and manageable; required above the limit, 1 to 2000 characters.</param>
internal sealed record ChooseFriend(
    long? LeadEpoch, string? Organization, IReadOnlyList<FriendFunction>? Functions = null, IReadOnlyList<FriendStatement>? Criteria = null, string? ExceptionReason = null)
{
    /// <summary>Refuses fields that are missing or not of the expected form, before anybody is asked.</summary>
    public void RequireForm()
    {
        var check = new Violations();
        check.Text(Organization, "organization", 60);
        check.Check(Functions is null || Functions.Distinct().Count() == Functions.Count, "functions", "Name each function once.");
        var criteria = Criteria ?? [];
        check.Check(criteria.Select(c => c?.Criterion).Distinct().Count() == criteria.Count, "criteria", "One statement for each criterion.");
        for (var i = 0; i < criteria.Count; i++)
        {
            check.Required(criteria[i]?.Criterion, $"criteria[{i}].criterion");
            check.Text(criteria[i]?.Text, $"criteria[{i}].text", FriendNote.LongestText);
        }

        check.OptionalText(ExceptionReason, "exceptionReason", 2000);
        check.ThrowIfAny();
    }
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Concord.Identity.Providers;

/// <summary>What came of a question to a provider.</summary>
internal enum ProviderOutcome
{
    /// <summary>The answer is none to a question of this browser, or not a good one.</summary>
    NotGood = 1,

    /// <summary>The provider, or the person there, said no.</summary>
    Refused,

    /// <summary>The provider cannot be asked.</summary>
    Away,

    /// <summary>An identity token that was found good.</summary>
    Told,
}

/// <summary>Stands in the request while the protocol's handler looks at an answer, and holds what it found: the handler itself signs nobody in and shows nothing.</summary>
internal sealed class ProviderAnswer
{
    public ProviderOutcome Outcome { get; private set; } = ProviderOutcome.NotGood;

    /// <summary>What the token says; null where there is no good one.</summary>
    public ClaimsPrincipal? Told { get; private set; }

    /// <summary>What was asked; null where the answer is to no question of this browser.</summary>
    public ProviderIntent? Intent { get; private set; }

    /// <summary>Which check failed, for the log: a type of ours or the framework's, never a text that came with the answer.</summary>
    public string Because { get; private set; } = nameof(ProviderOutcome.NotGood);

    public void Take(ClaimsPrincipal? told, AuthenticationProperties? asked)
    {
        if (told is not null && asked is not null)
        {
            (Outcome, Told, Intent) = (ProviderOutcome.Told, told, ProviderIntent.From(asked));
        }
    }

    public void Refuse() => (Outcome, Because) = (ProviderOutcome.Refused, nameof(ProviderOutcome.Refused));

    public void Fail(Exception? failure) => (Outcome, Because) = (ProviderFailure.OutcomeOf(failure), ProviderFailure.NameOf(failure));
}

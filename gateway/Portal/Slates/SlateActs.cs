using Concord.Contracts.Access;
using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Texts;

namespace Concord.Portal.Slates;

/// <summary>What can be done with a slate, and by whom; the roster decides.</summary>
internal static class SlateActs
{
    public const string Page = "/slates";

    /// <summary>What every slate asks for (R18).</summary>
    public static readonly string[] Always = ["HISTORY", "RISK_FACTORS", "POPULATIONS_AT_RISK"];

    public static bool ComposesSlates(this Me me) => me.Roles.Contains(Roles.MediationSupport) || me.Roles.Contains(Roles.RegionalOfficer);

    public static bool SeesSlates(this Me me) => me.ComposesSlates() || me.Roles.Contains(Roles.AppointingAuthority);

    /// <summary>Whether the slate is this reader's to compose.</summary>
    public static bool Composes(this Me me, Slate slate) => slate.IsDraft && me.ComposesSlates() && me.Organization == slate.Organization;

    /// <summary>Another person decides than who composed it.</summary>
    public static bool Decides(this Me me, Slate slate) =>
        slate.State == "SUBMITTED" && me.Roles.Contains(Roles.AppointingAuthority) && me.Organization == slate.Authority && me.Name != slate.ComposedBy.Name && me.Name != slate.SubmittedBy?.Name;

    public static bool Offers(this Slate slate, string act, Me me) => act == "submit" ? me.Composes(slate) : me.Decides(slate);

    /// <summary>Whoever would be refused is told before a form is filled in.</summary>
    public static void RequireComposes(this Me me, Slate? slate = null)
    {
        if (slate is null ? !me.ComposesSlates() : !(me.ComposesSlates() && me.Organization == slate.Organization))
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }

    public static Tone ToneOf(string state) => state switch
    {
        "DRAFT" => Tone.Idle,
        "SUBMITTED" => Tone.Wait,
        "APPROVED" => Tone.Good,
        _ => Tone.Warn,
    };

    public static Tone ToneOfResult(string result) => result switch
    {
        "MET" => Tone.Good,
        "NOT_MET" => Tone.Warn,
        _ => Tone.Idle,
    };

    /// <summary>By what it is seen whether somebody meets a criterion, such as a language and its level.</summary>
    public static string Asks(this Speech say, SlateCriterion criterion) => criterion.Kind switch
    {
        "FUNCTION" => say.Word("function", criterion.Function),
        "EXPERTISE" => say.With("skill", ("what", say.Word("expertise", criterion.Expertise!.Area)), ("level", say.Word("expertiseLevel", criterion.Expertise.Level))),
        "LANGUAGE" => say.With("skill", ("what", say.LanguageName(criterion.Language!.Code)), ("level", say.Word("languageLevel", criterion.Language.Level))),
        "PLACE" => say.PlaceName(criterion.Place!),
        "KNOWLEDGE" => criterion.Place is null ? say.Word("knowledge", criterion.Knowledge) : $"{say.Word("knowledge", criterion.Knowledge)}{say["list.separator"]}{say.PlaceName(criterion.Place)}",
        "YEARS" => say.With("slate.yearsLeast", ("count", criterion.Years)),
        _ => say["criterionKind.JUDGED"],
    };
}

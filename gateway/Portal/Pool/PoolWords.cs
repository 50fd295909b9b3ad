using System.Globalization;
using Concord.Platform.Texts;
using Concord.Portal.Texts;

namespace Concord.Portal.Pool;

/// <summary>What the report of the pool counts, in words.</summary>
internal static class PoolWords
{
    private const int Step = 5;

    public static string Of(Speech say, PoolCount people) =>
        people.FewerThanFive ? say.With("pool.fewer", ("number", Step)) : people.AtLeast == 0 ? say["pool.nobody"] : say.With("pool.atLeast", ("number", people.AtLeast));

    public static string Of(Speech say, PoolDemand asked)
    {
        var what = asked.Field switch
        {
            "languages" => say.LanguageName(asked.Value),
            "expertise" => say.Word("expertise", asked.Value),
            "regions" => say.Region(asked.Value),
            "countries" => say.Area(asked.Value),
            "genders" => say.Word("gender", asked.Value),
            "seniorityLevels" => say.Word("seniority", asked.Value),
            "functions" => say.Word("function", asked.Value),
            "trainedIn" => say.With("wish.trained", ("what", say.Word("trained", asked.Value))),
            _ => say.Count("wish.notice", int.Parse(asked.Value, CultureInfo.InvariantCulture)),
        };
        return asked.MinimumLevel is { } level ? say.With("skill", ("what", what), ("level", say.Word(asked.Field == "languages" ? "languageLevel" : "expertiseLevel", level))) : what;
    }

    /// <summary>Whether the way to it is worth showing; the roster decides.</summary>
    public static bool SeesPool(this Frame.Me me) => me.SharesProcesses || me.Roles.Contains(Contracts.Access.Roles.AppointingAuthority);
}

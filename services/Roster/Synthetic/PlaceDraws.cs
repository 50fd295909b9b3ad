using Concord.Contracts.Reference;

namespace Concord.Roster.Synthetic;

/// <summary>Where somebody has worked: mostly around home, further away with seniority.</summary>
internal static class ExperienceDraw
{
    public static (string[] Regions, string[] Countries) Make(Country home, int rank, ref Dice dice)
    {
        var (regions, countries) = (new List<string>(), new List<string>());
        var missions = 1 + rank + dice.Below(3);
        for (var i = 0; i < missions; i++)
        {
            var subregion = dice.Percent(62 - (rank * 6)) ? home.Subregion : dice.One<string>(Country.Subregions);
            var country = dice.One<Country>(Country.BySubregion[subregion]).Alpha3;
            if (!countries.Contains(country))
            {
                countries.Add(country);
            }

            if (dice.Percent(35) && !regions.Contains(subregion))
            {
                regions.Add(subregion);
            }
        }

        return ([.. regions], [.. countries]);
    }
}

/// <summary>Who keeps the record: the United Nations, or an organization of the region.</summary>
internal static class OwnerDraw
{
    private static readonly Dictionary<string, string[]> Regional = new()
    {
        ["014"] = ["AU", "IGAD"],
        ["015"] = ["AU", "LAS"],
        ["011"] = ["AU", "ECOWAS"],
        ["017"] = ["AU"],
        ["018"] = ["AU"],
        ["021"] = ["OAS", "OSCE"],
        ["013"] = ["OAS"],
        ["029"] = ["OAS"],
        ["005"] = ["OAS"],
        ["154"] = ["EU", "OSCE"],
        ["155"] = ["EU", "OSCE"],
        ["039"] = ["EU", "OSCE"],
        ["151"] = ["OSCE"],
        ["143"] = ["OSCE"],
        ["145"] = ["LAS"],
        ["035"] = ["ASEAN"],
    };

    // Made once: a name is a hash.
    private static readonly Dictionary<string, string> Names =
        Regional.Values.SelectMany(c => c).Append("UN").Distinct().ToDictionary(code => code, WellKnown.Organization);

    public static string Make(Country home, ref Dice dice) =>
        Names[Regional.TryGetValue(home.Subregion, out var regional) && dice.Percent(55) ? dice.One<string>(regional) : "UN"];
}

// What the roster computes, measured beside its peers in the same run.
//   dotnet run -c Release --project tests/tools/RosterBench -- teams
//   dotnet run -c Release --project tests/tools/RosterBench -- names
using System.Globalization;
using Concord.RosterBench.Names;
using Concord.RosterBench.Teams;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["teams"]:
        return TeamBench.Run(Console.Out, seeds: 100, [1_000, 10_000]);
    case ["teams", "--small"]:
        return TeamBench.Run(Console.Out, seeds: 5, [200]);
    case ["teams", var candidates, var seeds]:
        return TeamBench.Run(Console.Out, int.Parse(seeds), [int.Parse(candidates)]);
    case ["names"]:
        return NameBench.Run(Console.Out, people: 1_000_000, unlike: 30);
    case ["names", "--small"]:
        return NameBench.Run(Console.Out, people: 2_000, unlike: 30);
    default:
        Console.Error.WriteLine("teams: teams of 7 from 1,000 and 10,000 candidates, 100 seeds each; teams --small: the same, small; teams CANDIDATES SEEDS; names: names of 1,000,000 people; names --small");
        return 2;
}

// What the roster computes, measured beside its peers in the same run.
//   dotnet run -c Release --project tests/tools/RosterBench -- teams
//   dotnet run -c Release --project tests/tools/RosterBench -- search
//   dotnet run -c Release --project tests/tools/RosterBench -- names
//   dotnet run -c Release --project tests/tools/RosterBench -- rebuild
//   dotnet run -c Release --project tests/tools/RosterBench -- gateway
using System.Globalization;
using Concord.RosterBench.Gateway;
using Concord.RosterBench.Names;
using Concord.RosterBench.Rebuild;
using Concord.RosterBench.Search;
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
    case ["search"]:
        return await SearchBench.RunAsync(Console.Out, [10_000, 100_000, 1_000_000], rounds: 300, peers: true);
    case ["search", "--small"]:
        return await SearchBench.RunAsync(Console.Out, [2_000], rounds: 20, peers: true);
    case ["search", "--alone", var alone]:
        return await SearchBench.RunAsync(Console.Out, [int.Parse(alone)], rounds: 100, peers: false);
    case ["search", var people, var rounds]:
        return await SearchBench.RunAsync(Console.Out, [int.Parse(people)], int.Parse(rounds), peers: true);
    case ["rebuild"]:
        return await RebuildBench.RunAsync(Console.Out, 1_000_000);
    case ["rebuild", "--sqlite", var stored, var file]:
        return await RebuildBench.RunAsync(Console.Out, int.Parse(stored), file);
    case ["rebuild", "--postgresql", var stored]:
        return await RebuildBench.RunOnPostgreSqlAsync(Console.Out, int.Parse(stored));
    case ["rebuild", var stored]:
        return await RebuildBench.RunAsync(Console.Out, int.Parse(stored));
    case ["gateway"]:
        return await GatewayBench.RunAsync(Console.Out, people: 100_000, seconds: 60);
    case ["gateway", var people, var seconds]:
        return await GatewayBench.RunAsync(Console.Out, int.Parse(people), int.Parse(seconds));
    case ["names"]:
        return NameBench.Run(Console.Out, people: 1_000_000, unlike: 30);
    case ["names", "--small"]:
        return NameBench.Run(Console.Out, people: 2_000, unlike: 30);
    default:
        Console.Error.WriteLine("teams: teams of 7 from 1,000 and 10,000 candidates, 100 seeds each; teams --small: the same, small; teams CANDIDATES SEEDS");
        Console.Error.WriteLine("search: twelve queries among 10,000, 100,000 and 1,000,000 people beside three peers; search --small; search PEOPLE ROUNDS; search --alone PEOPLE: without peers");
        Console.Error.WriteLine("rebuild: the index of 1,000,000 people, read from SQLite and from PostgreSQL; rebuild PEOPLE; rebuild --postgresql PEOPLE; rebuild --sqlite PEOPLE FILE: without PostgreSQL, from a file that is filled where it is not there, and kept");
        Console.Error.WriteLine("gateway: the twelve queries, 50 a second for a minute, through the gateway of the embedded platform (build services/Embedded first) with 100,000 people; gateway PEOPLE SECONDS");
        Console.Error.WriteLine("names: names of 1,000,000 people; names --small");
        return 2;
}

// What designation computes, measured.
//   dotnet run -c Release --project tests/tools/DesignationBench -- parallel-tracks
using System.Globalization;
using Concord.DesignationBench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["parallel-tracks"]:
        ParallelTrackBench.Run();
        return 0;
    default:
        Console.Error.WriteLine("parallel-tracks: the detection over 3,000 contacts, all at once and one by one");
        return 2;
}

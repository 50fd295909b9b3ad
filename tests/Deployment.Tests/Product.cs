using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Concord.Platform.Hosting;
using Concord.Support;

namespace Concord.Deployment.Tests;

/// <summary>What the code says: its services, who asks whom, where they listen, what their program understands.</summary>
internal static partial class Product
{
    public const string Gateway = "gateway";

    /// <summary>What makes the certificates of all the others.</summary>
    public const string Certificates = "certificates";

    public static int HttpPort { get; } = int.Parse(Listening.Http.Default!, CultureInfo.InvariantCulture);

    public static int GrpcPort { get; } = int.Parse(Listening.Grpc.Default!, CultureInfo.InvariantCulture);

    public static IReadOnlyList<string> Services { get; } = [.. Repository.Services.Select(NameOf)];

    /// <summary>Whom a service asks by gRPC.</summary>
    public static IReadOnlyDictionary<string, string[]> Asks { get; } = Repository.Services.ToDictionary(NameOf, folder =>
        Repository.SourceFiles($"services/{folder}").SelectMany(f => Client().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).Distinct().Order(StringComparer.Ordinal).ToArray());

    /// <summary>Services that answer gRPC.</summary>
    public static IReadOnlyList<string> Answering { get; } = [.. Services.Where(s => Directory.Exists(Repository.PathOf("contracts", "proto", "concord", s)))];

    /// <summary>Verbs of a service's program with the options of each, from what it says of itself.</summary>
    public static IReadOnlyDictionary<string, string[]> Verbs { get; } = UsageLine().Matches(Usage()).ToDictionary(
        m => m.Groups[1].Value, m => Option().Matches(m.Value).Select(o => o.Value).ToArray());

    /// <summary>Folder of a program's project: <c>services/Roster</c>, <c>gateway/Gateway</c>.</summary>
    public static string FolderOf(string program) => program == Gateway ? "gateway/Gateway" : program == Certificates ? "services/Certificates" : $"services/{Repository.Services.Single(s => NameOf(s) == program)}";

    /// <summary>Folder of the library that only this project has; of those that every project has, where there is none.</summary>
    public static string BesideOf(string folder) => folder == "gateway/Gateway" ? "gateway/Portal" : "contracts";

    /// <summary>Settings that a program cannot do without, or that decide something only the installation knows.</summary>
    public static IEnumerable<string> NeededBy(string program)
    {
        var part = Path.GetFileName(FolderOf(program));
        foreach (var (owner, setting) in DeclaredSettings.All.Where(s => s.Part == part || s.Part == "Platform").Where(s => s.Setting.Default is null || s.Setting == Platform.Persistence.ServiceDatabase.Provider))
        {
            if (setting == ServiceAddresses.Http)
            {
                foreach (var service in program == Gateway ? Services : ["identity"])
                {
                    yield return setting.For(service).Key;
                }
            }
            else if (setting == ServiceAddresses.Grpc)
            {
                foreach (var service in program == Gateway ? Answering : Asks[program])
                {
                    yield return setting.For(service).Key;
                }
            }
            else if (setting.Key.StartsWith("Sealing:", StringComparison.Ordinal))
            {
                if (Calls(program, setting.Key == "Sealing:ErasureLedger" ? ".AddErasureLedger()" : ".AddSealing()"))
                {
                    yield return setting.Key;
                }
            }
            else if (program != Gateway || owner != "Platform" || !IsOfStores(setting))
            {
                yield return setting.For(program).Key;
            }
        }
    }

#pragma warning disable CA1308 // service names are lower case
    public static string NameOf(string folder) => folder.ToLowerInvariant();
#pragma warning restore CA1308

    private static bool Calls(string program, string part) => Repository.SourceFiles(FolderOf(program)).Any(f => File.ReadAllText(f).Contains(part, StringComparison.Ordinal));

    private static bool IsOfStores(Setting setting) =>
        setting == Platform.Persistence.ServiceDatabase.Provider || setting.Key.StartsWith("ConnectionStrings:", StringComparison.Ordinal) || setting.Key.StartsWith("Audit:", StringComparison.Ordinal);

    private static string Usage() =>
        (string)typeof(ServiceHost).Assembly.GetType("Concord.Platform.Hosting.Verbs")!.GetField("Usage", BindingFlags.Public | BindingFlags.Static)!.GetRawConstantValue()!;

    [GeneratedRegex(@"AddServiceClient<[^>]+>\(""([a-z]+)""\)")]
    private static partial Regex Client();

    [GeneratedRegex(@"^  ([a-z-]+).*$", RegexOptions.Multiline)]
    private static partial Regex UsageLine();

    [GeneratedRegex(@"--[a-z]+")]
    private static partial Regex Option();
}

namespace Concord.Embedded;

/// <summary>What the command line and the environment choose.</summary>
/// <param name="DataDirectory">Holds the databases, keys and first sign-in; made where it is missing.</param>
/// <param name="Port">Port of the gateway on loopback; 0 takes any free one.</param>
/// <param name="Demonstration">Whether to load the demonstration.</param>
public sealed record EmbeddedOptions(string DataDirectory, int Port = EmbeddedOptions.DefaultPort, bool Demonstration = false)
{
    public const int DefaultPort = 5080;

    public const string Usage = """
        dotnet run --project services/Embedded [-- [--demo] [--data DIR] [--port N]]

          --demo       load the demonstration (fictional rival claims, synthetic roster, the South Sudan agreement)
          --data DIR   data directory (or the variable CONCORD_DATA)
          --port N     port of the gateway on 127.0.0.1; 0 takes any free one (default 5080)
        """;

    /// <summary>Reads the command line; the message says what is wrong with it.</summary>
    public static (EmbeddedOptions? Options, string? Error) Parse(IReadOnlyList<string> args, string? dataVariable)
    {
        var options = new EmbeddedOptions(string.IsNullOrWhiteSpace(dataVariable) ? DefaultDataDirectory : Path.GetFullPath(dataVariable));
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--demo":
                    options = options with { Demonstration = true };
                    break;
                case "--data" when i + 1 < args.Count && args[i + 1].Length > 0:
                    options = options with { DataDirectory = Path.GetFullPath(args[++i]) };
                    break;
                case "--port" when i + 1 < args.Count && ushort.TryParse(args[i + 1], out var port):
                    options = options with { Port = port };
                    i++;
                    break;
                case "--data" or "--port":
                    return (null, $"{args[i]} needs a value.");
                case "--help" or "-h":
                    return (null, null);
                default:
                    return (null, $"Unknown option {args[i]}.");
            }
        }

        return (options, null);
    }

    private static string DefaultDataDirectory =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "concord");
}

using System.Globalization;
using System.Text.Json;
using Concord.Platform.Http;

namespace Concord.Roster.Synthetic;

/// <summary>Verb <c>synthesize</c> of the service's binary: writes synthetic people as JSON lines, one at a time, whatever their number.</summary>
internal static class SynthesizeCommand
{
    private const string Usage = "synthesize --count N [--seed S] [--out FILE]";

    public static async Task<int> RunAsync(string[] args)
    {
        if (!TryRead(args, out var count, out var seed, out var file))
        {
            await Console.Error.WriteLineAsync($"Usage: {Usage}");
            return 2;
        }

        await using var stream = file is null ? Console.OpenStandardOutput() : new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 20);
        Write(stream, count, seed);
        return 0;
    }

    internal static void Write(Stream stream, int count, ulong seed)
    {
        var generator = new Generator(seed);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = ConcordJson.Options.Encoder, SkipValidation = true });
        for (var number = 1; number <= count; number++)
        {
            JsonSerializer.Serialize(json, generator.Make(number), ConcordJson.Options);
            json.Flush();
            stream.WriteByte((byte)'\n');
            json.Reset();
        }

        stream.Flush();
    }

    private static bool TryRead(string[] args, out int count, out ulong seed, out string? file)
    {
        (count, seed, file) = (0, 42, null);
        for (var i = 0; i + 1 < args.Length; i += 2)
        {
            var known = args[i] switch
            {
                "--count" => int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out count),
                "--seed" => ulong.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out seed),
                "--out" => (file = args[i + 1]).Length > 0,
                _ => false,
            };
            if (!known)
            {
                return false;
            }
        }

        return count > 0 && args.Length % 2 == 0;
    }
}

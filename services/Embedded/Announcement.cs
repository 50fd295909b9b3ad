namespace Concord.Embedded;

/// <summary>What a person reads after the start: where it is, where its data is, how to sign in.</summary>
internal static class Announcement
{
    public static void Write(EmbeddedPlatform platform, EmbeddedOptions options, TimeSpan took)
    {
        Console.WriteLine($"Concord is ready after {took.TotalSeconds:0.0} s (this machine only).");
        Console.WriteLine($"  Address   {platform.Address}");
        Console.WriteLine($"  gRPC      {platform.GrpcAddress}");
        Console.WriteLine($"  Data      {options.DataDirectory}");
        WriteSignIn("Sign in", platform.FirstSignInFile);
        if (options.Demonstration)
        {
            WriteSignIn("Demonstration accounts", platform.DemoSignInFile);
        }

        Console.WriteLine("Ctrl-C stops it.");
    }

    private static void WriteSignIn(string title, string file)
    {
        if (File.Exists(file))
        {
            Console.WriteLine($"  {title} (kept in {file})");
            foreach (var line in File.ReadLines(file))
            {
                Console.WriteLine($"    {line.Replace("\t", "   ", StringComparison.Ordinal)}");
            }
        }
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Concord.Support;

/// <summary>
/// What holds for all that a test starts, here or as a process, unless the test says otherwise. Hundreds of tests act as one person from one address: nobody asks for too much.
/// And it is not Production, where passwords of tests are refused.
/// </summary>
public static class TestEnvironment
{
    /// <summary>Comes by itself before anything that a test does with this library; who starts a platform before that asks for it.</summary>
    [ModuleInitializer, SuppressMessage("Usage", "CA2255", Justification = "Before anything a test does with this library, and in one place.")]
    public static void Set()
    {
        foreach (var limit in (string[])["Reads", "Writes", "Costly", "Addresses"])
        {
            Environment.SetEnvironmentVariable($"Gateway__Limits__{limit}", "off");
        }

        Environment.SetEnvironmentVariable("Roster__Reading__MostPeople", "1000000");
        Environment.SetEnvironmentVariable("Roster__SavedSearches__MostOfOne", "1000000");
        Environment.SetEnvironmentVariable("Roster__SavedSearches__LookSeconds", "0.5");
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Test");
    }
}

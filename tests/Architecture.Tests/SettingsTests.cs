using System.Text;
using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>What whoever runs the platform may set: declared, listed, and read in no other way.</summary>
public sealed partial class SettingsTests
{
    /// <summary>Files that read configuration themselves, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["services/Platform/Hosting/Setting.cs"] = "it is what reads",
        ["services/Embedded/Program.cs"] = "CONCORD_DATA is an option of the command line, before there is any configuration",
        ["services/Embedded/EmbeddedPlatform.cs"] = "it sets, for the hosts that it builds",
    };

    [Fact]
    public void The_list_of_settings_is_up_to_date()
    {
        var text = new StringBuilder("# Settings\n\nWhat whoever runs the platform may set: environment variable or command line (`--Listen:Http 8080`). Made from the code by `bash tests/update-approved.sh`.\n`{service}` is the name of a service, `{provider}` of an identity provider. One without a default is needed, unless its meaning says what happens without it.\nA secret may stand in a file instead: set its key with `File` after it, such as `Identity__Clients__gateway__SecretFile`, to the path.\n\n| key | environment variable | meaning | default | read by |\n|---|---|---|---|---|\n");
        foreach (var group in DeclaredSettings.All.GroupBy(s => s.Setting.Key).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var one = group.First();
            var readers = group.Select(s => s.Part == "Platform" ? "every program" : s.Part).Distinct().Order(StringComparer.Ordinal);
            text.Append($"| `{one.Setting.Key}` | `{one.Variable}` | {one.Setting.Meaning}{(one.Setting.Secret ? " Secret." : "")} | {(one.Setting.Default is { } value ? $"`{value}`" : "")} | {string.Join(", ", readers)} |\n");
        }

        Approved.Is(text.ToString(), "docs", "settings.md");
    }

    [Fact]
    public void A_key_that_two_programs_read_means_the_same_to_both() => Assert.All(DeclaredSettings.All.GroupBy(s => s.Setting.Key), g => Assert.Single(g.Select(s => s.Setting).Distinct()));

    [Fact]
    public void Configuration_is_read_through_settings_only()
    {
        var reads = Repository.SourceFiles("contracts", "services", "gateway").Where(f => ReadsConfiguration().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Repository.Root, f));
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), reads.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("configuration[\"Listen:Http\"]", true)]
    [InlineData("builder.Configuration[key]", true)]
    [InlineData("configuration.GetSection(\"Logging\")", true)]
    [InlineData("context.Configuration.GetValue<int>(\"A\")", true)]
    [InlineData("configuration.GetConnectionString(\"roster\")", true)]
    [InlineData("Environment.GetEnvironmentVariable(\"A\")", true)]
    [InlineData("node[\"name\"]!.GetValue<string>()", false)]
    [InlineData("Pace.RequiredIn<double>(configuration)", false)]
    public void A_way_around_is_recognized(string code, bool around) => Assert.Equal(around, ReadsConfiguration().IsMatch(code));

    [GeneratedRegex(@"[cC]onfiguration\s*\[|[cC]onfiguration\.(GetSection|GetValue|GetRequiredSection|Get<|Bind)|\.GetConnectionString\(|\.BindConfiguration\(|Environment\.(GetEnvironmentVariable|ExpandEnvironmentVariables)")]
    private static partial Regex ReadsConfiguration();
}

using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>A pattern that backtracks without end over a text that a caller wrote would hold a thread for ever.</summary>
public sealed partial class PatternTests
{
    [Fact, Abuse(40)]
    public void Every_pattern_gives_up_after_a_while() =>
        Assert.Empty(Repository.SourceFiles("contracts", "services", "gateway").SelectMany(file => File.ReadLines(file).Where(IsUnbounded).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}: {line.Trim()}")));

    [Theory]
    [InlineData("[GeneratedRegex(\"a+\")]", true)]
    [InlineData("[GeneratedRegex(\"a+\", RegexOptions.None, matchTimeoutMilliseconds: 200)]", false)]
    [InlineData("var regex = new Regex(\"a+\");", true)]
    [InlineData("var regex = new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(1));", false)]
    [InlineData("Regex.IsMatch(text, \"a+\")", true)]
    [InlineData("Names().Matches(text)", false)]
    public void One_that_does_not_is_recognized(string line, bool unbounded) => Assert.Equal(unbounded, IsUnbounded(line));

    private static bool IsUnbounded(string line) =>
        (line.Contains("[GeneratedRegex(", StringComparison.Ordinal) && !line.Contains("matchTimeoutMilliseconds", StringComparison.Ordinal)) || (Ad().IsMatch(line) && !line.Contains("TimeSpan.From", StringComparison.Ordinal));

    [GeneratedRegex(@"new Regex\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches)\(")]
    private static partial Regex Ad();
}

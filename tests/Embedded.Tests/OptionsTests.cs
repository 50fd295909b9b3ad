namespace Concord.Embedded.Tests;

public sealed class OptionsTests
{
    [Fact]
    public void The_command_line_wins_over_the_variable_and_the_variable_over_the_default()
    {
        Assert.Equal("/tmp/a", EmbeddedOptions.Parse(["--data", "/tmp/a"], "/tmp/b").Options!.DataDirectory);
        Assert.Equal("/tmp/b", EmbeddedOptions.Parse([], "/tmp/b").Options!.DataDirectory);
        Assert.EndsWith("concord", EmbeddedOptions.Parse([], null).Options!.DataDirectory);
        Assert.Equal(new EmbeddedOptions("/tmp/b", 7000, true), EmbeddedOptions.Parse(["--demo", "--port", "7000"], "/tmp/b").Options);
    }

    [Theory]
    [InlineData("--data")]
    [InlineData("--port")]
    [InlineData("--port", "seven")]
    [InlineData("--port", "70000")]
    [InlineData("--dmeo")]
    public void What_is_not_understood_is_named(params string[] args)
    {
        var (options, error) = EmbeddedOptions.Parse(args, null);
        Assert.Null(options);
        Assert.Contains(args[0], error, StringComparison.Ordinal);
    }
}

using Concord.Identity.Accounts;

namespace Concord.Identity.Tests;

public sealed class PasswordTests
{
    private const string Email = "amina.diallo@igad.example";
    private static readonly NearWords s_near = new(Email, "Amina Diallo-Ndiaye", "Intergovernmental Authority on Development", "IGAD");

    [Theory]
    [InlineData("passwordpassword")]
    [InlineData("PasswordPassword")]
    [InlineData("ｐａｓｓｗｏｒｄ12345")] // wide letters
    [InlineData("1qaz2wsx3edc4rfv")]
    public void What_most_people_use_is_refused_however_it_is_written(string password) => Assert.Equal(PasswordFault.Common, Passwords.FaultOf(password, Email, s_near));

    [Theory]
    [InlineData("Concord-Mediation-2026")]
    [InlineData("aminadiallo1987")]
    [InlineData("Diallo.Ndiaye.1")]
    [InlineData("IGAD IGAD IGAD 7")]
    [InlineData("Intergovernmental!2026")]
    [InlineData("development-authority")]
    public void Names_of_the_person_the_organization_and_the_platform_are_no_password(string password) => Assert.Equal(PasswordFault.Near, Passwords.FaultOf(password, Email, s_near));

    [Theory]
    [InlineData("four geese walk to mediation")]
    [InlineData("a password of my own")]
    [InlineData("正确的马电池订书钉小猫小狗")]
    [InlineData("half a \ud83d character")] // as a form may bring it
    public void A_few_words_of_ones_own_are(string password) => Assert.Null(Passwords.FaultOf(password, Email, s_near));

    [Fact]
    public void The_list_has_what_the_rule_of_length_allows_and_enough_of_it()
    {
        using var stream = typeof(Passwords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        var all = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(all.Length >= 3000);
        Assert.All(all, p => Assert.True(p.Length is >= Account.MinPasswordLength and <= Account.MaxPasswordLength && p == CommonPasswords.FormOf(p), p));
    }

    [Fact]
    public void What_the_platform_makes_cannot_be_guessed()
    {
        var made = Enumerable.Range(0, 200).Select(_ => Passwords.New()).ToList();
        Assert.Equal(200, made.Distinct().Count());
        var signs = made.SelectMany(p => p).Distinct().Count();
        Assert.All(made, p => Assert.True(p.Length * Math.Log2(signs) >= 128));
    }
}

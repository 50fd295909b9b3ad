namespace Concord.Roster.Names;

/// <summary>Cyrillic, as those languages read it that read a letter differently.</summary>
internal static class Cyrillic
{
    private const string Shared = """
        а=a б=B в=V г=G д=D е=e ё=o ж=G дж=G з=Z и=i й=i к=K л=L м=M н=N о=o п=P р=R с=S т=T тс=Z у=u ф=F х=H ц=Z ч=C ш=X щ=X шч=X ъ=? ы=i ь= э=e ю=iu я=ia
        є=e і=i ї=i ґ=G ў=u ђ=G ј=i љ=Li њ=Ni ћ=C џ=G ѓ=G ќ=K ѕ=Z ѐ=e ѝ=i қ=K ғ=G ң=N ө=o ү=u ұ=u һ=H ә=a җ=G ҳ=H ҷ=G ӣ=i ӯ=u
        """;

    private static readonly Reading[] s_readings =
    [
        new(Shared),

        // Ukrainian and Belarusian hear an h where Russian hears a g; and the dots of Russian are often left out.
        new("г=H ё=e", Shared),

        // Bulgarian, and Serbian as it is written where one letter is missing.
        new("щ=XT ъ=a ъ$= ђ=D", Shared),
    ];

    public static bool Has(char c) => c is >= '\u0400' and <= '\u052f';

    public static IEnumerable<string> Read(string word) => s_readings.Select(r => r.Read(word));
}

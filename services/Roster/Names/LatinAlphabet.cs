using System.Text;

namespace Concord.Roster.Names;

/// <summary>The Latin alphabet as some of its languages read it. What a word sounds like depends on who wrote it: it is read in every way, and two words fit where one reading of each does.</summary>
internal static class LatinAlphabet
{
    private const char LastLetter = '\u024f'; // what lies beyond, such as Vietnamese vowels, loses its accents first

    private const string Shared = """
        sch=X sh=X shch=X schtsch=X šč=X szcz=X chtch=X tsch=C tch=C tzsch=C dsch=G dzh=G dj=G dž=G dz=Z zh=G kh=H gh=G ph=F th=T dh=D bh=B ^rh=R wh=u ck=K cz=C tz=Z ts=Z ^pf=F qu~=K gu+=G aa=a dt$=T off$=oV eff$=eV
        xs=KS cq=K cc=K ^mc=MaK ng=NG
        a=a b=B c=K d=D e=e f=F g=G h=H i=i k=K l=L m=M n=N o=o p=P q=K r=R s=S t=T u=u v=V x=KS y=i z=Z j=G w=u
        á=a à=a â=a ä=e ã=a å=a ą=a ă=a ā=a æ=e ç=C ć=C č=C ċ=C ď=D đ=D ð=D é=e è=e ê=e ë=e ę=e ě=e ē=e ė=e ğ=G ģ=G ġ=G ħ=H ı=i í=i ì=i î=i ï=i ī=i į=i ķ=K ł=L ļ=L ľ=L ñ=N ń=N ň=N ņ=N
        ó=o ò=o ô=o ö=o ő=o ø=o õ=o ō=o œ=o ř=R ŕ=R ś=X š=X ş=X ș=X ß=S ť=T ţ=Z ț=Z þ=T ú=u ù=u û=u ü=u ů=u ű=u ū=u ų=u ý=i ÿ=i ź=Z ż=G ž=G ơ=o ư=u ə=a
        """;

    private static readonly Reading[] s_readings =
    [
        // As in English, also as most scripts are written for English readers.
        new("ch=C chr=KR chl=KL c+=S dg+=G sc+=S", Shared),

        // As in German, Dutch and the north, and in Slavic languages with their accents.
        new("ch=H ^chr=KR ^c=K ^cv=ZV ^c+=Z c+=Z c$=C sz=X rz=G j=i w=V äu=oi eu=oi ic$=iC ae=e oe=o ue=u ie=i ^ie=e", Shared),

        // Slavic words whose accents were left out.
        new("c=C ch=H sz=X j=i w=V", Shared),

        // As in French, also as Arabic is written where French is.
        new("ch=X c+=S ç=S gn~=N ane$=aN ine$=iN ène$=eN eau=o eaux=o aux$=o ault$=o aut$=o aud$=o oi=ua", Shared),

        // As in Turkish, Azeri and Persian, also Arabic names there.
        new("c=G ch=C ğ= v=u th=S dh=Z x=H t$=D p$=B", Shared),

        // As in Spanish and Portuguese.
        new("c+=S ç=S j=H g+=H x=X z=S lh=Li nh=Ni ñ=Ni ão=aN ões=oiS", Shared),

        // As in Italian, and Greek words in most languages.
        new("ch=K c+=C gi~=G gli~=Li w=V", Shared),
    ];

    public static bool Has(char c) => c is (>= 'a' and <= LastLetter) or (>= '\u1e00' and <= '\u1eff') or 'ə' or '\'' or '\u2019';

    /// <summary>Every way to read a word in small letters.</summary>
    public static IEnumerable<string> Read(string word)
    {
        var bare = Bared(word);
        return s_readings.Select(r => r.Read(bare));
    }

    // An apostrophe is not heard.
    private static string Bared(string word)
    {
        if (word.All(c => c is >= 'a' and <= LastLetter))
        {
            return word;
        }

        var bare = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            switch (c)
            {
                case '\'' or '\u2019': break;
                case >= '\u1e00' and <= '\u1eff': bare.Append(c.ToString().Normalize(NormalizationForm.FormD)[0]); break;
                default: bare.Append(c); break;
            }
        }

        return bare.ToString();
    }
}

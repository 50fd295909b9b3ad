namespace Concord.Roster.Synthetic;

/// <summary>How invented names sound.</summary>
internal enum NameArea
{
    EastAfrican,
    WestAfrican,
    Central,
    Southern,
    Arabic,
    Anglophone,
    Iberian,
    Nordic,
    WestEuropean,
    Slavic,
    Turkic,
    SouthAsian,
    SouthEastAsian,
    EastAsian,
    Pacific,
}

/// <summary>
/// Names put together from syllables, never taken from a list of people. Whoever bears such a name does so by chance; every record says that it is
/// synthetic.
/// </summary>
internal static class Names
{
    private sealed record Syllables(string[] Starts, string[] Woman, string[] Man, string[] Family, string[] FamilyEnds);

    private static readonly Syllables[] Areas =
    [
        Of("Ba Che Da Ji Ka Lo Mu Nya Ru Se Te Wa", "nira keza mba tali rosha lile", "bo kuri meti ndo rai tsa", "Abe Gita Hala Kari Mbeti Ndolo Oki Tesfa Wari", "bo nga ruko tsi wei ye"),
        Of("A Bi Do E Fa Ko Mo Na O Sa Ti Yé", "bena dia fola mina rissa tou", "bou diko kwe moro sani tunde", "Adé Boro Diké Fola Keme Ndia Osé Sarra Touré", "bo dji kwu la ma to"),
        Of("Be Cé Di É Fo Gra Ju Li Ma Né Pa Ro", "line mette rise sande velle", "cien don mond rel tin", "Bemba Ekolo Kabé Loumo Mboka Ndou Ngala Yaka", "di ka lu mbé ngo"),
        Of("Bo Ka Le Ma No Pa Si Ta Tho Za", "bile lethu mpho ndile seka", "bani fiso kosi mbe tso", "Dlo Khu Mabo Moke Ndla Sibe Thaba Zuli", "kane lo mo ne si"),
        Of("A Ba Fa Ha Ja Ka La Na Ra Sa Ya Zu", "bila diya hira lima nisa riya", "bir dil hmad mir sim zid", "al-Bar al-Haq al-Raz Ben-Sal Had Kha Man Sab", "ani awi di im oun rif"),
        Of("Al Bre Cor El Fen Hal Ka Lo Mar Ro", "awyn issa lene mora wen", "bert dan len son ton", "Ash Black Cor Fen Hart Mill Stan Wick Wood", "bury den ford ley ton well"),
        Of("Al Be Ca Da E Fer Lu Ma Ra Te", "bela dina lisa mira rena zana", "berto do lino miro ron zán", "Al Bar Cam Cés Fon Mal Oliv Peñ Sal", "ado ales ares eira ego ones"),
        Of("An As Bjø Ei Hal In Li Sig Sol Tor", "dis frid gunn hild na", "bjørn gar mund stein vald", "Berg Dal Fjell Hav Lund Sjø Strand Øst", "by dal gaard heim qvist sen"),
        Of("A Be Chi E Fré Ga He Jo Lu Ma", "lice lina nette rika sanne", "bert dric land lo win", "Ber Chau Dau Fal Gro Mont Rie Van-Ho Zel", "ault ens ini mann son ter"),
        Of("A Bo Da Dra Ja Ka Lju Mi Ol Ve", "lena mila rija slava vesna", "dan mil rek slav vid", "Bor Chor Dob Gór Kral Med Star Zele", "ak enko ić ov ski"),
        Of("Ai Ba Dil El Gul Kam Na Ra Sha Tü", "bike dana fruz nar nur", "bek dar lan mur tan", "Ab Ber Dem Gür Kar Mir Sar Yıl", "ali baev dze li oğlu yan"),
        Of("A Bi De In Ka La Ma Pra Ra Su", "dhika jali ksha mala nita", "jan kesh nil raj vin", "Ban Chau Dha Gur Kul Pan Raj Wije", "dar kar lal ni siri tha"),
        Of("A Bu Da In In Lin Ma Ni Su Wi", "dah lina ratna sari yah", "di jaya man sit wan", "Adi Bun Dela Kusu Maga Ngu Pra Sri Thawi", "dono lan ma nto rak tan"),
        Of("An Chen Hai Jin Ka Ming Ri Sa Yu Zhi", "ko lan mei na yue", "bo hao ji to wei", "Ha Ki Li Mori Na Shi Su Wa Ya", "da moto n ng ra to"),
        Of("A Fe Ka Lo Ma Pe Se Ta Ti Vi", "lani mele nia sina tala", "fo keli mana sio tu", "Fale Kalo Mata Nai Tala Vuni", "fi lau mana toa vai"),
    ];

    /// <summary>One to two given names' worth of syllables and a family name; about a fifth have a second family name.</summary>
    public static string Make(NameArea area, bool woman, ref Dice dice)
    {
        var from = Areas[(int)area];
        var given = dice.One<string>(from.Starts) + dice.One<string>(woman ? from.Woman : from.Man);
        var name = $"{given} {Family(from, ref dice)}";
        return dice.Percent(20) ? $"{name} {Family(from, ref dice)}" : name;
    }

    private static string Family(Syllables from, ref Dice dice) => dice.One<string>(from.Family) + dice.One<string>(from.FamilyEnds);

    private static Syllables Of(string starts, string woman, string man, string family, string familyEnds) =>
        new(starts.Split(' '), woman.Split(' '), man.Split(' '), family.Split(' '), familyEnds.Split(' '));
}

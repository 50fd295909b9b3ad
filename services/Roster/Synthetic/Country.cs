namespace Concord.Roster.Synthetic;

/// <summary>What the generator knows of a country. Its own table and not the reference data: a correction there must not change the synthetic people.</summary>
/// <param name="Alpha3">ISO 3166-1.</param>
/// <param name="Weight">How often the generator draws it; invented.</param>
/// <param name="Subregion">M49.</param>
/// <param name="Area">Names of which language area.</param>
/// <param name="Mother">Languages people grow up with, the most common first.</param>
/// <param name="Taught">Official or working languages learnt at school.</param>
internal sealed record Country(string Alpha3, int Weight, string Subregion, NameArea Area, string[] Mother, string[] Taught)
{
    public static Country[] All { get; } = [.. Table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Read)];

    public static int[] Weights { get; } = [.. All.Select(c => c.Weight)];

    public static Dictionary<string, Country[]> BySubregion { get; } = All.GroupBy(c => c.Subregion).ToDictionary(g => g.Key, g => g.ToArray());

    public static string[] Subregions { get; } = [.. BySubregion.Keys.Order(StringComparer.Ordinal)];

    private static Country Read(string line)
    {
        var fields = line.Split(' ');
        return new Country(fields[0], int.Parse(fields[1], System.Globalization.CultureInfo.InvariantCulture), fields[2], Enum.Parse<NameArea>(fields[3]),
            fields[4].Split(','), fields[5] == "-" ? [] : fields[5].Split(','));
    }

    private const string Table = """
        KEN 34 014 EastAfrican sw,en en
        ETH 30 014 EastAfrican am,om,ti en
        SSD 16 014 EastAfrican din,nus,ar en
        UGA 24 014 EastAfrican lg,sw en
        TZA 20 014 EastAfrican sw en
        RWA 16 014 EastAfrican rw fr,en
        BDI 12 014 EastAfrican rn,fr fr
        SOM 14 014 Arabic so ar,en
        DJI 6 014 Arabic so,aa fr,ar
        ERI 6 014 EastAfrican ti,ar en
        ZMB 12 014 Southern bem,ny en
        ZWE 14 014 Southern sn,nd en
        MOZ 12 014 Iberian pt,vmw pt
        MDG 6 014 EastAfrican mg fr
        SDN 18 015 Arabic ar en
        EGY 26 015 Arabic ar en
        TUN 18 015 Arabic ar fr
        DZA 14 015 Arabic ar,ber fr
        MAR 18 015 Arabic ar,ber fr
        LBY 8 015 Arabic ar en
        NGA 38 011 WestAfrican yo,ha,ig en
        GHA 26 011 WestAfrican ak,ee en
        SEN 22 011 WestAfrican wo,fr fr
        MLI 16 011 WestAfrican bm,ff fr
        BFA 12 011 WestAfrican mos,fr fr
        NER 10 011 WestAfrican ha,fr fr
        CIV 14 011 WestAfrican fr,dyu fr
        SLE 10 011 WestAfrican kri,men en
        LBR 10 011 WestAfrican en,kpe en
        GIN 8 011 WestAfrican ff,sus fr
        GMB 6 011 WestAfrican wo,en en
        CPV 4 011 Iberian kea pt
        CMR 16 017 Central fr,ff fr,en
        COD 18 017 Central ln,sw,fr fr
        CAF 8 017 Central sg fr
        TCD 10 017 Central ar,fr fr,ar
        AGO 8 017 Iberian pt,umb pt
        GAB 6 017 Central fr fr
        ZAF 30 018 Southern zu,en,af,xh en
        BWA 8 018 Southern tn en
        NAM 8 018 Southern ng,af,en en
        LSO 6 018 Southern st en
        USA 40 021 Anglophone en,es en
        CAN 34 021 Anglophone en,fr en,fr
        MEX 22 013 Iberian es en
        GTM 14 013 Iberian es,quc es
        SLV 8 013 Iberian es en
        CRI 12 013 Iberian es en
        PAN 6 013 Iberian es en
        HTI 8 029 Central ht,fr fr
        JAM 6 029 Anglophone en en
        CUB 6 029 Iberian es en
        COL 34 005 Iberian es en
        BRA 20 005 Iberian pt en,es
        ARG 16 005 Iberian es en
        CHL 14 005 Iberian es en
        PER 12 005 Iberian es,qu es
        BOL 8 005 Iberian es,qu es
        URY 8 005 Iberian es en
        GBR 34 154 Anglophone en en
        IRL 20 154 Anglophone en,ga en
        NOR 28 154 Nordic no en
        SWE 26 154 Nordic sv en
        FIN 22 154 Nordic fi,sv sv,en
        DNK 14 154 Nordic da en
        EST 8 154 Nordic et,ru en
        FRA 30 155 WestEuropean fr en
        DEU 30 155 WestEuropean de en
        CHE 28 155 WestEuropean de,fr,it fr,en
        AUT 14 155 WestEuropean de en
        BEL 14 155 WestEuropean fr,nl en
        NLD 20 155 WestEuropean nl en
        ESP 20 039 Iberian es,ca en
        ITA 20 039 WestEuropean it en
        PRT 10 039 Iberian pt en
        GRC 8 039 WestEuropean el en
        SRB 8 039 Slavic sr en
        BIH 10 039 Slavic bs,sr,hr en
        POL 14 151 Slavic pl en
        UKR 14 151 Slavic uk,ru en
        RUS 14 151 Slavic ru en
        MDA 6 151 Slavic ro,ru ru
        CZE 8 151 Slavic cs en
        JOR 18 145 Arabic ar en
        LBN 20 145 Arabic ar fr,en
        IRQ 14 145 Arabic ar,ku en
        SYR 10 145 Arabic ar,ku en
        YEM 12 145 Arabic ar en
        QAT 8 145 Arabic ar en
        OMN 8 145 Arabic ar en
        TUR 18 145 Turkic tr,ku en
        GEO 10 145 Turkic ka en,ru
        ARM 8 145 Turkic hy ru,en
        AZE 6 145 Turkic az ru,en
        KAZ 8 143 Turkic kk,ru ru
        KGZ 8 143 Turkic ky ru
        TJK 6 143 Turkic tg ru
        UZB 6 143 Turkic uz ru
        AFG 10 034 Turkic fa,ps ps,en
        PAK 18 034 SouthAsian ur,pa,ps en
        IND 26 034 SouthAsian hi,bn,ta en
        BGD 14 034 SouthAsian bn en
        NPL 18 034 SouthAsian ne en
        LKA 14 034 SouthAsian si,ta en
        IDN 20 035 SouthEastAsian id,jv en
        PHL 22 035 SouthEastAsian tl,ceb en
        THA 12 035 SouthEastAsian th en
        MMR 12 035 SouthEastAsian my en
        MYS 12 035 SouthEastAsian ms en
        SGP 8 035 SouthEastAsian en,zh,ms en
        VNM 8 035 SouthEastAsian vi en
        TLS 6 035 Iberian tet pt
        CHN 20 030 EastAsian zh en
        JPN 16 030 EastAsian ja en
        KOR 16 030 EastAsian ko en
        MNG 6 030 Turkic mn ru,en
        AUS 20 053 Anglophone en en
        NZL 16 053 Anglophone en,mi en
        FJI 6 054 Pacific fj,hif en
        PNG 6 054 Pacific tpi en
        SLB 4 054 Pacific en en
        WSM 4 061 Pacific sm en
        """;
}

// Regenerates contracts/Reference/Data from the data folder: dotnet run --project tests/tools/ReferenceData -- <data> <output>
// The output depends on the input alone: same bytes every time. contracts/Reference/Data/README.md says what each file is.
using Concord.Tools.ReferenceData;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: ReferenceData <data folder> <output folder>");
    return 2;
}

string input = args[0], output = args[1];
string countries = Path.Combine(input, "countries"), cldr = Path.Combine(input, "cldr"), languages = Path.Combine(input, "languages");
string[] tags = ["ar", "zh", "en", "fr", "ru", "es"];
string[] officialLanguages = ["ara", "zho", "eng", "fra", "rus", "spa"];
string[] noLanguage = ["mis", "mul", "und", "zxx", "qaa-qtz"];

// M49 prints these names in an oblique case, out of order, cut off or with a slip; the CLDR name is taken instead.
HashSet<string> takeCldr = ["ALA.ru", "ATA.ru", "ATF.ar", "CCK.ru", "CIV.en", "IOT.ar", "NLD.ar", "UMI.ar"];
// The copy drops half of this name in English only; its ISO 4217 column and the other five languages have both halves.
Dictionary<string, string> corrected = new() { ["FLK.en"] = "Falkland Islands (Malvinas)" };
// Renamed States that the copy could not join with UNTERM.
HashSet<string> statesOutsideUnterm = ["CIV", "TUR"];

var countriesDate = Inputs.SourceDate(countries, "country-codes.csv");
var cldrDate = Inputs.SourceDate(cldr, "en_languages.json");
var languagesDate = Inputs.SourceDate(languages, "language-codes-full.csv");
var m49 = tags.ToDictionary(tag => tag, tag => Inputs.Csv(Path.Combine(countries, $"UNSD-{(tag == "zh" ? "cn" : tag)}.csv")));
var unterm = Inputs.Csv(Path.Combine(countries, "country-codes.csv")).ToDictionary(r => r["ISO3166-1-Alpha-3"], r => r["UNTERM English Short"]);
var territories = tags.ToDictionary(tag => tag, tag => Inputs.CldrNames(cldr, tag, "territories"));
var languageNames = tags.ToDictionary(tag => tag, tag => Inputs.CldrNames(cldr, tag, "languages"));

Directory.CreateDirectory(output);
var areas = Areas();
Write("areas.tsv", "alpha3 alpha2 m49 kind region subregion intermediateRegion ar zh en fr ru es ldc lldc sids", areas);
Write("regions.tsv", "m49 level parent ar zh en fr ru es", Regions());
Write("languages.tsv", "alpha3 alpha2 standard unOfficial ar zh en fr ru es", Languages());
var memberships = Memberships();
Write("memberships.tsv", "organization alpha3 status note asOf source", memberships);
Write("organizations.tsv", "code acronym kind parent ar zh en fr ru es asOf source gaps", Organizations());
Write("sources.tsv", "file asOf source licence", Sources());
File.WriteAllBytes(Path.Combine(output, "LICENSE-CLDR.txt"), File.ReadAllBytes(Path.Combine(cldr, "LICENSE")));
return 0;

List<string[]> Areas()
{
    var names = tags.ToDictionary(tag => tag, tag => m49[tag].ToDictionary(r => r["ISO-alpha3 Code"], r => r["Country or Area"]));
    return [.. m49["en"].Select(r =>
    {
        string alpha3 = r["ISO-alpha3 Code"], alpha2 = r["ISO-alpha2 Code"];
        var name = tags.Select(tag =>
            corrected.TryGetValue($"{alpha3}.{tag}", out var text) ? text
            : takeCldr.Contains($"{alpha3}.{tag}") || names[tag][alpha3] == "" ? territories[tag][alpha2]
            : names[tag][alpha3]);
        return (string[])[alpha3, alpha2, r["M49 Code"], IsState(alpha3) ? "STATE" : "AREA",
            r["Region Code"], r["Sub-region Code"], r["Intermediate Region Code"], .. name,
            Flag(r["Least Developed Countries (LDC)"] == "x"), Flag(r["Land Locked Developing Countries (LLDC)"] == "x"),
            Flag(r["Small Island Developing States (SIDS)"] == "x")];
    })];
}

// UNTERM lists the 193 members, marks the observer States * and States outside the United Nations **.
bool IsState(string alpha3) => statesOutsideUnterm.Contains(alpha3) || (unterm[alpha3] != "" && !unterm[alpha3].EndsWith("**", StringComparison.Ordinal));

List<string[]> Regions()
{
    (string Level, string Code, string Name)[] levels =
    [
        ("WORLD", "Global Code", "Global Name"), ("REGION", "Region Code", "Region Name"), ("SUBREGION", "Sub-region Code", "Sub-region Name"),
        ("INTERMEDIATE_REGION", "Intermediate Region Code", "Intermediate Region Name"),
    ];
    var rows = new Dictionary<string, string[]>();
    foreach (var r in m49["en"])
    {
        var parent = "";
        foreach (var level in levels.Where(l => r[l.Code] != ""))
        {
            var code = r[level.Code];
            rows.TryAdd(code, [code, level.Level, parent, .. tags.Select(tag => m49[tag].First(x => x[level.Code] == code)[level.Name])]);
            parent = code;
        }
    }
    return [.. rows.Values];
}

List<string[]> Languages()
{
    var rows = Inputs.Csv(Path.Combine(languages, "language-codes-full.csv"))
        .Select(r => (Alpha3: r["alpha3-t"] != "" ? r["alpha3-t"] : r["alpha3-b"], Alpha2: r["alpha2"], English: r["English"]))
        .Where(r => !noLanguage.Contains(r.Alpha3)).ToList();
    var known = rows.Select(r => r.Alpha3).Concat(noLanguage).ToHashSet();
    var others = languageNames["en"].Keys.Where(code => code.Length == 3 && !known.Contains(code));
    return
    [
        .. rows.Select(r => Row(r.Alpha3, r.Alpha2, "ISO 639-2", r.English)),
        .. others.Select(code => Row(code, "", "ISO 639-3", "")),
    ];

    string[] Row(string alpha3, string alpha2, string standard, string english) =>
    [
        alpha3, alpha2, standard, Flag(officialLanguages.Contains(alpha3)),
        .. tags.Select(tag => languageNames[tag].GetValueOrDefault(alpha2 != "" ? alpha2 : alpha3, tag == "en" ? english : "")),
    ];
}

List<string[]> Memberships()
{
    var alpha3OfName = areas.ToDictionary(a => a[9], a => a[0]);
    var unitedNations = areas.Where(a => a[3] == "STATE").Select(a => (string[])
        ["UN", a[0], unterm[a[0]].EndsWith('*') ? "OBSERVER" : "MEMBER", "", countriesDate, "UNTERM list of country names, by datasets/country-codes"]);
    var rows = new List<string[]>(unitedNations);
    foreach (var record in Inputs.Records(File.ReadAllText(Path.Combine(input, "igo", "regional_organisation_membership_derived.csv"))).Skip(1))
    {
        // org_code, org_name, iso3, country, status, qualifier, source (its commas are not quoted), as_of
        string qualifier = record[5], source = string.Join(',', record[6..^1]), asOf = record[^1].Replace(" snapshot", "", StringComparison.Ordinal);
        // A row without a code is kept when it names a State of areas.tsv (Serbia); no name (an organization) or no code (Kosovo) is left out.
        var alpha3 = record[2] != "" ? record[2] : alpha3OfName.GetValueOrDefault(record[3], "");
        if (alpha3 == "")
        {
            continue;
        }

        if (record[0] == "ICGLR")
        {
            source = "Report of the Secretary-General of 9 July 2013, Responsibility to protect: State responsibility and prevention, footnote 5";
        }

        var status = record[4].ToUpperInvariant();
        var note = string.Equals(qualifier.TrimEnd('s'), status, StringComparison.OrdinalIgnoreCase) ? "" : qualifier;
        rows.Add([record[0], alpha3, status, note, asOf, source]);
    }
    return rows;
}

// Codes, names and gaps are kept by hand in organizations.tsv beside this file; date and source are those of the membership list.
List<string[]> Organizations()
{
    var first = memberships.GroupBy(m => m[0]).ToDictionary(g => g.Key, g => (AsOf: g.First()[4], Source: g.First()[5]));
    List<string[]> rows = [.. Inputs.Tsv(typeof(Inputs).Assembly.GetManifestResourceStream("organizations.tsv")!).Select(r =>
    {
        var (asOf, source) = first.GetValueOrDefault(r[0], ("", "Named in the source documents (rule R66)"));
        return (string[])[.. r[..10], asOf, source, r[10]];
    })];
    var unknown = first.Keys.Except(rows.Select(r => r[0])).ToList();
    return unknown.Count == 0 ? rows : throw new InvalidDataException($"organizations.tsv lacks {string.Join(", ", unknown)}");
}

List<string[]> Sources() =>
[
    ["areas.tsv", countriesDate, "ISO 3166-1, UN M49 and UNTERM, by datasets/country-codes; eight names from Unicode CLDR", "PDDL-1.0; Unicode-3.0"],
    ["regions.tsv", countriesDate, "UN M49, by datasets/country-codes", "PDDL-1.0"],
    ["languages.tsv", languagesDate, $"ISO 639, by datasets/language-codes; names from Unicode CLDR of {cldrDate}", "PDDL-1.0; Unicode-3.0"],
    ["memberships.tsv", memberships.Where(m => m[0] is not ("UN" or "ICGLR")).Max(m => m[4])!,
        "CIA World Factbook, by factbook/factbook.json; UN: UNTERM; ICGLR: list of 2013; see the date of each row", "Public domain; PDDL-1.0"],
    ["organizations.tsv", memberships.Where(m => m[0] is not ("UN" or "ICGLR")).Max(m => m[4])!,
        "Kept by the project; date and source of the membership list in each row", "As the project"],
];

static string Flag(bool value) => value ? "1" : "0";

void Write(string file, string header, List<string[]> rows)
{
    var columns = header.Split(' ');
    var lines = rows.OrderBy(r => $"{r[0]}\t{r[1]}", StringComparer.Ordinal).ToList();
    if (lines.Find(r => r.Length != columns.Length || r.Any(f => f.AsSpan().ContainsAny('\t', '\n', '"'))) is { } bad)
    {
        throw new InvalidDataException($"{file}: {string.Join('|', bad)}");
    }

    var keyColumns = columns[0] == "organization" ? 2 : 1;
    if (lines.GroupBy(r => string.Join('\t', r[..keyColumns])).FirstOrDefault(g => g.Count() > 1) is { } twice)
    {
        throw new InvalidDataException($"{file}: {twice.Key} occurs twice");
    }

    File.WriteAllText(Path.Combine(output, file), string.Concat(lines.Prepend(columns).Select(r => string.Join('\t', r) + "\n")));
    Console.WriteLine($"{file}: {lines.Count} rows");
}

using System.Globalization;
using System.Text;

namespace Concord.Roster.Tests.Import;

/// <summary>A table as organizations really send them, with every kind of defect, of which it is known what an import must say of each row.</summary>
internal sealed class UglyTable
{
    private const string Header = "Matricule;Nom complet;Sexe;Niveau;Nationalité;Langues;Consentement;Date du consentement;Preuve du consentement;Préavis;Taille";

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<(int Line, string? Field)> _problems = [];
    private readonly List<string> _clean = [];
    private int _line = 1;
    private int _number;

    private UglyTable(int seed) => _random = new Random(seed);

    /// <summary>As it is sent.</summary>
    public byte[] Bytes => Encoding.UTF8.GetBytes("\ufeff" + _text);

    /// <summary>What is wrong, by the line on which the row begins.</summary>
    public IReadOnlyList<(int Line, string? Field)> Problems => _problems;

    /// <summary>References of the rows that nothing is wrong with.</summary>
    public IReadOnlyList<string> Clean => _clean;

    public int Rows { get; private set; }

    /// <summary>With every defect among its first rows, then as chance has it.</summary>
    public static UglyTable Make(int rows, int seed = 20261129)
    {
        var table = new UglyTable(seed);
        table.Write(Header);
        for (var i = 0; table.Rows < rows; i++)
        {
            var defect = i < Defects.Length ? Defects[i] : table._random.Next(3) == 0 ? Defects[table._random.Next(Defects.Length)] : "";
            table.Add(table.Rows + 2 > rows && defect.StartsWith("twice", StringComparison.Ordinal) ? "" : defect);
        }

        return table;
    }

    private static readonly string[] Defects =
    [
        "", "no name", "no reference", "gender", "level", "country", "language", "no language level", "language level", "two days", "no day", "tomorrow", "long", "control", "formula", "fewer", "more",
        "twice the same", "twice with others", "no scope", "no consent day", "notice too long", "notice in words", "two at once", "blank", "error of a formula", "scope", "no result",
    ];

    private void Add(string defect)
    {
        var cells = CleanCells();
        string?[] wrong = defect switch
        {
            "no name" => Set(cells, 1, "   ", "displayName"),
            "no reference" => Set(cells, 0, "", "externalReference"),
            "gender" => Set(cells, 2, "peut-être", "gender"),
            "level" => Set(cells, 3, "P-5", "seniorityLevel"),
            "country" => Set(cells, 4, "Zubrowka", "nationalities"),
            "language" => Set(cells, 5, "Klingonais (courant)", "languages"),
            "no language level" => Set(cells, 5, "français", "languages"),
            "language level" => Set(cells, 5, "fr=superb", "languages"),
            "two days" => Set(cells, 7, "05/03/2024", "consentGivenDay"),
            "no day" => Set(cells, 7, "31/02/2024", "consentGivenDay"),
            "tomorrow" => Set(cells, 7, "2199-01-01", "consentGivenDay"),
            "long" => Set(cells, 1, new string('x', 201), "displayName"),
            "control" => Set(cells, 1, "Ama\u0007Test", "displayName"),
            "formula" => Set(cells, 1, "=HYPERLINK(\"http://x\")", "displayName"),
            "error of a formula" => Set(cells, 5, "=#REF!", "languages"),
            "no result" => Set(cells, 1, "#REF!", "displayName"),
            "no scope" => Set(cells, 6, "", "consentScope"),
            "scope" => Set(cells, 6, "tout", "consentScope"),
            "no consent day" => Set(cells, 7, "", "consentGivenDay"),
            "notice too long" => Set(cells, 9, "400", "noticeDays"),
            "notice in words" => Set(cells, 9, "bientôt", "noticeDays"),
            "two at once" => [.. Set(cells, 2, "?", "gender"), .. Set(cells, 4, "Nowhere", "nationalities")],
            "fewer" or "more" => new string?[] { null },
            _ => [],
        };
        switch (defect)
        {
            case "blank":
                Write(_random.Next(2) == 0 ? "" : ";;;;;;;;;;");
                return;
            case "error of a formula":
                wrong = ["languages", "languages"]; // neither a value nor a language
                Row(cells, wrong);
                return;
            case "fewer":
                Row([.. cells[..9]], wrong);
                return;
            case "more":
                Row([.. cells, "et encore"], wrong);
                return;
            case "twice the same":
                Row(cells, []);
                Row(cells, ["externalReference"]);
                return;
            case "twice with others":
                Row(cells, ["externalReference"]);
                Row([cells[0], "Somebody Else", .. cells[2..]], ["externalReference"]);
                return;
            default:
                Row(cells, wrong);
                return;
        }
    }

    private static string[] Set(string[] cells, int place, string text, string field)
    {
        cells[place] = text;
        return [field];
    }

    private string[] CleanCells()
    {
        var day = new DateOnly(2020, 1, 1).AddDays(_random.Next(1500));
        return
        [
            $"HR-{++_number:00000}",
            One($"Ama Test {_number}", $"أمينة {_number}", $"Анна {_number}", $"O'Neil-{_number}", $"王{_number}"),
            One("F", "femme", "WOMAN", "ж", "男", "أنثى"),
            One("Expert", "MEDIATOR", "Médiateur principal", "junior", "Посредник"),
            One("KEN", "ke", "Kenya", "Côte d’Ivoire", "Уганда", "FRA; Kenya", "مصر"),
            One("fr=FLUENT", "français (courant); Arabic: native", "en=WORKING|fr=BASIC", "العربية (اللغة الأم)"),
            One("SEARCH", "recherche; partage", "search"),
            One(day.ToString("O", CultureInfo.InvariantCulture), (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture), "25/03/2021", "03/25/2021", Arabic(day.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)), "5 March 2022"),
            _random.Next(20) == 0 ? "Lettre;\r\ndu 3" : "Lettre",
            One("", "14", Arabic("30")),
            "42",
        ];
    }

    private string One(params string[] of) => of[_random.Next(of.Length)];

    private static string Arabic(string digits) => string.Concat(digits.Select(c => char.IsAsciiDigit(c) ? (char)('٠' + (c - '0')) : c));

    private void Row(string[] cells, string?[] wrong)
    {
        Rows++;
        _problems.AddRange(wrong.Select(field => (_line, field)));
        if (wrong.Length == 0)
        {
            _clean.Add(cells[0]);
        }

        Write(string.Join(';', cells.Select(c => c.AsSpan().IndexOfAny(";\n\"") < 0 ? c : $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
    }

    private void Write(string row)
    {
        _text.Append(row).Append("\r\n");
        _line += 1 + row.Count(c => c == '\n');
    }
}

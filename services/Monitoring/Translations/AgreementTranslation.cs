using Concord.Monitoring.Agreements;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Texts;

namespace Concord.Monitoring.Translations;

/// <summary>What an agreement and its parts are called in another language. It may leave parts out: those are read in the original.</summary>
internal sealed record NewTranslation
{
    /// <summary>Code of the reference data, such as ar; another than the agreement's own.</summary>
    public string? Language { get; init; }

    /// <summary>1 to 600 characters.</summary>
    public string? Title { get; init; }

    /// <summary>1 to 120 characters.</summary>
    public string? ShortTitle { get; init; }

    /// <summary>At most 1000 characters.</summary>
    public string? Notice { get; init; }

    /// <summary>No person has reviewed it.</summary>
    public bool MachineMade { get; init; }

    /// <summary>Names by the keys of the parties.</summary>
    public IReadOnlyDictionary<string, string?>? Parties { get; init; }

    /// <summary>Titles by the numbers of the chapters.</summary>
    public IReadOnlyDictionary<string, string?>? Chapters { get; init; }

    /// <summary>Titles by the clauses of the provisions.</summary>
    public IReadOnlyDictionary<string, string?>? Provisions { get; init; }

    /// <summary>Titles by the keys of the milestones.</summary>
    public IReadOnlyDictionary<string, string?>? Milestones { get; init; }
}

/// <summary>The translated names of an agreement's parts.</summary>
internal sealed record TranslatedParts(
    IReadOnlyDictionary<string, string> Parties, IReadOnlyDictionary<string, string> Chapters, IReadOnlyDictionary<string, string> Provisions, IReadOnlyDictionary<string, string> Milestones);

/// <summary>What can be translated in an agreement.</summary>
internal sealed record Translatable(Agreement Agreement, IReadOnlyCollection<string> Clauses, IReadOnlyCollection<string> Milestones);

/// <summary>One language of an agreement beside the original; sent again, it replaces what was there.</summary>
internal sealed class AgreementTranslation : IVersioned
{
    public const int MostParts = 1000;

    private AgreementTranslation() { } // EF

    public AgreementId Agreement { get; private init; }
    public string Language { get; private init; } = "";
    public string Title { get; private set; } = "";
    public string ShortTitle { get; private set; } = "";
    public string? Notice { get; private set; }
    public bool MachineMade { get; private set; }
    public TranslatedParts Parts { get; private set; } = null!;
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }

    public string Name => $"{Agreement}/translations/{Language}";

    public static AgreementTranslation Of(NewTranslation made, Translatable original, DateTime now)
    {
        var translation = new AgreementTranslation { Agreement = original.Agreement.Id, Language = made.Language ?? "" };
        translation.Replace(made, original, now);
        return translation;
    }

    public void Replace(NewTranslation made, Translatable original, DateTime now)
    {
        var check = new Violations();
        check.Language(made.Language, "language");
        check.Check(made.Language != original.Agreement.Language, "language", "The original is in this language.");
        Title = check.Name(made.Title, "title", 600);
        ShortTitle = check.Text(made.ShortTitle, "shortTitle", 120);
        Notice = check.OptionalText(made.Notice, "notice", 1000);
        MachineMade = made.MachineMade;
        Parts = new TranslatedParts(
            Known(made.Parties, "parties", original.Agreement.Parties.Select(p => p.Key), check),
            Known(made.Chapters, "chapters", original.Agreement.Chapters.Select(c => $"{c.Number}"), check),
            Known(made.Provisions, "provisions", original.Clauses, check),
            Known(made.Milestones, "milestones", original.Milestones, check));
        UpdateTime = now;
        check.ThrowIfAny();
    }

    // In the order of the keys, so that the same translation is the same text in the store.
    private static SortedDictionary<string, string> Known(IReadOnlyDictionary<string, string?>? given, string field, IEnumerable<string> known, Violations check)
    {
        var keys = known.ToHashSet(StringComparer.Ordinal);
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        check.Check(given is null or { Count: <= MostParts }, field, $"At most {MostParts} entries.");
        foreach (var (key, text) in (given ?? new Dictionary<string, string?>()).Take(MostParts))
        {
            var one = $"{field}.{(key.Length > Keys.MaxLength ? key[..Keys.MaxLength] : key)}";
            check.Check(keys.Contains(key), one, "The agreement has no such part.");
            texts[key] = check.Text(text, one, 400);
        }

        return texts;
    }
}

using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Components;

namespace Concord.Portal.Agreements;

/// <summary>An agreement's texts in another language than the original, by the keys of its parts.</summary>
public sealed record AgreementTranslation(
    string Language, string? Notice, bool MachineMade, IReadOnlyDictionary<string, string> Parties, IReadOnlyDictionary<string, string> Chapters,
    IReadOnlyDictionary<string, string> Provisions, IReadOnlyDictionary<string, string> Milestones);

/// <summary>What an agreement and its parts are called for a reader: in the reader's language where someone has translated that part, else as recorded.</summary>
public sealed class AgreementWords(Agreement agreement, AgreementTranslation? translation)
{
    public Agreement Agreement => agreement;

    /// <summary>Null where the reader reads the original.</summary>
    public AgreementTranslation? Translation => translation;

    public Wording? Notice => agreement.Notice is null ? null : translation?.Notice is { } own ? new(own, translation.Language) : Original(agreement.Notice);

    public Wording Party(string key) => Find(translation?.Parties, key, agreement.Parties?.FirstOrDefault(p => p.Key == key)?.Name ?? key);

    public Wording Chapter(Chapter chapter) => Find(translation?.Chapters, $"{chapter.Number}", chapter.Title);

    public Wording Provision(string clause, string title) => Find(translation?.Provisions, clause, title);

    public Wording Milestone(string key, string title) => Find(translation?.Milestones, key, title);

    /// <summary>A text that is kept in the language of the agreement alone.</summary>
    public Wording Original(string text) => new(text, agreement.Language);

    /// <summary>Reads the parts of an agreement that a list has named.</summary>
    public static Task<AgreementWords> OfAsync(PlatformApi api, Agreement listed, Language reader) =>
        OfAsync(api.GetAsync<Agreement>(listed.Name), listed.Translations.Any(t => t.Language == reader.Tag) ? TranslationAsync(api, listed.Name, reader) : Task.FromResult<AgreementTranslation?>(null));

    /// <summary>Reads both at once.</summary>
    /// <param name="api">As the reader sees it.</param>
    /// <param name="id">Of the agreement.</param>
    /// <param name="day">The query that says the day.</param>
    /// <param name="reader">Whose language is looked for.</param>
    public static Task<AgreementWords> OfAsync(PlatformApi api, Guid id, string day, Language reader) =>
        OfAsync(api.GetAsync<Agreement>($"agreements/{id}{day}"), TranslationAsync(api, $"agreements/{id}", reader));

    private static Task<AgreementTranslation?> TranslationAsync(PlatformApi api, string agreement, Language reader) => api.FindAsync<AgreementTranslation>($"{agreement}/translations/{reader.Tag}");

    private static async Task<AgreementWords> OfAsync(Task<Agreement> agreement, Task<AgreementTranslation?> translation)
    {
        await Task.WhenAll(agreement, translation);
        return new AgreementWords(await agreement, await translation);
    }

    private Wording Find(IReadOnlyDictionary<string, string>? texts, string key, string original) =>
        texts is not null && texts.TryGetValue(key, out var own) ? new(own, translation!.Language) : Original(original);
}

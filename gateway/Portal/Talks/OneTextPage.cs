using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Microsoft.AspNetCore.Components;

namespace Concord.Portal.Talks;

/// <summary>A page about one negotiating text and the versions of it that the reader has.</summary>
public abstract class OneTextPage : FormPage
{
    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public Guid TextId { get; set; }

    protected Process Process { get; private set; } = null!;

    protected NegotiatingText Text { get; private set; } = null!;

    /// <summary>Oldest first, without their articles.</summary>
    protected IReadOnlyList<TextVersion> Versions { get; private set; } = [];

    /// <summary>Address of the text, on the pages and under the API.</summary>
    protected string Address => $"processes/{Id}/texts/{TextId}";

    protected IReadOnlyList<(string Address, string Text)> Way =>
        [("/processes", Say["processes.title"]), ($"/processes/{Id}", Process.TitleFor(Say.Language).Text), ($"/processes/{Id}/texts", Say["texts.title"])];

    /// <summary>What to mark the text's own words with; null where they are in the language of the page.</summary>
    protected string? TextLanguage => Text.Language == Say.Language.Tag ? null : Text.Language;

    protected override async Task LoadAsync()
    {
        var (process, text, versions) = (Api.GetAsync<Process>($"processes/{Id}"), Api.GetAsync<NegotiatingText>(Address), Api.ListAsync<TextVersion>($"{Address}/versions"));
        await Task.WhenAll(process, text, versions);
        (Process, Text, Versions) = (await process, await text, await versions);
    }

    /// <summary>The version that the address asks for by its number; the last one where it asks for none that the reader has.</summary>
    protected TextVersion? Asked(string key) =>
        Versions.FirstOrDefault(v => v.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) == Http.Request.Query[key]) ?? (Versions.Count == 0 ? null : Versions[^1]);
}

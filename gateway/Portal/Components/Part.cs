using Concord.Platform.Texts;
using Microsoft.AspNetCore.Components;

namespace Concord.Portal.Components;

/// <summary>Whatever is shown: speaks the language of the person who reads.</summary>
public abstract class Part : ComponentBase
{
    [Inject]
    protected Speech Say { get; set; } = null!;

    /// <summary>What to mark texts with that do not say their language, and so are in English; null where the page is too.</summary>
    protected string? WrittenLanguage => Say.Language == Language.English ? null : Language.English.Tag;
}

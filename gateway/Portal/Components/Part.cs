using Concord.Platform.Texts;
using Microsoft.AspNetCore.Components;

namespace Concord.Portal.Components;

/// <summary>Whatever is shown: speaks the language of the person who reads.</summary>
public abstract class Part : ComponentBase
{
    [Inject]
    protected Speech Say { get; set; } = null!;
}

using Concord.Platform.Texts;
using Concord.Portal.Components;
using Concord.Portal.Processes;

namespace Concord.Portal.Brief;

/// <summary>One page on a process, as the designation service answers it.</summary>
public sealed record ProcessBrief(
    string Title, string Situation, string Language, IReadOnlyList<Translation> Translations, IReadOnlyList<string> Countries, bool Fictional, string Classification, string State, DateTimeOffset StateSince,
    BriefLead? Lead, IReadOnlyList<BriefSupport> SupportRoles, IReadOnlyList<BriefOrganization> Friends, IReadOnlyList<BriefOrganization> OpenClaims, IReadOnlyList<string> MayPassTo, BriefNextSteps? NextSteps,
    DateTimeOffset Time)
{
    private const int SituationOnPage = 1600;
    private const int NextStepsOnPage = 900;

    public Wording TitleFor(Language reader) => For(reader) is { } own ? new(own.Title, own.Language) : new(Title, Language);

    /// <summary>As much of it as fits on the page, and a sign where there is more.</summary>
    public Wording SituationFor(Language reader) => For(reader) is { } own ? new(Shortened(own.Situation, SituationOnPage), own.Language) : new(Shortened(Situation, SituationOnPage), Language);

    public string? NextStepsOnOnePage => NextSteps is null ? null : Shortened(NextSteps.Text, NextStepsOnPage);

    internal static string Shortened(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', most - 1);
        end = end > 0 ? end : char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..end].TrimEnd() + " …";
    }

    private Translation? For(Language reader) => Language == reader.Tag ? null : Translations.FirstOrDefault(t => t.Language == reader.Tag);
}

public sealed record BriefLead(IReadOnlyList<string> Organizations, string DisplayName, long Epoch, DateTimeOffset StartTime);

public sealed record BriefSupport(string Organization, string? OrganizationDisplayName, string Role, DateOnly From, DateOnly? Until);

public sealed record BriefOrganization(string Organization, string? OrganizationDisplayName, DateTimeOffset Since);

public sealed record BriefNextSteps(string Text, DateTimeOffset IssueTime);

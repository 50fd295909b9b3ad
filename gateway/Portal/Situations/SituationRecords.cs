using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Processes;

namespace Concord.Portal.Situations;

/// <summary>A conflict that one or several processes work on, as the designation service answers it.</summary>
public sealed record Situation(
    string Name, string Title, string Description, IReadOnlyList<string> Countries, string? Region, string Classification, string Keeper, Signature OpenedBy, DateTimeOffset CreateTime, DateTimeOffset UpdateTime, string Etag);

/// <summary>A process or a situation, by the page that shows what is recorded around it.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Page">That page.</param>
/// <param name="Classification">Of the record.</param>
/// <param name="Way">From the list to that page.</param>
internal sealed record GroundOf(string Name, string Page, string Classification, IReadOnlyList<(string Address, string Text)> Way)
{
    /// <param name="api">In the reader's name.</param>
    /// <param name="kind">First part of the address of the page.</param>
    /// <param name="id">Second part.</param>
    /// <param name="say">Their language.</param>
    public static async Task<GroundOf> FindAsync(PlatformApi api, string kind, Guid id, Speech say)
    {
        var page = $"/{kind}/{id}";
        if (kind == "situations")
        {
            var situation = await api.GetAsync<Situation>($"situations/{id}");
            return new(situation.Name, page, situation.Classification, [("/situations", say["situations.title"]), (page, situation.Title)]);
        }

        var process = await api.GetAsync<Process>($"processes/{id}");
        return new(process.Name, $"{page}/ground", process.Classification, [("/processes", say["processes.title"]), (page, process.TitleFor(say.Language).Text), ($"{page}/ground", say["ground.title"])]);
    }
}

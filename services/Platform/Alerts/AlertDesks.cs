using System.Globalization;
using Concord.Platform.Errors;
using Concord.Platform.Paging;

namespace Concord.Platform.Alerts;

/// <summary>All alerts of a service, whatever kinds of records they are about: listed by kind of record, and within it in the order in which they were raised.</summary>
internal sealed class AlertDesks(IEnumerable<IAlertDesk> desks)
{
    private readonly IAlertDesk[] _desks = [.. desks];

    public async Task<Page<AlertAnswer>> ListAsync(string service, PageRequest page, AlertQuestion question, CancellationToken cancellationToken)
    {
        var asked = About(question.Subject);
        var bound = $"alerts/{service}?{question}";
        var (at, within) = PageToken.Read(page.PageToken, bound, keys: 2) switch
        {
            null => (0, (string?)null),
            [var desk, var token] when int.TryParse(desk, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < asked.Length => (number, token.Length == 0 ? null : token),
            _ => throw PageToken.NotOurs(),
        };
        var items = new List<AlertAnswer>();
        for (var left = page.Size; at < asked.Length && left > 0; left = page.Size - items.Count)
        {
            var found = await asked[at].ListAsync(service, new PageRequest { PageSize = left, PageToken = within }, question, cancellationToken);
            items.AddRange(found.Items);
            within = found.NextPageToken;
            at += within is null ? 1 : 0;
        }

        return new Page<AlertAnswer>(items, at == asked.Length ? null : PageToken.Make(bound, at.ToString(CultureInfo.InvariantCulture), within ?? ""));
    }

    /// <summary>The desk that answers for the alert; where the caller sees none, any of them says so.</summary>
    public async Task<IAlertDesk> ForAsync(AlertId id, CancellationToken cancellationToken)
    {
        foreach (var desk in _desks[..^1])
        {
            if (await desk.ShowsAsync(id, cancellationToken))
            {
                return desk;
            }
        }

        return _desks[^1];
    }

    private IAlertDesk[] About(string? subject)
    {
        if (subject is null)
        {
            return _desks;
        }

        var about = Array.FindAll(_desks, d => subject.StartsWith($"{d.Collection}/", StringComparison.Ordinal));
        return about.Length > 0 ? about : throw Fail.Invalid("subject", $"Expected the form {string.Join(" or ", _desks.Select(d => $"{d.Collection}/{{uuid}}"))}.");
    }
}

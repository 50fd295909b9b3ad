using System.Globalization;
using System.Text.Json;
using Concord.Portal.Api;
using Concord.Portal.Components;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Frame;

/// <summary>A page with a form that changes something. What was typed comes back with the refusal.</summary>
public abstract class FormPage : PortalPage
{
    private readonly Dictionary<string, string[]> _unreadable = [];

    /// <summary>Why the API refused; null before the form was sent.</summary>
    protected Problem? Refused { get; private set; }

    /// <summary>Tells, where the form was sent with a file that is larger than anything that is read, that the file is.</summary>
    /// <param name="field">Which holds the file.</param>
    /// <param name="why">Says how large it may be.</param>
    protected void RefuseLargeFile(string field, string why)
    {
        if (Http.Features.Get<LargeForm>() is not null)
        {
            Refuse(Invalid(field, why) with { Status = StatusCodes.Status413PayloadTooLarge });
        }
    }

    /// <summary>Whoever would be refused is told before the form is filled in, not after.</summary>
    /// <param name="organization">Whose officer it takes; null for any.</param>
    protected async Task RequireOfficerAsync(string? organization = null)
    {
        var me = await Person.MeAsync();
        if (!me.IsRegionalOfficer || (organization is not null && me.Organization != organization))
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }

    /// <summary>The key for the form as it is shown now: the same again only where nobody knows whether it was carried out.</summary>
    protected string? KeyToSend => Refused is { IsAway: true } ? Sent("key") : null;

    /// <summary>For the form as it is shown now: what it acts on is what its reader sees. Refused because that has changed, it is shown as it is now.</summary>
    /// <param name="now">Of the record as it was read for this page.</param>
    protected string? TagToSend(string? now) => Refused is null or { Status: StatusCodes.Status412PreconditionFailed } ? now : Sent("etag") ?? now;

    /// <summary>What was typed into a field; null where nothing was.</summary>
    protected string? Sent(string field) => Http.Request.HasFormContentType && Http.Request.Form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Everything that was chosen of several.</summary>
    protected IReadOnlyList<string> SentAll(string field) => Http.Request.HasFormContentType ? [.. Http.Request.Form[field].OfType<string>()] : [];

    /// <summary>The day that was typed into a field; null where nothing was. What is no day is refused before the API is asked, which would only miss it.</summary>
    protected DateOnly? DayIn(string field)
    {
        if (Sent(field) is not { } text)
        {
            return null;
        }

        var day = Days.Of(text);
        if (day is null)
        {
            _unreadable[field] = ["fault.day"];
        }

        return day;
    }

    /// <summary>The same as the instant at which that day is over, UTC.</summary>
    protected DateTime? EndOfDayIn(string field) => DayIn(field) is { } day ? Days.EndOf(day) : null;

    /// <summary>The minute, UTC, that was typed into a field; null where nothing was. What is none is refused as what is no day is.</summary>
    protected DateTimeOffset? MinuteIn(string field)
    {
        if (Sent(field) is not { } text)
        {
            return null;
        }

        var minute = Days.MinuteOf(text);
        if (minute is null)
        {
            _unreadable[field] = ["fault.moment"];
        }

        return minute;
    }

    /// <summary>The whole number that was typed into a field; null where nothing was. What is none is refused as what is no day is.</summary>
    protected int? NumberIn(string field)
    {
        if (Sent(field) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        _unreadable[field] = ["fault.number"];
        return null;
    }

    /// <summary>Asks the API for the change, and goes on to another page where it was made.</summary>
    protected Task ChangeAsync(string path, object change, string then) => ChangeAsync<JsonElement>(path, change, _ => then);

    /// <summary>The same where the next page depends on the answer.</summary>
    protected async Task ChangeAsync<T>(string path, object change, Func<T, string> then)
    {
        if (RefusesUnreadable())
        {
            return;
        }

        var key = Guid.TryParse(Sent("key"), out var made) ? made : Guid.CreateVersion7();
        var answer = await Api.ChangeAsync<T>(path, change, key.ToString(), Sent("etag"));
        if (answer.Problem is { } problem)
        {
            Refuse(problem);
        }
        else
        {
            Open(then(answer.Value!));
        }
    }

    /// <summary>The same for fields of a record, where it still is as the form showed it.</summary>
    protected async Task EditAsync<T>(string path, object change, string etag, Func<T, string> then)
    {
        if (RefusesUnreadable())
        {
            return;
        }

        var answer = await Api.EditAsync<T>(path, change, etag);
        if (answer.Problem is { } problem)
        {
            Refuse(problem);
        }
        else
        {
            Open(then(answer.Value!));
        }
    }

    /// <summary>Asks the API for a change whose answer stands on this page and nowhere else: it may hold a secret, which no address carries.</summary>
    protected async Task ShowAsync<T>(string path, object change, Action<T> show)
    {
        if (RefusesUnreadable())
        {
            return;
        }

        var key = Guid.TryParse(Sent("key"), out var made) ? made : Guid.CreateVersion7();
        var answer = await Api.ChangeAsync<T>(path, change, key.ToString());
        if (answer.Problem is { } problem)
        {
            Refuse(problem);
        }
        else
        {
            show(answer.Value!);
        }
    }

    /// <summary>Refuses what the API need not be asked about; the text has a key of ours.</summary>
    protected Task RefuseAsync(string field, string why)
    {
        Refuse(Invalid(field, why));
        return Task.CompletedTask;
    }

    protected static Problem Invalid(string field, string why) => new(StatusCodes.Status400BadRequest, null, "INVALID_FIELD", null, new Dictionary<string, string[]> { [field] = [why] });

    /// <summary>A refusal of the API as this form tells it.</summary>
    protected virtual Problem Told(Problem problem) => problem;

    private bool RefusesUnreadable()
    {
        if (_unreadable.Count > 0)
        {
            Refuse(new Problem(StatusCodes.Status400BadRequest, null, "INVALID_FIELD", null, _unreadable));
        }

        return _unreadable.Count > 0;
    }

    /// <summary>The form is shown again with why.</summary>
    protected void Refuse(Problem problem)
    {
        Refused = Told(problem);
        Http.Response.StatusCode = Refused.Status;
    }

    /// <summary>What is wrong with a field; null where nothing is.</summary>
    protected IReadOnlyList<string>? WrongWith(string field) => Refused?.Of(field);
}

using System.Globalization;
using Concord.Portal.Frame;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Agreements;

/// <summary>The day that an agreement is looked at, as addresses carry it.</summary>
internal static class AsOfDay
{
    private const string Form = "yyyy-MM-dd";

    /// <summary>Null where none is asked for, or what is asked for is no day of which the service keeps records.</summary>
    public static DateOnly? Asked(HttpRequest request) =>
        DateOnly.TryParseExact(request.Asked("asOf"), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200 ? day : null;

    public static DateOnly Of(HttpRequest request, TimeProvider time) => Asked(request) ?? DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public static string Text(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);
}

using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Browsers;

/// <summary>Tells a form that a person or a client sent from one that nobody sends: broken, or with NUL characters, which neither a store nor a header can hold.</summary>
public static class ReadableForm
{
    /// <summary>Whether a request carries no form, or one that can be read.</summary>
    public static async Task<bool> IsReadableAsync(this HttpRequest request)
    {
        if (!request.HasFormContentType)
        {
            return true;
        }

        try
        {
            return (await request.ReadFormAsync(request.HttpContext.RequestAborted)).All(f => !HasNul(f.Key) && f.Value.All(v => v is null || !HasNul(v)));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }

    private static bool HasNul(string text) => text.Contains('\0', StringComparison.Ordinal);
}

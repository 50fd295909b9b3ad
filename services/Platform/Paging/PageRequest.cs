using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Buffers.Text;
using System.ComponentModel;
using Concord.Platform.Errors;
using Microsoft.AspNetCore.Mvc;

namespace Concord.Platform.Paging;

/// <summary>The two query parameters of every list.</summary>
public readonly record struct PageRequest
{
    /// <summary>1 to 500; 50 where absent or 0; larger values are cut to 500.</summary>
    [FromQuery(Name = "pageSize"), Description("1 to 500; 50 where absent or 0; larger values are cut to 500.")]
    public int? PageSize { get; init; }

    /// <summary>The <c>nextPageToken</c> of the page before; opaque, and bound to the filter it was given for.</summary>
    [FromQuery(Name = "pageToken"), Description("The nextPageToken of the page before.")]
    public string? PageToken { get; init; }

    public const int DefaultSize = 50;
    public const int MaxSize = 500;

    public int Size => PageSize switch
    {
        null or 0 => DefaultSize,
        < 0 => throw Fail.Invalid("pageSize", "Must not be negative."),
        { } size => Math.Min(size, MaxSize),
    };
}

/// <summary>One page of a list.</summary>
/// <param name="Items">In a stable order.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextPageToken);

/// <summary>Where a page ended, in a form that callers do not look into.</summary>
public static class PageToken
{
    private sealed record Content(string Filter, string[] After);

    /// <param name="filter">Everything that selects and orders the list; a token is good for that and nothing else.</param>
    /// <param name="after">Sort keys of the last item given out.</param>
    public static string Make(string filter, params string[] after) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Content(Fingerprint(filter), after)));

    /// <summary>The sort keys after which to go on; null for the first page.</summary>
    public static string[]? Read(string? token, string filter, int keys)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            var content = JsonSerializer.Deserialize<Content>(Base64Url.DecodeFromChars(token));
            if (content?.After?.Length == keys && content.After.All(k => k is not null))
            {
                return content.Filter == Fingerprint(filter) ? content.After : throw Fail.Invalid("pageToken", "Belongs to another query.");
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // falls through to the one answer for every token that is not ours
        }

        throw NotOurs();
    }

    public static DomainException NotOurs() => Fail.Invalid("pageToken", "Not one this service gave out.");

    private static string Fingerprint(string filter) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(filter)).AsSpan(0, 8));
}

using Concord.Support;

namespace Concord.Roster.Tests.Import;

internal static class TableClient
{
    public static Task<ApiAnswer> SendTableAsync(this TestService service, TestCaller caller, string path, byte[] table, string? key = null, string mediaType = "text/csv") =>
        service.As(caller).SendAsync(HttpMethod.Post, path, table, key ?? Guid.NewGuid().ToString(), mediaType: mediaType);
}

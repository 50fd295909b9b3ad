namespace Concord.Portal.Api;

public static class SeenLists
{
    /// <summary>Every page of a list that not everybody may read; null for whoever may not.</summary>
    public static async Task<List<T>?> ListIfSeenAsync<T>(this PlatformApi api, string path) => await api.FindAsync<Page<T>>($"{path}?pageSize=1") is null ? null : await api.ListAsync<T>(path);
}

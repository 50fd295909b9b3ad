using System.Globalization;
using Concord.Contracts.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Audit.Heads;

/// <summary>Heads as files in a directory, best one that whoever runs the databases cannot write: <c>{service}/{size}.json</c>, never changed once there.</summary>
internal static class HeadDirectory
{
    public static readonly Setting Path = new("Audit:HeadDirectory", "Directory that gets every signed head as a file, so that somebody else can keep them. Without it they stay in the store.");
    private const int Batch = 500;

    /// <summary>Writes the heads that are newer than the newest there. What could not be written is written next time.</summary>
    public static async Task ExportAsync(ServiceDbContext db, string service, string directory, CancellationToken cancellationToken)
    {
        var own = Directory.CreateDirectory(System.IO.Path.Combine(directory, service)).FullName;
        var after = Directory.EnumerateFiles(own, "*.json").Select(f => long.TryParse(System.IO.Path.GetFileNameWithoutExtension(f), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0)
            .DefaultIfEmpty(0).Max();
        List<HeadRecord> heads;
        do
        {
            heads = await db.AuditHeads.Where(h => h.Size > after).OrderBy(h => h.Size).Take(Batch).AsNoTracking().ToListAsync(cancellationToken);
            foreach (var head in heads)
            {
                await WriteAsync(System.IO.Path.Combine(own, string.Create(CultureInfo.InvariantCulture, $"{head.Size:D12}.json")), head.Told(service), cancellationToken);
                after = head.Size;
            }
        }
        while (heads.Count == Batch);
    }

    private static async Task WriteAsync(string path, SignedHead head, CancellationToken cancellationToken)
    {
        var draft = $"{path}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(draft, head.Write() + "\n", cancellationToken);
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft); // another replica was faster
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Concord.Support;

/// <summary>The changes of a save as the mirror sees them; who belongs to whom is asked of the real ones.</summary>
internal sealed class MirroredChanges(IUpdateAdapter real, DbContext mirror) : IUpdateAdapter
{
    private readonly Dictionary<object, MirroredEntry> _known = new(ReferenceEqualityComparer.Instance);

    public DbContext Mirror => mirror;

    public IModel Model => mirror.Model;

    public CascadeTiming CascadeDeleteTiming { get => real.CascadeDeleteTiming; set => throw NotAsked(); }

    public CascadeTiming DeleteOrphansTiming { get => real.DeleteOrphansTiming; set => throw NotAsked(); }

    public IEnumerable<IUpdateEntry> Entries => real.Entries.Select(Of);

    public IUpdateEntry Of(IUpdateEntry entry)
    {
        if (!_known.TryGetValue(entry, out var mirrored))
        {
            _known.Add(entry, mirrored = new MirroredEntry(entry, this));
        }

        return mirrored;
    }

    public IUpdateEntry? FindPrincipal(IUpdateEntry dependentEntry, IForeignKey foreignKey) =>
        real.FindPrincipal(((MirroredEntry)dependentEntry).Real, InReal(foreignKey)) is { } found ? Of(found) : null;

    public IEnumerable<IUpdateEntry> GetDependents(IUpdateEntry principalEntry, IForeignKey foreignKey) =>
        real.GetDependents(((MirroredEntry)principalEntry).Real, InReal(foreignKey)).Select(Of);

    public IUpdateEntry? TryGetEntry(IKey key, object?[] keyValues) => throw NotAsked();

    public void DetectChanges() => throw NotAsked();

    public void CascadeChanges() => throw NotAsked();

    public void CascadeDelete(IUpdateEntry entry, IEnumerable<IForeignKey>? foreignKeys = null) => throw NotAsked();

    public IUpdateEntry CreateEntry(IDictionary<string, object?> values, IEntityType entityType) => throw NotAsked();

    public IList<IUpdateEntry> GetEntriesToSave() => throw NotAsked();

    private IForeignKey InReal(IForeignKey key) => real.Model.FindEntityType(key.DeclaringEntityType.Name)!.GetForeignKeys()
        .Single(k => k.Properties.Select(p => p.Name).SequenceEqual(key.Properties.Select(p => p.Name)) && k.PrincipalEntityType.Name == key.PrincipalEntityType.Name);

    private static NotSupportedException NotAsked() => new("A save asks its changes nothing else.");
}

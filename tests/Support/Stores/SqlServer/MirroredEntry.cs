using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Concord.Support;

/// <summary>A changed record as the mirror sees it: its own columns, the real values. What the mirror's database answers is dropped.</summary>
internal sealed class MirroredEntry : IUpdateEntry
{
    private readonly IUpdateEntry _real;
    private readonly DbContext _mirror;

    private MirroredEntry(IUpdateEntry real, DbContext mirror, IEntityType type) => (_real, _mirror, EntityType) = (real, mirror, type);

    public static IList<IUpdateEntry> Of(IList<IUpdateEntry> entries, DbContext mirror)
    {
        var all = entries.ToDictionary(e => e, e => new MirroredEntry(e, mirror, mirror.Model.FindEntityType(e.EntityType.Name)!), ReferenceEqualityComparer.Instance as IEqualityComparer<IUpdateEntry>);
        foreach (var (real, mirrored) in all)
        {
            mirrored.SharedIdentityEntry = real.SharedIdentityEntry is { } shared ? all.GetValueOrDefault(shared) : null;
        }

        return [.. entries.Select(e => (IUpdateEntry)all[e])];
    }

    public DbContext Context => _mirror;

    public IEntityType EntityType { get; }

    public EntityState EntityState { get => _real.EntityState; set => throw Fixed(); }

    public IUpdateEntry? SharedIdentityEntry { get; private set; }

    public bool IsModified(IProperty property) => _real.IsModified(Real(property));

    public bool IsModified(IComplexProperty property) => throw new NotSupportedException("No record has complex properties yet.");

    public bool HasTemporaryValue(IProperty property) => _real.HasTemporaryValue(Real(property));

    public bool HasExplicitValue(IProperty property) => _real.HasExplicitValue(Real(property));

    public bool HasStoreGeneratedValue(IProperty property) => _real.HasStoreGeneratedValue(Real(property));

    public bool IsStoreGenerated(IProperty property) => _real.IsStoreGenerated(Real(property));

    public bool IsConceptualNull(IProperty property) => _real.IsConceptualNull(Real(property));

    public bool CanHaveOriginalValue(IPropertyBase property) => _real.CanHaveOriginalValue(Real(property));

    public object? GetCurrentValue(IPropertyBase propertyBase) => _real.GetCurrentValue(Real(propertyBase));

    public object? GetOriginalValue(IPropertyBase propertyBase) => _real.GetOriginalValue(Real(propertyBase));

    public TProperty GetCurrentValue<TProperty>(IPropertyBase propertyBase) => _real.GetCurrentValue<TProperty>(Real(propertyBase));

    public TProperty GetOriginalValue<TProperty>(IProperty property) => _real.GetOriginalValue<TProperty>(Real(property));

    public object? GetRelationshipSnapshotValue(IPropertyBase propertyBase) => _real.GetRelationshipSnapshotValue(Real(propertyBase));

    public object? GetPreStoreGeneratedCurrentValue(IPropertyBase propertyBase) => _real.GetPreStoreGeneratedCurrentValue(Real(propertyBase));

    public EntityEntry ToEntityEntry() => _real.ToEntityEntry();

    public void SetStoreGeneratedValue(IProperty property, object? value, bool setModified = true)
    {
    }

    public void SetOriginalValue(IProperty property, object? value) => throw Fixed();

    public void SetPropertyModified(IProperty property) => throw Fixed();

    private IProperty Real(IProperty property) => _real.EntityType.FindProperty(property.Name)!;

    private IPropertyBase Real(IPropertyBase property) => (IPropertyBase?)_real.EntityType.FindProperty(property.Name) ?? _real.EntityType.FindNavigation(property.Name)!;

    private static NotSupportedException Fixed() => new("The mirror changes no record.");
}

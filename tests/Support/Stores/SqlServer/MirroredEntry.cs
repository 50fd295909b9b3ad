using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Update;

namespace Concord.Support;

/// <summary>A changed record as the mirror sees it: its own columns, the real values. What the mirror's database answers is dropped.</summary>
internal sealed class MirroredEntry : IUpdateEntry
{
    private readonly IUpdateEntry _real;
    private readonly MirroredChanges _all;
    private EntityState? _marked;

    public MirroredEntry(IUpdateEntry real, MirroredChanges all) => (_real, _all, EntityType) = (real, all, all.Model.FindEntityType(real.EntityType.Name)!);

    public IUpdateEntry Real => _real;

    public DbContext Context => _all.Mirror;

    public IEntityType EntityType { get; }

    // A save marks the unchanged half of a record that shares its row; only the mirror hears of that.
    public EntityState EntityState { get => _marked ?? _real.EntityState; set => _marked = value; }

    public IUpdateEntry? SharedIdentityEntry => _real.SharedIdentityEntry is { } shared ? _all.Of(shared) : null;

    public bool IsModified(IProperty property) => _real.IsModified(InReal(property));

    public bool IsModified(IComplexProperty property) => throw new NotSupportedException("No record has complex properties yet.");

    public bool HasTemporaryValue(IProperty property) => _real.HasTemporaryValue(InReal(property));

    public bool HasExplicitValue(IProperty property) => _real.HasExplicitValue(InReal(property));

    public bool HasStoreGeneratedValue(IProperty property) => _real.HasStoreGeneratedValue(InReal(property));

    public bool IsStoreGenerated(IProperty property) => _real.IsStoreGenerated(InReal(property));

    public bool IsConceptualNull(IProperty property) => _real.IsConceptualNull(InReal(property));

    public bool CanHaveOriginalValue(IPropertyBase property) => _real.CanHaveOriginalValue(InReal(property));

    public object? GetCurrentValue(IPropertyBase propertyBase) => _real.GetCurrentValue(InReal(propertyBase));

    public object? GetOriginalValue(IPropertyBase propertyBase) => _real.GetOriginalValue(InReal(propertyBase));

    public TProperty GetCurrentValue<TProperty>(IPropertyBase propertyBase) => _real.GetCurrentValue<TProperty>(InReal(propertyBase));

    public TProperty GetOriginalValue<TProperty>(IProperty property) => _real.GetOriginalValue<TProperty>(InReal(property));

    public object? GetRelationshipSnapshotValue(IPropertyBase propertyBase) => _real.GetRelationshipSnapshotValue(InReal(propertyBase));

    public object? GetPreStoreGeneratedCurrentValue(IPropertyBase propertyBase) => _real.GetPreStoreGeneratedCurrentValue(InReal(propertyBase));

    public EntityEntry ToEntityEntry() => _real.ToEntityEntry();

    public void SetStoreGeneratedValue(IProperty property, object? value, bool setModified = true)
    {
    }

    public void SetOriginalValue(IProperty property, object? value) => throw Fixed();

    public void SetPropertyModified(IProperty property) => throw Fixed();

    private IProperty InReal(IProperty property) => _real.EntityType.FindProperty(property.Name)!;

    private IPropertyBase InReal(IPropertyBase property) => (IPropertyBase?)_real.EntityType.FindProperty(property.Name) ?? _real.EntityType.FindNavigation(property.Name)!;

    private static NotSupportedException Fixed() => new("The mirror changes no record.");
}

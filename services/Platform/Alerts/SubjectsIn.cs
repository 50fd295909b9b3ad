using System.Collections.Concurrent;
using System.Reflection;
using Concord.Platform.Persistence;

namespace Concord.Platform.Alerts;

/// <summary>The subjects that a record is, or belongs to: whatever property has the type of their id. So a new kind of record is noticed without being named anywhere.</summary>
internal static class SubjectsIn<TSubject> where TSubject : struct, IStrongId<TSubject>
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_properties = new();

    public static IEnumerable<TSubject> Of(object record) => s_properties.GetOrAdd(record.GetType(), Find).Select(p => (TSubject?)p.GetValue(record)).OfType<TSubject>();

    private static PropertyInfo[] Find(Type type) =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(TSubject))];
}

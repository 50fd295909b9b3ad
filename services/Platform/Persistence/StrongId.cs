using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Concord.Platform.Persistence;

/// <summary>An id that cannot be passed where another kind of id is meant. On the wire it is a resource name.</summary>
public interface IStrongId<TSelf> where TSelf : struct, IStrongId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);

    /// <summary>The collection in the resource name, such as <c>processes</c>.</summary>
    static abstract string Collection { get; }

    /// <summary>Needed by keyset paging; translated to SQL.</summary>
    static abstract bool operator >(TSelf left, TSelf right);
    static abstract bool operator <(TSelf left, TSelf right);
}

internal sealed class StrongIdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => From(value)) where T : struct, IStrongId<T>
{
    private static T From(Guid value) => T.From(value); // an expression tree cannot call a static abstract member itself
}

/// <summary>What every id does alike.</summary>
public static class StrongId
{
    /// <summary>Reads the id of a path segment; each id has a <c>TryParse</c> that calls this, because routing looks for one on the type itself.</summary>
    public static bool TryParse<TId>(string? segment, out TId id) where TId : struct, IStrongId<TId>
    {
        var parsed = Guid.TryParseExact(segment, "D", out var value);
        id = parsed ? TId.From(value) : default;
        return parsed;
    }
}

/// <summary>Resource names: <c>collection/{uuid}</c>.</summary>
public static class ResourceName
{
    public static string Of<TId>(TId id) where TId : struct, IStrongId<TId> => $"{TId.Collection}/{id.Value}";

    public static bool TryParse<TId>(string? name, out TId id) where TId : struct, IStrongId<TId>
    {
        id = default;
        if (name is null || !name.StartsWith(TId.Collection, StringComparison.Ordinal) || name.Length != TId.Collection.Length + 37 || name[TId.Collection.Length] != '/')
        {
            return false;
        }

        var parsed = Guid.TryParseExact(name.AsSpan(TId.Collection.Length + 1), "D", out var value);
        id = parsed ? TId.From(value) : default;
        return parsed;
    }

    /// <summary>Whether the text has the form of a name in any collection.</summary>
    public static bool Is(string? name) =>
        name is not null && name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && slash == name.LastIndexOf('/') && Guid.TryParseExact(name.AsSpan(slash + 1), "D", out _);

    /// <summary>The one spelling of a name by which records are found: an id that was written in capitals names the same.</summary>
    /// <param name="name">Of that form; anything else is answered as it is.</param>
    public static string? Spelled(string? name)
    {
        if (!Is(name))
        {
            return name;
        }

        var id = name!.LastIndexOf('/') + 1;
        return $"{name[..id]}{Guid.Parse(name.AsSpan(id))}";
    }

    /// <summary>Whether the text has the form of a name in a collection of another service.</summary>
    public static bool IsIn(string collection, string? name) =>
        name is not null && name.Length == collection.Length + 37 && name.StartsWith(collection, StringComparison.Ordinal)
        && name[collection.Length] == '/' && Guid.TryParseExact(name.AsSpan(collection.Length + 1), "D", out _);
}

namespace Concord.Contracts.Events;

/// <summary>A fact another service may rely on: past tense, immutable, versioned by its type name.</summary>
public interface IEvent
{
    /// <summary>CloudEvents <c>type</c>: <c>concord.{service}.{noun}.{past}.v{n}</c>.</summary>
    static abstract string Type { get; }

    /// <summary>CloudEvents <c>subject</c>: the resource name the fact is about.</summary>
    string Subject { get; }

    /// <summary>Version of the subject after the change; a listener ignores facts older than what it holds.</summary>
    long Version { get; }
}

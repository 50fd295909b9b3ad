namespace Concord.Portal.Teams;

/// <summary>Somebody whom the wish names.</summary>
/// <param name="Id">Last part of the resource name.</param>
/// <param name="DisplayName">Null where the person is not there for the reader.</param>
public sealed record NamedPerson(string Id, string? DisplayName);

namespace Concord.Platform.Security.Keys;

/// <summary>Renews the keys of tokens, at the service that gives tokens out.</summary>
public interface ITokenKeyRotation
{
    /// <param name="atOnce">What was signed before is good no more; without it, old and new overlap.</param>
    /// <returns>What became of it, for whoever asked: the key, and since when it signs.</returns>
    /// <exception cref="IOException">Somebody else is at it, or the directory cannot be written.</exception>
    string Rotate(bool atOnce);
}

namespace Concord.Platform.Security.News;

/// <summary>Of a request: it brings a token, and nobody has said yet by which keys a good one is known. That says nothing against the token, so its bearer is not told to sign in.</summary>
internal sealed class TokenUnchecked;

namespace Concord.Platform.Audit;

/// <summary>A record of a kind of which some are too secret for the chain: of those it tells that they changed, and nothing of what they say.</summary>
public interface IMasked
{
    bool IsMasked { get; }
}

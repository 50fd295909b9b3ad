namespace Concord.Identity.Clients;

/// <summary>When a client was last given a token, to within the life of one. Apart from the client, because it tells of no act.</summary>
internal sealed class ClientUse
{
    public ClientId Client { get; private init; }

    /// <summary>Null before the first time.</summary>
    public DateTime? LastTime { get; private set; }

    public void Note(DateTime now, TimeSpan within)
    {
        if (LastTime is not { } last || now - last >= within)
        {
            LastTime = now;
        }
    }
}

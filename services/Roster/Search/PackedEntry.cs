using System.Buffers.Binary;
using System.Text;
using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>
/// A <see cref="RosterEntry"/> as the index keeps it: a million of them must fit. What a search reads of those whom it looks at one by one stands ready, the rest is unpacked for the people who are shown.
/// </summary>
internal sealed class PackedEntry
{
    private readonly byte[] _facts;
    private readonly int _searchUntil;
    private readonly short _noticeDays;
    private readonly ushort _keyLength;

    public PackedEntry(RosterEntry entry)
    {
        Id = entry.Id;
        Version = entry.Version;
        _searchUntil = entry.SearchUntil.DayNumber;
        _noticeDays = (short)(entry.NoticeDays ?? short.MaxValue);
        _keyLength = (ushort)Encoding.UTF8.GetByteCount(entry.NameKey);
        _facts = Pack(entry);
    }

    public ProfileId Id { get; }
    public long Version { get; }

    /// <summary>The name as it is sorted by, in UTF-8: bytes are in the order of the characters.</summary>
    public ReadOnlySpan<byte> NameKey => _facts.AsSpan(0, _keyLength);

    /// <summary>The first eight bytes of the name as one number, which is ordered as names are.</summary>
    public ulong Beginning
    {
        get
        {
            Span<byte> first = stackalloc byte[sizeof(ulong)];
            NameKey[..Math.Min(NameKey.Length, first.Length)].CopyTo(first);
            return BinaryPrimitives.ReadUInt64BigEndian(first);
        }
    }

    public bool MayBeFoundOn(DateOnly day) => _searchUntil >= day.DayNumber;

    public bool ComesWithin(int days) => _noticeDays <= days;

    /// <param name="spans">The days on which the person can work, which are kept apart.</param>
    public RosterEntry Unpack(PackReader spans)
    {
        var reader = new PackReader(_facts.AsSpan(_keyLength));
        return new RosterEntry(Id, Version, Encoding.UTF8.GetString(NameKey), DateOnly.FromDayNumber(_searchUntil), _noticeDays == short.MaxValue ? null : _noticeDays, spans.Spans(), spans.Spans(), ref reader);
    }

    private static byte[] Pack(RosterEntry entry)
    {
        using var writer = new PackWriter();
        writer.Bytes(entry.NameKey);
        entry.Pack(writer);
        return writer.ToArray();
    }
}

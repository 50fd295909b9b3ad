using System.Runtime.CompilerServices;
using System.Text;

namespace Concord.Roster.Search;

/// <summary>Reads what <see cref="PackWriter"/> wrote.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _bytes = bytes;

    internal delegate T Read<T>(ref PackReader reader);

    public int Number()
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = _bytes[0];
            _bytes = _bytes[1..];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }

    public T Number<T>() where T : struct, Enum => Unsafe.BitCast<int, T>(Number());

    public bool Flag() => Take(1)[0] != 0;

    public Guid Id() => new(Take(16));

    public string Code() => SharedTexts.Of(Number());

    public string Text() => Encoding.UTF8.GetString(Take(Number()));

    public DaySpan Span()
    {
        var first = Number();
        return new DaySpan(first, first + Number());
    }

    public DaySpan[] Spans() => List((ref PackReader r) => r.Span());

    public bool AnySpanCovers(DaySpan days)
    {
        for (var count = Number(); count > 0; count--)
        {
            if (Span().Covers(days.First, days.Last))
            {
                return true;
            }
        }

        return false;
    }

    public void SkipSpans()
    {
        for (var count = Number(); count > 0; count--)
        {
            Span();
        }
    }

    public T[] List<T>(Read<T> read)
    {
        var items = new T[Number()];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read(ref this);
        }

        return items;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        var taken = _bytes[..count];
        _bytes = _bytes[count..];
        return taken;
    }
}

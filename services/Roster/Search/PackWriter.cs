using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Concord.Roster.Search;

/// <summary>Writes facts one behind the other, small numbers in one byte; <see cref="PackReader"/> reads them in the same order.</summary>
internal sealed class PackWriter : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(512);
    private int _length;

    public void Number(int number)
    {
        var rest = (uint)number;
        for (; rest >= 0x80; rest >>= 7)
        {
            Take(1)[0] = (byte)(rest | 0x80);
        }

        Take(1)[0] = (byte)rest;
    }

    public void Number<T>(T value) where T : struct, Enum => Number(Unsafe.BitCast<T, int>(value));

    public void Flag(bool flag) => Take(1)[0] = flag ? (byte)1 : (byte)0;

    public void Id(Guid id) => id.TryWriteBytes(Take(16));

    /// <summary>A text that many share.</summary>
    public void Code(string code) => Number(SharedTexts.NumberOf(code));

    public void Text(string text)
    {
        Number(Encoding.UTF8.GetByteCount(text));
        Bytes(text);
    }

    /// <summary>Without a length: the reader knows it.</summary>
    public void Bytes(string text) => Encoding.UTF8.GetBytes(text, Take(Encoding.UTF8.GetByteCount(text)));

    public void Spans(DaySpan[] spans) => List(spans, s =>
    {
        Number(s.First);
        Number(s.Last - s.First);
    });

    public void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }

    public byte[] ToArray() => _bytes[.._length];

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true); // names stay nowhere but in the index
        _bytes = [];
    }

    private Span<byte> Take(int count)
    {
        if (_length + count > _bytes.Length)
        {
            var more = ArrayPool<byte>.Shared.Rent(2 * (_length + count));
            _bytes.AsSpan(0, _length).CopyTo(more);
            ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
            _bytes = more;
        }

        _length += count;
        return _bytes.AsSpan(_length - count, count);
    }
}

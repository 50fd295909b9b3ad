using System.Text;

namespace Concord.Roster.Search;

/// <summary>Writes facts one behind the other, small numbers in one byte; <see cref="PackReader"/> reads them in the same order.</summary>
internal sealed class PackWriter : IDisposable
{
    private readonly BinaryWriter _bytes = new(new MemoryStream(256));

    public void Number(int number) => _bytes.Write7BitEncodedInt(number);

    public void Number<T>(T value) where T : struct, Enum => Number(Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture));

    public void Flag(bool flag) => _bytes.Write(flag);

    public void Id(Guid id) => _bytes.Write(id.ToByteArray());

    /// <summary>A text that many share.</summary>
    public void Code(string code) => Number(SharedTexts.NumberOf(code));

    public void Text(string text) => _bytes.Write(text);

    /// <summary>Without a length: the reader knows it.</summary>
    public void Bytes(string text) => _bytes.Write(Encoding.UTF8.GetBytes(text));

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

    public byte[] ToArray()
    {
        _bytes.Flush();
        return ((MemoryStream)_bytes.BaseStream).ToArray();
    }

    public void Dispose() => _bytes.Dispose();
}

using Concord.Platform.Errors;

namespace Concord.Platform.Tables;

/// <summary>What a packed part holds, as far as a budget that all parts share: a few bytes may unpack into more than the machine has, whatever their header says.</summary>
internal sealed class BoundedStream(Stream inner, UnpackBudget budget) : Stream
{
    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Take(read);
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

/// <summary>How much a workbook may unpack into.</summary>
internal sealed class UnpackBudget(long bytes)
{
    private long _left = bytes;

    public void Take(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw Fail.Invalid("body", "The workbook unpacks into too much. Save the one sheet as CSV.");
        }
    }
}

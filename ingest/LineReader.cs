namespace ClaimInsights.Ingest;

/// <summary>The physical lines of a file, with their places; of a line beyond the limit only the beginning is held.</summary>
internal sealed class LineReader(Stream stream, long position) : IDisposable
{
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int filled;
    private bool ended;
    private int length;
    private int consumed;
    private long passed;

    /// <summary>The line found last, without its end.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(start, length);

    /// <summary>Its number; 1 is the first.</summary>
    public long Line { get; private set; }

    /// <summary>Where it begins.</summary>
    public long Position { get; private set; } = position;

    /// <summary>Whether it is longer than <see cref="RecordScanner.MaxLength"/>.</summary>
    public bool IsTooLong { get; private set; }

    public bool Next()
    {
        Position += consumed + passed;
        start += consumed;
        (consumed, passed) = (0, 0);
        int end;
        while ((end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n')) < 0 && !ended && filled - start <= RecordScanner.MaxLength)
        {
            Fill();
        }

        if (end < 0 && filled == start)
        {
            return false;
        }

        Line++;
        IsTooLong = (end < 0 ? filled - start : end) > RecordScanner.MaxLength;
        length = Math.Min(end < 0 ? filled - start : end, RecordScanner.MaxLength);
        consumed = end < 0 ? filled - start : end + 1;
        if (end < 0 && !ended)
        {
            PassOverRest();
        }
        else if (length > 0 && Bytes[^1] == '\r')
        {
            length--;
        }

        return true;
    }

    public void Dispose() => stream.Dispose();

    // Keeps the beginning at the front of the buffer and reads on behind it.
    private void PassOverRest()
    {
        var chunk = new byte[1 << 16];
        while (true)
        {
            var read = stream.Read(chunk);
            var end = chunk.AsSpan(0, read).IndexOf((byte)'\n');
            if (read == 0 || end >= 0)
            {
                var rest = read == 0 ? 0 : read - end - 1;
                passed += read - rest;
                ended = read == 0;
                Append(chunk.AsSpan(read - rest, rest));
                return;
            }

            passed += read;
        }
    }

    private void Append(ReadOnlySpan<byte> rest)
    {
        if (filled + rest.Length > buffer.Length)
        {
            Array.Resize(ref buffer, filled + rest.Length);
        }

        rest.CopyTo(buffer.AsSpan(filled));
        filled += rest.Length;
    }

    private void Fill()
    {
        buffer.AsSpan(start, filled - start).CopyTo(buffer);
        (start, filled) = (0, filled - start);
        if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = stream.Read(buffer, filled, buffer.Length - filled);
        filled += read;
        ended = read == 0;
    }
}

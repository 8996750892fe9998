namespace ClaimInsights.Ingest;

/// <summary>
/// Cuts a UTF-8 text file into records and finds every one that no CSV reader should be trusted with: NUL bytes, lone carriage
/// returns, invalid bytes, damaged quotes, a wrong number of fields. It is also the independent count of records. An opening quote
/// that is not properly closed costs its own line only: the scan begins again on the next line, so that good neighbours are kept.
/// </summary>
internal sealed class RecordScanner : IRecordReader
{
    /// <summary>Longest record, bytes; staging packs a length into twenty bits.</summary>
    public const int MaxLength = (1 << 20) - 1;

    private readonly Stream stream;
    private readonly byte delimiter;
    private byte[] buffer = new byte[1 << 18];
    private int start;
    private int filled;
    private bool ended;
    private long position;
    private long line = 1;

    /// <param name="stream">UTF-8 text, at its first byte after a byte order mark.</param>
    /// <param name="position">The position of that byte in the file.</param>
    /// <param name="delimiter">What separates fields, one ASCII byte.</param>
    public RecordScanner(Stream stream, long position, byte delimiter)
    {
        this.stream = stream;
        this.position = position;
        this.delimiter = delimiter;
    }

    /// <summary>The bytes of the record found last.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(recordStart, recordLength);

    private int recordStart;
    private int recordLength;

    /// <summary>Finds the next record; blank lines are passed over.</summary>
    /// <param name="expectedFields">Fields that a sound record has; 0: any number (the header).</param>
    /// <param name="record">What was found.</param>
    /// <returns>False at the end of the file.</returns>
    public bool Next(int expectedFields, out CsvRecord record)
    {
        while (true)
        {
            var shape = Read(expectedFields);
            if (shape.Consumed == 0)
            {
                record = default;
                return false;
            }

            (recordStart, recordLength) = (start, shape.Length);
            record = new CsvRecord(line, position, shape.Length, shape.Fields, shape.Plain, shape.Problem);
            start += shape.Consumed;
            position += shape.Consumed;
            line += shape.Lines;
            if (shape.Problem is not null || shape.Fields > 1 || Bytes.ContainsAnyExcept((byte)' ', (byte)'\t'))
            {
                return true;
            }
        }
    }

    public void Dispose() => stream.Dispose();

    private RecordShape Read(int expectedFields)
    {
        while (true)
        {
            var rest = buffer.AsSpan(start, filled - start);
            var shape = RecordShape.Of(rest, delimiter, expectedFields, ended);
            if (shape is { } found)
            {
                return found;
            }

            Fill();
        }
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

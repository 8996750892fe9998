namespace ClaimInsights.Ingest;

/// <summary>The raw lines of a part's rows, from the file as delivered where that is text; asked for in ascending order of their places.</summary>
internal sealed class RawLines : IDisposable
{
    private readonly SourceText source;
    private readonly FileStream? stream;
    private readonly OriginCursor? cursor;
    private readonly byte[] bytes = new byte[RecordScanner.MaxLength];

    public RawLines(SourceText source)
    {
        this.source = source;
        cursor = source.Transcoding?.Origins();
        stream = cursor is null ? File.OpenRead(source.Path) : null;
    }

    /// <summary>A row's place in the file (null where it has none) and its raw line as text.</summary>
    /// <param name="position">Its place in the text that was read.</param>
    /// <param name="length">Its bytes there.</param>
    public (long? Origin, string Raw) At(long position, int length)
    {
        if (cursor is not null)
        {
            var origin = cursor.Find(position);
            return (origin, source.Transcoding!.Encoding.TextOf(cursor.Read(origin, cursor.Find(position + length))));
        }

        var line = bytes.AsSpan(0, length);
        stream!.Position = position;
        stream.ReadExactly(line);
        return (source.HasPlaces ? position : null, RawText.Of(line));
    }

    public void Dispose()
    {
        stream?.Dispose();
        cursor?.Dispose();
    }
}

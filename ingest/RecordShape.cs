using System.Text.Unicode;

namespace ClaimInsights.Ingest;

/// <summary>What the bytes at the start of a buffer are, taken as one CSV record.</summary>
internal readonly record struct RecordShape(int Consumed, int Length, int Lines, int Fields, bool Plain, Problem? Problem)
{
    /// <summary>Looks at the first record; null where more bytes are needed to tell.</summary>
    public static RecordShape? Of(ReadOnlySpan<byte> bytes, byte delimiter, int expectedFields, bool ended)
    {
        if (bytes.IsEmpty)
        {
            return ended ? default(RecordShape) : null;
        }

        var walk = new RecordWalk(bytes, delimiter, ended);
        if (!walk.Run())
        {
            return bytes.Length > RecordScanner.MaxLength ? FirstLine(bytes, ended, walk.QuoteIsOpen ? Problem.UnterminatedQuote : Problem.RowTooLong) : null;
        }

        if (walk.Problem is { } damage)
        {
            return FirstLine(bytes, ended, damage);
        }

        var content = bytes[..walk.Length];
        var lines = content.Count((byte)'\n') + 1;
        if (expectedFields > 0 && walk.Fields != expectedFields && !IsBlank(content, walk.Fields))
        {
            var swallowed = lines > 1 ? NextLineIsSound(bytes, delimiter, expectedFields, ended) : false;
            return swallowed is null ? null : swallowed == true
                ? FirstLine(bytes, ended, Problem.UnterminatedQuote)
                : new RecordShape(walk.Consumed, walk.Length, lines, walk.Fields, false, WorstOf(content, walk) ?? Problem.WrongColumnCount);
        }

        return new RecordShape(walk.Consumed, walk.Length, lines, walk.Fields, walk.Plain, WorstOf(content, walk));
    }

    private static bool IsBlank(ReadOnlySpan<byte> content, int fields) => fields == 1 && !content.ContainsAnyExcept((byte)' ', (byte)'\t');

    private static Problem? WorstOf(ReadOnlySpan<byte> content, RecordWalk walk) =>
        content.Contains((byte)0) ? Problem.NulByte
        : walk.LoneCarriageReturn ? Problem.LoneCarriageReturn
        : !Utf8.IsValid(content) ? Problem.InvalidBytes
        : content.Length > RecordScanner.MaxLength ? Problem.RowTooLong
        : null;

    // A multi-line record of the wrong width is a quote that swallowed its neighbours if the line after it would be sound alone.
    private static bool? NextLineIsSound(ReadOnlySpan<byte> bytes, byte delimiter, int expectedFields, bool ended)
    {
        var walk = new RecordWalk(bytes[(bytes.IndexOf((byte)'\n') + 1)..], delimiter, ended);
        return walk.Run() ? walk.Problem is null && walk.Fields == expectedFields
            : bytes.Length > 2 * RecordScanner.MaxLength ? false
            : null;
    }

    // Gives up one physical line, cut where even that is endless.
    private static RecordShape? FirstLine(ReadOnlySpan<byte> bytes, bool ended, Problem problem)
    {
        var end = bytes.IndexOf((byte)'\n');
        if (end < 0 && !ended && bytes.Length <= RecordScanner.MaxLength)
        {
            return null;
        }

        if (end < 0 || end > RecordScanner.MaxLength)
        {
            var cut = Math.Min(bytes.Length, RecordScanner.MaxLength);
            return new RecordShape(cut, cut, 0, 1, false, bytes.Length > cut ? Problem.RowTooLong : problem);
        }

        var length = end > 0 && bytes[end - 1] == '\r' ? end - 1 : end;
        var content = bytes[..length];
        return new RecordShape(end + 1, length, 1, 1, false, content.Contains((byte)0) ? Problem.NulByte : problem);
    }
}

namespace ClaimInsights.Ingest;

/// <summary>Finds out what separates the fields of a text file: of four candidates the one by which the header has most names that are known, then the one by which the first records agree with it.</summary>
internal static class DelimiterGuess
{
    private const int Records = 50;

    /// <summary>The candidates, the commonest first.</summary>
    private static readonly byte[] Candidates = [(byte)',', (byte)'\t', (byte)';', (byte)'|'];

    /// <param name="source">The text.</param>
    /// <param name="usual">The delimiter that the file's ending promises; taken where nothing tells them apart.</param>
    /// <param name="isKnown">Whether a header means something, to the contract or to the file's mapping.</param>
    public static byte Of(SourceText source, byte usual, Func<string, bool> isKnown) => Candidates
        .Select(delimiter => (delimiter, evidence: Evidence(source, delimiter, isKnown)))
        .OrderByDescending(one => one.evidence.Known)
        .ThenByDescending(one => one.evidence.Agreeing)
        .ThenByDescending(one => one.evidence.Fields > 1)
        .ThenByDescending(one => one.delimiter == usual)
        .ThenByDescending(one => one.evidence.Fields)
        .First().delimiter;

    private static (int Known, double Agreeing, int Fields) Evidence(SourceText source, byte delimiter, Func<string, bool> isKnown)
    {
        using var stream = File.OpenRead(source.Path);
        stream.Position = source.Start;
        using var scanner = new RecordScanner(stream, source.Start, delimiter);
        if (!scanner.Next(0, out var header) || header.Problem is not null)
        {
            return (0, 0, 0);
        }

        var names = CsvFields.Of(scanner.Bytes, delimiter);
        if (names.Count == 1)
        {
            return (isKnown(names[0].Trim()) ? 1 : 0, 0, 1);
        }

        var (records, agreeing) = (0, 0);
        while (records < Records && scanner.Next(0, out var record))
        {
            (records, agreeing) = (records + 1, agreeing + (record.Fields == names.Count ? 1 : 0));
        }

        // No record at all speaks for nothing, nor against it.
        return (names.Count(name => isKnown(name.Trim())), records == 0 ? 0.5 : (double)agreeing / records, names.Count);
    }
}

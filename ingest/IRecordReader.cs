namespace ClaimInsights.Ingest;

/// <summary>The records of a delivered file, one after the other, sound ones as CSV.</summary>
internal interface IRecordReader : IDisposable
{
    /// <summary>The record found last; where it is sound, as CSV with the part's delimiter.</summary>
    ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Finds the next record; blank lines are passed over.</summary>
    /// <param name="expectedFields">Fields that a sound record has; 0: any number (the header).</param>
    /// <param name="record">What was found.</param>
    /// <returns>False at the end of the file.</returns>
    bool Next(int expectedFields, out CsvRecord record);
}

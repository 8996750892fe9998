namespace ClaimInsights.Ingest;

/// <summary>One record of a text file, as found by <see cref="RecordScanner"/>.</summary>
/// <param name="Line">Physical line on which it begins; 1 is the first.</param>
/// <param name="Position">Byte position at which it begins.</param>
/// <param name="Length">Its bytes, without the line end.</param>
/// <param name="Fields">Fields found.</param>
/// <param name="Plain">Whether no value has blanks around it and quotes stand only where every reader expects them: the bytes may be passed on as they are.</param>
/// <param name="Problem">What makes it unreadable; null: it is sound.</param>
internal readonly record struct CsvRecord(long Line, long Position, int Length, int Fields, bool Plain, Problem? Problem);

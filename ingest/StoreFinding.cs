namespace ClaimInsights.Ingest;

/// <summary>One thing that a check of a store found.</summary>
/// <param name="Path">The file, relative to the store.</param>
/// <param name="Code">
/// <c>missing</c>, <c>changed</c> (its bytes are not those of the manifest), <c>unreadable</c>, <c>rows</c>, <c>columns</c>,
/// <c>receipt</c>; or <c>stray</c>: a file that the manifest does not name, which harms nothing.
/// </param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record StoreFinding(string Path, string Code, string Message)
{
    /// <summary>Something is wrong with the store; a stray file is not.</summary>
    public bool IsFault => Code != "stray";
}

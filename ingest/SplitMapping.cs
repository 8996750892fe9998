namespace ClaimInsights.Ingest;

/// <summary>Makes one claim of each piece of a cell; <c>claim_id</c> gets the suffix <c>#1</c>, <c>#2</c> …, the amounts stay on <c>#1</c>.</summary>
/// <param name="Column">The file's column.</param>
/// <param name="By">What separates the pieces; blanks around a piece are trimmed, blank pieces are none.</param>
/// <param name="Into">The contract's column that takes the piece.</param>
public sealed record SplitMapping(string Column, string By, string Into);

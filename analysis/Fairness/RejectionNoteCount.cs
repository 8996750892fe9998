namespace ClaimInsights.Analysis.Fairness;

/// <summary>Claims rejected or partly paid with the same words under the same code.</summary>
/// <param name="Note">The clerk's words; empty: none.</param>
/// <param name="Reason">The code.</param>
/// <param name="Claims">At least 1.</param>
public sealed record RejectionNoteCount(string Note, string Reason, long Claims);

namespace ClaimInsights.Analysis.Dossiers;

/// <summary>How like claims were decided: same part and failure mode.</summary>
/// <param name="Verdict">The outcome; withdrawn ones are left out.</param>
/// <param name="RejectionReason">Why, where rejected or partly paid.</param>
/// <param name="IsSimilarAge">Their age in service differs by at most six months; false also where an age is not known.</param>
/// <param name="Claims">How many; at least 1.</param>
public sealed record LikeClaim(string Verdict, string? RejectionReason, bool IsSimilarAge, long Claims);

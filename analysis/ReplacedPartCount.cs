namespace ClaimInsights.Analysis;

/// <summary>Claims of one listed cluster, and of the rest of its chart, on which a further part was replaced.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="ReplacedPart">The further part.</param>
/// <param name="Claims">The cluster's claims that name it, at least 1.</param>
/// <param name="OfClaims">All its claims.</param>
/// <param name="RestClaims">Other claims of the part and failure mode that name it, at least 0.</param>
/// <param name="OfRestClaims">All those.</param>
public sealed record ReplacedPartCount(string ClusterId, string ReplacedPart, long Claims, long OfClaims, long RestClaims, long OfRestClaims);

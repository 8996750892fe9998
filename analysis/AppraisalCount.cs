namespace ClaimInsights.Analysis;

/// <summary>Claims of one listed cluster, and of the rest of its chart, with one finding of the appraisal.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Appraisal">The finding; <c>none</c>: not appraised.</param>
/// <param name="Claims">At least 0.</param>
/// <param name="RestClaims">At least 0.</param>
public sealed record AppraisalCount(string ClusterId, string Appraisal, long Claims, long RestClaims);

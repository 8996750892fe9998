namespace ClaimInsights.Models;

/// <summary>Parts replaced along with the causal part. Only claims that name some have a row.</summary>
/// <param name="PartClaims">Claims of the same causal part judged before.</param>
/// <param name="Together">Of them those in which its rarest companion was replaced too.</param>
public sealed record ClaimCompanions(int PartClaims, int Together)
{
    /// <summary>Share of earlier claims of the part in which its rarest companion was replaced too; 0–1, one claim of a hundred where nothing is known.</summary>
    public double RarestShare => (Together + 0.5) / (PartClaims + 50.0);
}

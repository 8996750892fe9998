namespace ClaimInsights.Models;

/// <summary>What the claim's texts speak of.</summary>
/// <param name="Said">Causes that the customer's complaint names and does not deny.</param>
/// <param name="Found">Causes that the technician's cause and correction name and do not deny.</param>
/// <param name="Cleared">The technician denies a cause of owner's damage, or says that all is in order.</param>
/// <param name="Length">Characters of all three texts.</param>
public sealed record ClaimWords(DamageCause Said, DamageCause Found, bool Cleared, int Length)
{
    /// <summary>Reads the three texts of a claim.</summary>
    public static ClaimWords Of(ReviewableClaim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return new(
            OwnerDamageWords.In(claim.Complaint),
            OwnerDamageWords.In(claim.Cause) | OwnerDamageWords.In(claim.Correction),
            OwnerDamageWords.Clears(claim.Cause) || OwnerDamageWords.Clears(claim.Correction),
            (claim.Complaint?.Length ?? 0) + (claim.Cause?.Length ?? 0) + (claim.Correction?.Length ?? 0));
    }

    /// <summary>0: not spoken of; 1: by the customer or the technician; 2: by both.</summary>
    public int Mentions(DamageCause cause) => ((Said & cause) != 0 ? 1 : 0) + ((Found & cause) != 0 ? 1 : 0);
}

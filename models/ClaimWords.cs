namespace ClaimInsights.Models;

/// <summary>What the claim's texts speak of.</summary>
/// <param name="Said">Causes that the customer's complaint names and does not deny.</param>
/// <param name="Found">Causes that the technician's cause and correction name and do not deny.</param>
/// <param name="Cleared">The technician denies a cause of owner's damage, or says that all is in order.</param>
/// <param name="Length">Characters of all three texts.</param>
public sealed record ClaimWords(DamageCause Said, DamageCause Found, bool Cleared, int Length)
{
    /// <summary>Reads the three texts of a claim; null: nothing was written.</summary>
    /// <param name="complaint">What the customer said.</param>
    /// <param name="cause">What the technician found.</param>
    /// <param name="correction">What was done.</param>
    public static ClaimWords Of(string? complaint, string? cause, string? correction) => new(
        OwnerDamageWords.In(complaint),
        OwnerDamageWords.In(cause) | OwnerDamageWords.In(correction),
        OwnerDamageWords.Clears(cause) || OwnerDamageWords.Clears(correction),
        (complaint?.Length ?? 0) + (cause?.Length ?? 0) + (correction?.Length ?? 0));

    /// <summary>0: not spoken of; 1: by the customer or the technician; 2: by both.</summary>
    public int Mentions(DamageCause cause) => ((Said & cause) != 0 ? 1 : 0) + ((Found & cause) != 0 ? 1 : 0);
}

namespace ClaimInsights.Analysis.Fairness;

/// <summary>What kind of no a reason of rejection is, and which of the three classic causes it belongs to.</summary>
internal static class RejectionClass
{
    /// <summary>The claim may be justified, but nothing shows it: a document or the old part is missing.</summary>
    public const string EvidenceMissing = "evidence_missing";

    /// <summary>A rule of the warranty says no, whatever is shown.</summary>
    public const string RuleSaysNo = "rule_says_no";

    /// <summary>The claim was made wrongly, or the reason says neither.</summary>
    public const string Other = "other";

    /// <summary>Kind of no.</summary>
    /// <param name="reason">A code of <c>rejection_reason</c>.</param>
    public static string Of(string reason) => reason switch
    {
        "insufficient_evidence" => EvidenceMissing,
        "wrong_code" or "no_fault_found" or "other" => Other,
        _ => RuleSaysNo,
    };

    /// <summary>The classic cause, or empty: damage by the owner blamed on the maker, a repair outside the network, a warranty that is over.</summary>
    /// <param name="reason">A code of <c>rejection_reason</c>.</param>
    public static string ClassicOf(string reason) => reason switch
    {
        "owner_damage" or "accident" or "lack_of_maintenance" => "owner_caused",
        "unauthorised_shop" => "unauthorised_repair",
        "out_of_time" or "out_of_mileage" => "expired_warranty",
        _ => "",
    };
}

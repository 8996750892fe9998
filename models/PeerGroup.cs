using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>A dealer's claims of one operation on one part, beside everyone's. Source: <c>PeerGroup.sql</c>.</summary>
/// <param name="DealerCode">The dealer.</param>
/// <param name="LabourOperation">The operation.</param>
/// <param name="CausalPart">The part.</param>
/// <param name="Claims">The dealer's claims of them.</param>
/// <param name="DealerClaims">The dealer's claims of all operations.</param>
/// <param name="PeerClaims">Everyone's claims of them.</param>
/// <param name="AllClaims">Everyone's of all operations.</param>
/// <param name="PeerDealers">Dealers with claims of them.</param>
/// <param name="Amount">Median amount of the dealer's, the store's currency.</param>
/// <param name="PeerAmount">Everyone's.</param>
/// <param name="PeerAmountLow">Everyone's 16th percentile: one spread below the median, and untouched by those that bill too much.</param>
/// <param name="Hours">Median hours of the dealer's; null: not given.</param>
/// <param name="PeerHours">Everyone's.</param>
/// <param name="PeerHoursLow">Everyone's 16th percentile: one spread below the median, and untouched by those that bill too much.</param>
/// <param name="ClaimedAmount">Sum of the dealer's, the store's currency.</param>
internal sealed record PeerGroup(
    string DealerCode,
    string LabourOperation,
    string CausalPart,
    int Claims,
    int DealerClaims,
    int PeerClaims,
    int AllClaims,
    int PeerDealers,
    double Amount,
    double PeerAmount,
    double PeerAmountLow,
    double? Hours,
    double? PeerHours,
    double? PeerHoursLow,
    decimal ClaimedAmount)
{
    internal static Analysis<PeerGroup> Analysis { get; } = new("PeerGroup.sql");
}

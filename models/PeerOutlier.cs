using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>
/// A dealer whose claims of one operation on one part are out of the ordinary, found without any verdict: a new scheme shows here
/// first. It stands beside the score and is no part of it.
/// </summary>
/// <param name="DealerCode">The dealer.</param>
/// <param name="LabourOperation">The operation.</param>
/// <param name="CausalPart">The part.</param>
/// <param name="Claims">The dealer's claims of them within the scope.</param>
/// <param name="ExpectedClaims">As many as the dealer would have if it billed them as often as all others together.</param>
/// <param name="CountScore">How far the claims lie above that, in spreads, shrunk for few claims; 0 or more.</param>
/// <param name="Amount">Median amount of the dealer's, the store's currency.</param>
/// <param name="PeerAmount">Everyone's.</param>
/// <param name="AmountScore">How far it lies above, in spreads of everyone's, shrunk; 0 or more.</param>
/// <param name="Hours">Median hours of the dealer's; null: not given.</param>
/// <param name="PeerHours">Everyone's; null: not given.</param>
/// <param name="HoursScore">How far they lie above, in spreads of everyone's, shrunk; 0 or more.</param>
/// <param name="Score">The highest of the three; listed from 3 on.</param>
/// <param name="ClaimedAmount">What is at stake: the sum of the dealer's, the store's currency.</param>
public sealed record PeerOutlier(
    string DealerCode,
    string LabourOperation,
    string CausalPart,
    int Claims,
    double ExpectedClaims,
    double CountScore,
    double Amount,
    double PeerAmount,
    double AmountScore,
    double? Hours,
    double? PeerHours,
    double HoursScore,
    double Score,
    decimal ClaimedAmount)
{
    /// <summary>Listed from this score on.</summary>
    public const double Least = 3;

    private const int FewestPeers = 20, FewestDealers = 3;

    /// <summary>A group of so many claims is believed by half, as is an excess over so many expected ones.</summary>
    private const double Shrink = 5;

    /// <summary>Groups out of the ordinary, the farthest first.</summary>
    /// <exception cref="AnalysisException">The store cannot be asked.</exception>
    public static IReadOnlyList<PeerOutlier> In(Warehouse warehouse) => Judge(PeerGroup.Analysis.Run(warehouse));

    internal static IReadOnlyList<PeerOutlier> Judge(IEnumerable<PeerGroup> groups) =>
    [
        .. groups.Where(group => group.PeerClaims - group.Claims >= FewestPeers && group.PeerDealers >= FewestDealers)
            .Select(Of).Where(outlier => outlier.Score >= Least)
            .OrderByDescending(outlier => outlier.Score)
            .ThenBy(outlier => outlier.DealerCode, StringComparer.Ordinal).ThenBy(outlier => outlier.LabourOperation, StringComparer.Ordinal)
            .ThenBy(outlier => outlier.CausalPart, StringComparer.Ordinal),
    ];

    private static PeerOutlier Of(PeerGroup group)
    {
        var others = group.AllClaims - group.DealerClaims;
        var expected = others == 0 ? group.Claims : group.DealerClaims * (group.PeerClaims - group.Claims) / (double)others;
        // Square roots of counts scatter by a half whatever their size (Anscombe 1948); dealers differ by more, hence a whole.
        var count = Math.Max(0, Math.Sqrt(group.Claims + Shrink) - Math.Sqrt(expected + Shrink));
        var amount = Above(group.Amount, group.PeerAmount, group.PeerAmountLow, group.Claims);
        var hours = group is { Hours: { } billed, PeerHours: { } usual, PeerHoursLow: { } low } ? Above(billed, usual, low, group.Claims) : 0;
        return new(
            group.DealerCode, group.LabourOperation, group.CausalPart, group.Claims, expected, count, group.Amount, group.PeerAmount, amount,
            group.Hours, group.PeerHours, hours, Math.Max(count, Math.Max(amount, hours)), group.ClaimedAmount);
    }

    /// <summary>The median's distance on the logarithm, in spreads of a median of so many claims; a dealer's own level takes half of a spread.</summary>
    private static double Above(double value, double usual, double low, int claims)
    {
        if (!(value > usual) || !(low > 0))
        {
            return 0;
        }

        var spread = Math.Max(Math.Log(usual / low), 0.05);
        var ofMedian = Math.Sqrt((0.25 + (1.57 / claims)) * spread * spread);
        return Math.Log(value / usual) / ofMedian * (claims / (claims + Shrink));
    }
}

namespace ClaimInsights.Models;

/// <summary>What reviews found, quarter by quarter: the precision of the queue, and beside it what chance would have found. An insight table: the parameters are its columns.</summary>
/// <param name="Quarter">First day of the quarter in which the finding was given.</param>
/// <param name="Selection"><c>model</c>, <c>random</c> or <c>rule</c>; <c>all</c>: every selection, each claim by the inverse of its chance.</param>
/// <param name="Reviewed">Reviewable claims with a clear finding.</param>
/// <param name="OwnerCaused">Of them found owner_caused.</param>
/// <param name="Share">Their share; of <c>all</c> Σ y/π ÷ Σ 1/π: what reviews would find among every claim that could be selected.</param>
/// <param name="Low">Lower 95 % Wilson limit; of <c>all</c> with the effective number of reviews, (Σ 1/π)² ÷ Σ 1/π².</param>
/// <param name="High">Upper limit.</param>
public sealed record ReviewYield(DateOnly Quarter, string Selection, int Reviewed, int OwnerCaused, double Share, double Low, double High)
{
    /// <summary>All quarters with a review, by quarter and selection.</summary>
    /// <param name="features">Every reviewed claim at least; their order does not matter.</param>
    public static IReadOnlyList<ReviewYield> Of(IReadOnlyList<ClaimFeatures> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var reviewed = features.Select(row => row.Claim).Where(claim => claim is { IsOwnerCaused: not null, ReviewedOn: not null, Selection: not null })
            .OrderBy(claim => claim.ClaimId, StringComparer.Ordinal).ToList();
        return
        [
            .. reviewed.GroupBy(claim => QuarterOf(claim.ReviewedOn!.Value)).OrderBy(quarter => quarter.Key).SelectMany(quarter =>
                quarter.GroupBy(claim => claim.Selection!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                    .Select(group => Row(quarter.Key, group.Key, [.. group], _ => 1))
                    .Append(Row(quarter.Key, "all", [.. quarter.Where(claim => claim.Probability is > 0 and <= 1)], claim => 1 / claim.Probability!.Value)))
                .Where(row => row.Reviewed > 0),
        ];
    }

    private static ReviewYield Row(DateOnly quarter, string selection, List<ReviewableClaim> claims, Func<ReviewableClaim, double> weight)
    {
        var share = WeightedShare.Of(claims.Select(claim => (claim.IsOwnerCaused == true, weight(claim))));
        return new(quarter, selection, claims.Count, claims.Count(claim => claim.IsOwnerCaused == true), share.Share, share.Low, share.High);
    }

    private static DateOnly QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1);
}

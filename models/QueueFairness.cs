using ClaimInsights.Analysis.Statistics;
using MathNet.Numerics.Distributions;

namespace ClaimInsights.Models;

/// <summary>How much a group of claims is called to review, and how often in vain, beside all other claims. An insight table: the parameters are its columns.</summary>
/// <param name="Dimension"><c>province</c> (the dealer's, else the vehicle's), <c>dealer_size</c>, <c>vehicle_age</c>, <c>use</c> or <c>dealer</c>.</param>
/// <param name="Value">The group: a province; fifths of the scored claims by their dealers' size, 1 the smallest; years in service; private or commercial; a dealer.</param>
/// <param name="Scored">Claims scored.</param>
/// <param name="Queued">Of them in the queue by the model.</param>
/// <param name="QueueShare">Queued ÷ scored.</param>
/// <param name="QueueLow">Lower 95 % Wilson limit.</param>
/// <param name="QueueHigh">Upper limit.</param>
/// <param name="QueueQ">q-value of Fisher's exact test of the group's share beside all others', over all groups of the dimension (Benjamini &amp; Hochberg).</param>
/// <param name="Innocent">Reviewed claims not found owner_caused.</param>
/// <param name="FalsePositiveRate">Share of them that score high without their own verdict, each by the inverse of its chance of review; high: as the first tenth of all scored claims. Null: none was reviewed, or no model is trained.</param>
/// <param name="FalsePositiveLow">Lower 95 % limit, with the effective number of reviews.</param>
/// <param name="FalsePositiveHigh">Upper limit.</param>
/// <param name="FalsePositiveQ">q-value of the difference from all other claims, by normal approximation of shares with the effective numbers.</param>
/// <param name="IsDifferent">A q-value is .05 or less: look why. A small group does not come to it by noise.</param>
public sealed record QueueFairness(
    string Dimension,
    string Value,
    int Scored,
    int Queued,
    double QueueShare,
    double QueueLow,
    double QueueHigh,
    double QueueQ,
    int Innocent,
    double? FalsePositiveRate,
    double? FalsePositiveLow,
    double? FalsePositiveHigh,
    double? FalsePositiveQ,
    bool IsDifferent)
{
    private const double Alpha = 0.05, High = 0.1;

    /// <summary>Every group of every dimension, by dimension and value.</summary>
    /// <param name="scored">Scored claims.</param>
    /// <param name="model">The model that scored.</param>
    public static IReadOnlyList<QueueFairness> Of(ScoredClaims scored, SuspicionModel model)
    {
        ArgumentNullException.ThrowIfNull(scored);
        ArgumentNullException.ThrowIfNull(model);
        return Of(scored.Groups, [.. scored.Queued.Where(one => one.Row.Queue == "model").Select(one => one.Features.Claim)], scored.Reviewed, scored.ScoreOf(High), model);
    }

    /// <param name="groups">Scored claims by group.</param>
    /// <param name="called">Those that the model queued.</param>
    /// <param name="known">Every reviewed claim at least.</param>
    /// <param name="threshold">The score from which a claim scores high.</param>
    /// <param name="model">The model that scored.</param>
    internal static IReadOnlyList<QueueFairness> Of(
        ScoredGroups groups, IReadOnlyList<ReviewableClaim> called, IReadOnlyList<ClaimFeatures> known, double threshold, SuspicionModel model)
    {
        var reviewed = known.Where(row => row.Claim is { Finding: not null, Probability: > 0 and <= 1 }).ToDictionary(row => row.Claim.ClaimId, row => row.Claim, StringComparer.Ordinal);
        var innocent = model.Training.HeldOut.Where(one => !one.Finding && reviewed.ContainsKey(one.ClaimId))
            .Select(one => (Claim: reviewed[one.ClaimId], IsHit: one.Score >= threshold, Weight: 1 / reviewed[one.ClaimId].Probability!.Value)).ToList();
        return [.. groups.Dimensions().SelectMany(dimension => Groups(dimension.Dimension, dimension.Of, dimension.Claims, groups.Claims, called, innocent))];
    }

    private static IEnumerable<QueueFairness> Groups(
        string dimension, Func<ReviewableClaim, string?> of, IReadOnlyDictionary<string, int> scored, int all, IReadOnlyList<ReviewableClaim> hits,
        List<(ReviewableClaim Claim, bool IsHit, double Weight)> innocent)
    {
        var called = hits.Count;
        var queuedOf = hits.Select(of).OfType<string>().CountBy(value => value, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var groups = scored.OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Value: group.Key, Scored: group.Value, Queued: queuedOf.GetValueOrDefault(group.Key))).ToList();
        var queueQ = FalseDiscovery.BenjaminiHochberg(
            [.. groups.Select(group => CommonOddsTest.PValue([new(group.Queued, group.Scored, called - group.Queued, all - group.Scored)]))]);
        var reviewed = innocent.Where(one => of(one.Claim) is not null).ToLookup(one => of(one.Claim)!, StringComparer.Ordinal);
        var everyone = WeightSums.Of(innocent.Select(one => (one.IsHit, one.Weight)));
        var chances = groups.Select(group => WeightSums.Of(reviewed[group.Value].Select(one => (one.IsHit, one.Weight))) is var own ? Difference(own, everyone.Less(own)) : null).ToList();
        var known = chances.Select((p, i) => (p, i)).Where(one => one.p is not null).ToList();
        var innocentQ = known.Zip(FalseDiscovery.BenjaminiHochberg([.. known.Select(one => one.p!.Value)]), (one, q) => (one.i, q)).ToDictionary(one => one.i, one => one.q);
        for (var i = 0; i < groups.Count; i++)
        {
            var (value, count, queued) = groups[i];
            var share = ShareInterval.Wilson(queued, count);
            var own = reviewed[value].ToList();
            var rate = own.Count == 0 ? (ShareInterval?)null : WeightedShare.Of(own.Select(one => (one.IsHit, one.Weight)));
            double? q = innocentQ.TryGetValue(i, out var adjusted) ? adjusted : null;
            yield return new(
                dimension, value, count, queued, share.Share, share.Low, share.High, queueQ[i], own.Count, rate?.Share, rate?.Low, rate?.High, q,
                queueQ[i] <= Alpha || q <= Alpha);
        }
    }

    /// <summary>p-value of the difference of two weighted shares; null: too few on a side for it to say anything.</summary>
    private static double? Difference(WeightSums group, WeightSums others)
    {
        double n = group.Effective, m = others.Effective;
        if (n < Fewest || m < Fewest)
        {
            return null;
        }

        var both = ((n * group.Share) + (m * others.Share)) / (n + m);
        var spread = Math.Sqrt(both * (1 - both) * ((1 / n) + (1 / m)));
        return spread == 0 ? 1 : 2 * Normal.CDF(0, 1, -Math.Abs(group.Share - others.Share) / spread);
    }

    /// <summary>Fewest effective reviews on which the normal approximation is used.</summary>
    private const double Fewest = 20;
}

using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models;

/// <summary>How a model and its baselines rank later reviewed claims, by the tested metrics of the statistics.</summary>
public static class Evaluation
{
    /// <summary>The model, the written rules, the claimed amount and chance on the same claims; in this order.</summary>
    /// <param name="model">What is judged.</param>
    /// <param name="later">Reviewed claims that it did not see.</param>
    /// <param name="seed">Seed of the random ranking.</param>
    public static IReadOnlyList<RankingFigures> Figures(SuspicionModel model, IReadOnlyList<ClaimFeatures> later, int seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(later);
        var found = Found(later);
        var capacity = Capacity(later.Count);
        RankingFigures Of(string ranking, IReadOnlyList<double> scores, double? brier = null) => new(
            ranking, Ranking.RocAuc(scores, found), Ranking.AveragePrecision(scores, found), Ranking.PrecisionAt(scores, found, capacity), capacity, brier);

        var scores = model.Scores(later);
        return
        [
            Of("model", scores, RankingCalibration.Brier(scores, found)),
            Of("rules", [.. later.Select(Rules.Score)]),
            Of("amount", [.. later.Select(row => (double)row.Claim.ClaimedAmount)]),
            Of("random", [.. later.Select(row => Lottery.Ticket(seed, row.Claim.ClaimId, row.Claim.Version))]),
        ];
    }

    /// <summary>Mean score against share found, in up to ten bins of equal count, at least 20 claims each where there are as many.</summary>
    public static IReadOnlyList<CalibrationPoint> Calibration(SuspicionModel model, IReadOnlyList<ClaimFeatures> later)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(later);
        var bins = RankingCalibration.Bins(model.Scores(later), Found(later), Math.Clamp(later.Count / 20, 1, 10));
        return [.. bins.Select(Point)];
    }

    internal static CalibrationPoint Point(CalibrationBin bin)
    {
        var share = ShareInterval.Wilson((long)Math.Round(bin.Observed * bin.Count), bin.Count);
        return new CalibrationPoint(bin.Predicted, bin.Observed, share.Low, share.High, bin.Count);
    }

    /// <summary>How many of evaluation claims count as called to review: a fifth, at least one.</summary>
    internal static int Capacity(int claims) => Math.Max(1, claims / 5);

    private static bool[] Found(IReadOnlyList<ClaimFeatures> rows) => [.. rows.Select(row => row.Claim.IsOwnerCaused == true)];
}

using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Models;

namespace ClaimInsights.Bench;

/// <summary>
/// How a ranking fares on later claims that nobody reviewed, against what was planted. Calibration is against what a review would
/// find: the simulator's reviewers miss 17 of 100 guilty and accuse 2.6 of 100 innocent (docs/simulator.md).
/// </summary>
internal sealed record SuspicionFigures(string Ranking, IReadOnlyDictionary<string, double> Values)
{
    private const double FoundIfGuilty = 0.83, FoundIfInnocent = 0.026;

    public static SuspicionFigures Of(string ranking, IReadOnlyList<ClaimFeatures> later, IReadOnlyList<double> scores, SuspicionFleet fleet, bool areProbabilities)
    {
        bool[] planted = [.. later.Select(row => fleet.Owners.ContainsKey(row.Claim.ClaimId))];
        var order = Enumerable.Range(0, later.Count).OrderByDescending(i => scores[i]).ThenBy(i => later[i].Claim.ClaimId, StringComparer.Ordinal).ToList();
        var top = order.Take(1000).ToList();
        double Amount(int i) => planted[i] ? (double)later[i].Claim.ApprovedAmount : 0;
        var values = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["roc_auc"] = Analysis.Statistics.Ranking.RocAuc(scores, planted),
            ["ap"] = Analysis.Statistics.Ranking.AveragePrecision(scores, planted),
            ["p200"] = Analysis.Statistics.Ranking.PrecisionAt(scores, planted, 200),
            ["p500"] = Analysis.Statistics.Ranking.PrecisionAt(scores, planted, 500),
            ["p1000"] = Analysis.Statistics.Ranking.PrecisionAt(scores, planted, 1000),
            ["money1000"] = top.Sum(Amount) / Enumerable.Range(0, later.Count).Sum(Amount),
            ["defects1000"] = top.Count(i => fleet.Defects.Contains(later[i].Claim.ClaimId)) / (double)top.Count,
        };
        foreach (var kind in fleet.Owners.Values.Distinct().Order(StringComparer.Ordinal))
        {
            bool IsKind(int i) => fleet.Owners.GetValueOrDefault(later[i].Claim.ClaimId) == kind;
            values["recall_" + kind] = top.Count(IsKind) / (double)Enumerable.Range(0, later.Count).Count(IsKind);
        }

        if (areProbabilities)
        {
            // Each claim counts as found and as not found, by the chance of either.
            double[] twice = [.. scores, .. scores];
            bool[] found = [.. planted.Select(_ => true), .. planted.Select(_ => false)];
            double[] chance = [.. planted.Select(Found), .. planted.Select(isPlanted => 1 - Found(isPlanted))];
            values["brier"] = RankingCalibration.Brier(twice, found, chance);
            values["calibration"] = RankingCalibration.ExpectedError(twice, found, 10, chance);
            values["expected_observed"] = top.Sum(i => scores[i]) / top.Sum(i => Found(planted[i]));
        }

        return new(ranking, values);
    }

    private static double Found(bool isPlanted) => isPlanted ? FoundIfGuilty : FoundIfInnocent;
}

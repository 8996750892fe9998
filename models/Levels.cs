namespace ClaimInsights.Models;

/// <summary>The level of the score: how many of all claims reviews would find owner_caused.</summary>
internal static class Levels
{
    /// <summary>Share owner_caused that few reviews are drawn to, and how many reviews drawn at random that is worth.</summary>
    private const double UsualShare = 0.05, UsualReviews = 20;

    /// <summary>A correction of the level by the verdicts is believed by half where it rests on so many reviews drawn at random.</summary>
    private const double HalfBelieved = 200;

    /// <summary>Share of all claims that reviews would find owner_caused: Σ y/π ÷ Σ 1/π, drawn a little to the usual share.</summary>
    public static double ShareFound(IReadOnlyList<ClaimFeatures> reviewed)
    {
        var (found, reviews) = Weighted(reviewed, row => row.Claim.IsOwnerCaused == true ? 1 : 0);
        return ((reviews * found) + (UsualReviews * UsualShare)) / (reviews + UsualReviews);
    }

    /// <summary>
    /// The same as the model sees it: its mean score over all claims, corrected by the weighted mean of what verdicts say beyond
    /// it, Σ (y − p)/π ÷ Σ 1/π. The model knows what the selection looked at, so that this is steadier than the verdicts alone.
    /// </summary>
    public static double ShareFound(SuspicionModel model, IReadOnlyList<ClaimFeatures> reviewed, IReadOnlyList<ClaimFeatures> all)
    {
        var scores = model.Scores(reviewed).Select((score, i) => (reviewed[i].Claim.ClaimId, score)).ToDictionary(one => one.ClaimId, one => one.score, StringComparer.Ordinal);
        var (beyond, reviews) = Weighted(reviewed, row => (row.Claim.IsOwnerCaused == true ? 1 : 0) - scores[row.Claim.ClaimId]);
        return Math.Clamp(model.Scores(all).Average() + (beyond * reviews / (reviews + HalfBelieved)), 0.001, 0.9);
    }

    /// <summary>What to add to the log-odds so that their mean probability is the share; by halving, for the mean rises with it.</summary>
    public static double Offset(IReadOnlyList<double> logOdds, double share)
    {
        double low = -30, high = 30;
        for (var i = 0; i < 60; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = logOdds.Average(one => PriorLogistic.Logistic(one + middle)) < share ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The mean weighted by the inverse of the chance of selection, and how many reviews at random it is worth.</summary>
    private static (double Mean, double Reviews) Weighted(IReadOnlyList<ClaimFeatures> reviewed, Func<ClaimFeatures, double> value)
    {
        double sum = 0, all = 0, squares = 0;
        foreach (var row in reviewed.Where(row => row.Claim.Probability is > 0 and <= 1))
        {
            var weight = 1 / row.Claim.Probability!.Value;
            sum += weight * value(row);
            all += weight;
            squares += weight * weight;
        }

        return squares == 0 ? (0, 0) : (sum / all, all * all / squares);
    }
}

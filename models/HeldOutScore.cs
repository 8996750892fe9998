namespace ClaimInsights.Models;

/// <summary>What a reviewed claim would score had it, and all else of its vehicle, never been reviewed.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">The version reviewed.</param>
/// <param name="Finding">What the model would be told.</param>
/// <param name="Score">0–1.</param>
public sealed record HeldOutScore(string ClaimId, int Version, bool Finding, double Score)
{
    private const int Folds = 5;

    /// <summary>
    /// Cross-fitting: a stack for each fifth of the vehicles, taught by the verdicts of the other four, with the model's rules,
    /// reviewers' errors, slope and level. Trees take no part.
    /// </summary>
    /// <param name="model">The model whose rules and level are kept.</param>
    /// <param name="reviewed">Claims with a verdict.</param>
    /// <returns>By claim id.</returns>
    internal static IReadOnlyList<HeldOutScore> Of(SuspicionModel model, IReadOnlyList<ClaimFeatures> reviewed)
    {
        var ordered = reviewed.OrderBy(row => row.Claim.ClaimId, StringComparer.Ordinal).ToList();
        int Fold(ClaimFeatures row) => (int)(Folds * Lottery.Ticket(0, row.Claim.Vin ?? row.Claim.ClaimId, 0));
        var scores = new List<HeldOutScore>(ordered.Count);
        foreach (var held in ordered.GroupBy(Fold).OrderBy(fold => fold.Key))
        {
            var taught = ordered.Where(row => Fold(row) != held.Key).ToList();
            if (taught.Count == 0)
            {
                continue;
            }

            List<ClaimFeatures> rows = [.. held];
            var fitted = StackTraining.Fit(taught, taught, model.Weights.RuleTable, Levels.ShareFound(taught), (model.Weights.Accused, model.Weights.Missed));
            var stack = new SuspicionModel(model.Card, fitted with { Slope = model.Weights.Slope }, null);
            // The level is the model's own on the same verdicts: a fold's few reviews at random would let it float.
            var level = Levels.Offset(stack.LogOdds(taught), model.Scores(taught).Average());
            var leveled = new SuspicionModel(model.Card, fitted with { Slope = model.Weights.Slope, Offset = level }, null);
            scores.AddRange(rows.Zip(leveled.Scores(rows), (row, score) => new HeldOutScore(row.Claim.ClaimId, row.Claim.Version, row.Claim.IsOwnerCaused == true, score)));
        }

        return [.. scores.OrderBy(one => one.ClaimId, StringComparer.Ordinal)];
    }
}

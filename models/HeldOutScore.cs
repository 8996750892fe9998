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
        var folds = ordered.GroupBy(Fold).OrderBy(fold => fold.Key).Select(fold => (Held: fold.ToList(), Taught: ordered.Where(row => Fold(row) != fold.Key).ToList()))
            .Where(fold => fold.Taught.Count > 0).ToList();
        var scores = new IReadOnlyList<double>[folds.Count];
        Parallel.For(0, folds.Count, i => scores[i] = Scores(model, folds[i].Held, folds[i].Taught));
        return
        [
            .. folds.SelectMany((fold, i) => fold.Held.Zip(scores[i], (row, score) => new HeldOutScore(row.Claim.ClaimId, row.Claim.Version, row.Claim.IsOwnerCaused == true, score)))
                .OrderBy(one => one.ClaimId, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<double> Scores(SuspicionModel model, List<ClaimFeatures> held, List<ClaimFeatures> taught)
    {
        var fitted = StackTraining.Fit(taught, taught, model.Weights.RuleTable, Levels.ShareFound(taught), (model.Weights.Accused, model.Weights.Missed)) with { Slope = model.Weights.Slope };
        // The level is the model's own on the same verdicts: a fold's few reviews at random would let it float.
        var level = Levels.Offset(new SuspicionModel(model.Card, fitted, null).LogOdds(taught), model.Scores(taught).Average());
        return new SuspicionModel(model.Card, fitted with { Offset = level }, null).Scores(held);
    }
}

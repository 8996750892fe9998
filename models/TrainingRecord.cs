namespace ClaimInsights.Models;

/// <summary>What was seen when a model was trained: kept beside it, so that later claims and verdicts can be held against it.</summary>
/// <param name="From">First decision day of the reference; null: nothing was trained.</param>
/// <param name="To">Its last decision day.</param>
/// <param name="Inputs">How every feature was distributed then.</param>
/// <param name="Scores">How the model's scores were distributed then; null: nothing was trained.</param>
/// <param name="HeldOut">Every verdict with the score that a stack gives it which was taught without its vehicle; by claim.</param>
public sealed record TrainingRecord(
    DateOnly? From, DateOnly? To, IReadOnlyList<BinnedValues> Inputs, BinnedValues? Scores, IReadOnlyList<HeldOutScore> HeldOut)
{
    /// <summary>Of the written rules.</summary>
    public static TrainingRecord None { get; } = new(null, null, [], null, []);

    /// <summary>The reference reaches back so many months from the last day that was taught: a whole year of seasons.</summary>
    private const int ReferenceMonths = 12;

    /// <summary>What is seen of a model whose weights are settled.</summary>
    /// <param name="model">The model.</param>
    /// <param name="reviewed">Claims with a verdict, by claim id.</param>
    /// <param name="known">Claims known up to the last day that it was taught of.</param>
    internal static TrainingRecord Of(SuspicionModel model, IReadOnlyList<ClaimFeatures> reviewed, IReadOnlyList<ClaimFeatures> known)
    {
        var to = known.Max(row => row.Claim.DecidedOn);
        var seen = known.Where(row => row.Claim.DecidedOn > to.AddMonths(-ReferenceMonths)).ToList();
        return new(
            seen.Min(row => row.Claim.DecidedOn), to,
            [.. FeatureTable.All.Select(feature => BinnedValues.Of(feature.Name, [.. seen.Select(feature.Value)]))],
            BinnedValues.Of("score", [.. model.Scores(seen).Select(score => (double?)score)]),
            HeldOutScore.Of(model, reviewed));
    }
}

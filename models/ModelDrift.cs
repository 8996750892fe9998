using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models;

/// <summary>How far what the model sees, what it says and what reviews find has moved since its training. An insight table: the parameters are its columns.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="Kind"><c>input</c>, <c>score</c> or <c>level</c>.</param>
/// <param name="Name">The feature, <c>score</c>, or <c>random_slice</c>.</param>
/// <param name="ReferenceClaims">Claims of the training's last year; of <c>level</c>: reviews at random on claims that the model was not taught of.</param>
/// <param name="RecentClaims">Claims decided in the last three months; of <c>level</c>: those reviews that found owner_caused.</param>
/// <param name="Index">Population stability index; of <c>level</c>: found ÷ expected by the scores; null: nothing to compare.</param>
/// <param name="Low">Of <c>level</c>: lower 95 % limit; else null.</param>
/// <param name="High">Of <c>level</c>: upper 95 % limit; else what chance alone stays below in nineteen of twenty cases.</param>
/// <param name="State"><c>within</c>, <c>watch</c>, <c>past</c> or <c>unknown</c>.</param>
/// <param name="IsPastLimits">The model as a whole is past its limits: its scores have moved, or reviews at random find another share than it says. The same in every row.</param>
public sealed record ModelDrift(
    string ModelId, string Kind, string Name, int ReferenceClaims, int RecentClaims, double? Index, double? Low, double? High, string State, bool IsPastLimits)
{
    /// <summary>An index from which a distribution is watched, and from which it has changed; customary (Siddiqi 2006).</summary>
    public const double Watched = 0.1, Changed = 0.25;

    private const int RecentMonths = 3;

    /// <summary>First decision day of the claims that are held against the training's.</summary>
    /// <param name="asOf">Last day that is known.</param>
    public static DateOnly RecentSince(DateOnly asOf) => asOf.AddMonths(-RecentMonths).AddDays(1);

    /// <summary>The checks of a trained model, the score first, then the level, then inputs by index; none for the written rules.</summary>
    /// <param name="recent">What the claims decided since <see cref="RecentSince"/> show.</param>
    /// <param name="reviewed">Every reviewed claim at least; their order does not matter.</param>
    /// <param name="model">The model.</param>
    /// <param name="asOf">Last day that is known.</param>
    internal static IReadOnlyList<ModelDrift> Of(RecentValues recent, IReadOnlyList<ClaimFeatures> reviewed, SuspicionModel model, DateOnly asOf)
    {
        if (model.Training.Scores is not { } scores)
        {
            return [];
        }

        var score = Moved(model, "score", scores, recent, recent.Scores);
        var level = Level(reviewed, model, asOf);
        var inputs = model.Training.Inputs.Zip(recent.Inputs).Where(input => input.Second is not null)
            .Select(input => Moved(model, "input", input.First, recent, input.Second!))
            .OrderByDescending(row => row.Index).ThenBy(row => row.Name, StringComparer.Ordinal);
        var isPast = score.State == "past" || level.State == "past";
        return [.. new[] { score, level }.Concat(inputs).Select(row => row with { IsPastLimits = isPast })];
    }

    private static ModelDrift Moved(SuspicionModel model, string kind, BinnedValues reference, RecentValues recent, IReadOnlyList<long> counts)
    {
        var before = (int)reference.Counts.Sum();
        if (recent.Claims == 0 || before == 0)
        {
            return new(model.Card.ModelId, kind, reference.Name, before, recent.Claims, null, null, null, "unknown", false);
        }

        var stability = PopulationStability.Of(reference.Counts, counts);
        var state = stability.Index <= stability.Chance || stability.Index < Watched ? "within" : stability.Index < Changed ? "watch" : "past";
        return new(model.Card.ModelId, kind, reference.Name, before, recent.Claims, stability.Index, null, stability.Chance, state, false);
    }

    /// <summary>Reviews at random on claims later than what the model was taught: as many found as it says? Exact Poisson interval.</summary>
    private static ModelDrift Level(IReadOnlyList<ClaimFeatures> reviewed, SuspicionModel model, DateOnly asOf)
    {
        var drawn = reviewed.Where(row => row.Claim is { Selection: "random", IsOwnerCaused: not null } && row.Claim.DecidedOn > model.Card.CalibratedTo && row.Claim.ReviewedOn <= asOf)
            .OrderBy(row => row.Claim.ClaimId, StringComparer.Ordinal).ToList();
        var expected = model.Scores(drawn).Sum();
        var found = TimeSplit.Positives(drawn);
        if (!(expected > 0))
        {
            return new(model.Card.ModelId, "level", "random_slice", drawn.Count, found, null, null, null, "unknown", false);
        }

        var ratio = RateInterval.Poisson(found, expected);
        return new(
            model.Card.ModelId, "level", "random_slice", drawn.Count, found, ratio.Rate, ratio.Low, ratio.High,
            ratio.Low > 1 || ratio.High < 1 ? "past" : "within", false);
    }
}

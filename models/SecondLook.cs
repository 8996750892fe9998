namespace ClaimInsights.Models;

/// <summary>A reviewed claim that deserves a second look. An insight table: the parameters are its columns.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Version">The version reviewed.</param>
/// <param name="Kind"><c>doubtful</c>: the finding contradicts a model taught without it; <c>miss</c> and <c>false_alarm</c>: errors of the last evaluation.</param>
/// <param name="Finding">What the review found.</param>
/// <param name="Reviewer">Who; null: not known.</param>
/// <param name="Score">Of <c>doubtful</c>: probability that a review finds owner_caused, of a model taught without the vehicle; else of the model; 0–1.</param>
/// <param name="Doubt">Probability that the finding is wrong, given that score and how often reviewers err; 0–1; null: an error of the evaluation.</param>
/// <param name="Reason1">Code of the strongest contribution towards the score, with its numbers; null: none.</param>
/// <param name="Reason2">The second.</param>
/// <param name="Reason3">The third.</param>
/// <param name="Reason1Effect">What it adds to the log-odds; below 0 where the claim scores low.</param>
/// <param name="Reason2Effect">Of the second.</param>
/// <param name="Reason3Effect">Of the third.</param>
public sealed record SecondLook(
    string ClaimId,
    int Version,
    string Kind,
    string Finding,
    string? Reviewer,
    double Score,
    double? Doubt,
    string? Reason1,
    string? Reason2,
    string? Reason3,
    double? Reason1Effect,
    double? Reason2Effect,
    double? Reason3Effect)
{
    /// <summary>Doubtful verdicts, the most doubtful first, then misses and false alarms, the worst first; none for the written rules.</summary>
    /// <param name="features">Every reviewed claim at least; their order does not matter.</param>
    /// <param name="model">The model.</param>
    /// <param name="most">Of each kind at most; at least 0.</param>
    public static IReadOnlyList<SecondLook> Of(IReadOnlyList<ClaimFeatures> features, SuspicionModel model, int most)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        var reviewed = features.Where(row => row.Claim.IsOwnerCaused is not null)
            .ToDictionary(row => (row.Claim.ClaimId, row.Claim.Version), row => row);
        return [.. Doubtful(reviewed, model).Take(most), .. Errors([.. reviewed.Values], model, most)];
    }

    /// <summary>
    /// Confident learning (Northcutt, Jiang &amp; Chuang 2021, JAIR 70:1373): a finding is doubtful where the score, of a stack taught
    /// without it, is at least what claims of the other finding score on average. In order of the posterior that the finding is
    /// wrong: ε₀(1−p) ÷ P(owner_caused) of one found owner_caused, ε₁p ÷ P(not) of one cleared, p the owner's probability.
    /// </summary>
    private static IEnumerable<SecondLook> Doubtful(Dictionary<(string ClaimId, int Version), ClaimFeatures> reviewed, SuspicionModel model)
    {
        // A finding that has been changed since the training was looked at again.
        var held = model.Training.HeldOut.Where(one => reviewed.TryGetValue((one.ClaimId, one.Version), out var row) && row.Claim.IsOwnerCaused == one.Finding).ToList();
        if (held.All(one => one.Finding) || !held.Any(one => one.Finding))
        {
            return [];
        }

        double found = held.Where(one => one.Finding).Average(one => one.Score), cleared = held.Where(one => !one.Finding).Average(one => one.Score);
        return held.Where(one => one.Finding ? one.Score <= cleared : one.Score >= found)
            .Select(one => (Held: one, Doubt: Posterior(one, model)))
            .OrderByDescending(one => one.Doubt).ThenBy(one => one.Held.ClaimId, StringComparer.Ordinal)
            .Select(one => Row(reviewed[(one.Held.ClaimId, one.Held.Version)], "doubtful", one.Held.Score, one.Doubt, model, isHigh: !one.Held.Finding));
    }

    private static double Posterior(HeldOutScore held, SuspicionModel model)
    {
        var (accused, missed, owners) = (model.Weights.Accused, model.Weights.Missed, model.OwnersProbability(held.Score));
        var (wrong, right) = held.Finding ? (accused * (1 - owners), (1 - missed) * owners) : (missed * owners, (1 - accused) * (1 - owners));
        return wrong + right == 0 ? 0 : wrong / (wrong + right);
    }

    /// <summary>
    /// On claims later than what was taught: cleared ones among the first fifth by score, and owner-caused ones outside it.
    /// </summary>
    private static IEnumerable<SecondLook> Errors(IReadOnlyList<ClaimFeatures> reviewed, SuspicionModel model, int most)
    {
        if (model.Card.CalibratedTo is not { } taughtTo)
        {
            return [];
        }

        List<ClaimFeatures> later = [.. reviewed.Where(row => row.Claim.DecidedOn > taughtTo)];
        var ranked = later.Zip(model.Scores(later), (row, score) => (Row: row, Score: score))
            .OrderByDescending(one => one.Score).ThenBy(one => one.Row.Claim.ClaimId, StringComparer.Ordinal).ToList();
        var first = Evaluation.Capacity(ranked.Count);
        return
        [
            .. ranked.Skip(first).Reverse().Where(one => one.Row.Claim.IsOwnerCaused == true).Take(most).Select(one => Row(one.Row, "miss", one.Score, null, model, isHigh: false)),
            .. ranked.Take(first).Where(one => one.Row.Claim.IsOwnerCaused == false).Take(most).Select(one => Row(one.Row, "false_alarm", one.Score, null, model, isHigh: true)),
        ];
    }

    private static SecondLook Row(ClaimFeatures row, string kind, double score, double? doubt, SuspicionModel model, bool isHigh)
    {
        var reasons = SuspicionReason.Of(row, model, null, isHigh);
        SuspicionReason? At(int place) => reasons.ElementAtOrDefault(place);
        return new(
            row.Claim.ClaimId, row.Claim.Version, kind, row.Claim.Finding!, row.Claim.Reviewer, score, doubt,
            At(0)?.Text, At(1)?.Text, At(2)?.Text, At(0)?.Effect, At(1)?.Effect, At(2)?.Effect);
    }
}

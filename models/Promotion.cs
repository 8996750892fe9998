namespace ClaimInsights.Models;

/// <summary>Whether a new model was put to use, and why.</summary>
/// <param name="Outcome"><c>promoted</c>, <c>unchanged</c> (the same model), <c>worse</c>, <c>not_comparable</c>, <c>one_sided</c>, <c>fewer_verdicts</c> or <c>not_asked</c>.</param>
/// <param name="InUse">The model in use from now on.</param>
public sealed record Promotion(string Outcome, string InUse)
{
    /// <summary>Judges a new model; writes nothing.</summary>
    /// <param name="fresh">The new model, with its comparison on the card.</param>
    /// <param name="inUse">The one in use; null: the written rules, as nothing was trained.</param>
    /// <param name="policy">What is asked for.</param>
    public static Promotion Of(SuspicionModel fresh, SuspicionModel? inUse, PromotionPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        var (id, old) = (fresh.Card.ModelId, inUse?.Card.ModelId ?? "rules");
        var isTrained = inUse is { Card.Calibrated: true };
        var kept = policy switch
        {
            _ when id == old && isTrained => "unchanged",
            PromotionPolicy.Never => "not_asked",
            PromotionPolicy.Always => null,
            // Too few verdicts gave the rules back: they do not take the place of what was trained.
            _ when !fresh.Card.Calibrated => isTrained ? "fewer_verdicts" : null,
            _ when fresh.Card.IsOneSided => "one_sided",
            _ when fresh.Card.Comparison is { IsWorse: true } => "worse",
            _ when fresh.Card.Comparison is { Ranking: null } && isTrained => "not_comparable",
            _ => null,
        };
        return kept is null ? new("promoted", id) : new(kept, old);
    }
}

using System.Globalization;
using ClaimInsights.Models;

namespace ClaimInsights.App;

/// <summary>Whether a new model is in use now, and why, in a sentence.</summary>
internal static class PromotionText
{
    public static string Of(TrainResult result)
    {
        var (card, promotion) = (result.Card, result.Promotion);
        return promotion.Outcome switch
        {
            "promoted" => $"in use now.{Compared(card)}",
            "unchanged" => "the same model as the one in use.",
            "worse" => $"kept, not in use: {promotion.InUse} stays, which is better.{Compared(card)} To use the new one all the same: train --promote always",
            "not_comparable" => string.Create(CultureInfo.InvariantCulture,
                $"kept, not in use: {promotion.InUse} stays. Only {card.Comparison!.Verdicts} verdicts ({card.Comparison.OwnerCaused} owner-caused) are later than what both were taught; expected {ModelComparison.Fewest}, of both kinds. To use the new one all the same: train --promote always"),
            "one_sided" => $"kept, not in use: {promotion.InUse} stays. {string.Join(" ", card.Notes.Where(note => note.StartsWith("one_", StringComparison.Ordinal)).Select(NoteText.English))}",
            "fewer_verdicts" => $"the trained model {promotion.InUse} stays in use.",
            _ => $"kept, not in use, as asked: {promotion.InUse} stays.",
        };
    }

    private static string Compared(ModelCard card)
    {
        if (card.Comparison is not { Ranking: { } ranking } comparison)
        {
            return "";
        }

        var text = string.Create(CultureInfo.InvariantCulture,
            $" Beside {comparison.InUse}, on {comparison.Verdicts} verdicts that neither was taught: average precision {comparison.AveragePrecision:0.000} and {comparison.AveragePrecisionInUse:0.000}, difference {ranking.Difference:+0.000;-0.000} (95 % {ranking.Low:+0.000;-0.000} to {ranking.High:+0.000;-0.000})");
        return text + (comparison.Probability is { } loss
            ? string.Create(CultureInfo.InvariantCulture, $"; log-loss {loss.Difference:+0.0000;-0.0000} (95 % {loss.Low:+0.0000;-0.0000} to {loss.High:+0.0000;-0.0000}).") : ".");
    }
}

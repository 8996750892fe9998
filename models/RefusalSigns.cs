namespace ClaimInsights.Models;

/// <summary>
/// What the refusals known when the claim was decided say of claims like it: log-ratios of how often such claims are refused as
/// the owner's to how often they are paid; 0: as often as any, or nothing is known. The claim's own vehicle takes no part.
/// </summary>
/// <param name="Profile">By part and failure, whatever the owner's cause.</param>
/// <param name="Water">By part and failure, refusals for water alone.</param>
/// <param name="Impact">Refusals for impact.</param>
/// <param name="Modification">Refusals for a modification.</param>
/// <param name="Fluid">Refusals for a fluid.</param>
/// <param name="Neglect">Refusals for neglect.</param>
/// <param name="WaterSeason">By month of the year, refusals for water.</param>
/// <param name="CompanionWater">The highest among the further parts on the order, by part, refusals for water; null: no further parts.</param>
/// <param name="CompanionImpact">The same, refusals for impact.</param>
/// <param name="Companions">Further parts on the order or replaced along; at least 0.</param>
/// <param name="Words">By the character pairs, triples and quadruples of its texts.</param>
/// <param name="OrderWater">The highest among other claims on the order, by part and failure, refusals for water; null: none.</param>
/// <param name="OrderImpact">The same, refusals for impact.</param>
/// <param name="OrderWords">By the texts of other claims on the order; null: none.</param>
public sealed record RefusalSigns(
    double Profile,
    double Water,
    double Impact,
    double Modification,
    double Fluid,
    double Neglect,
    double WaterSeason,
    double? CompanionWater,
    double? CompanionImpact,
    int Companions,
    double Words,
    double? OrderWater = null,
    double? OrderImpact = null,
    double? OrderWords = null)
{
    /// <summary>Nothing is known.</summary>
    public static RefusalSigns None { get; } = new(0, 0, 0, 0, 0, 0, 0, null, null, 0, 0);
}

using ClaimInsights.Analysis;

namespace ClaimInsights.Models;

/// <summary>
/// What refusals teach, day by day: what is said of a claim rests on refusals and payments of earlier days, and on none
/// of its own vehicle.
/// </summary>
internal sealed class RefusalReading
{
    private static readonly (DamageCause Cause, DamageCause Trace)[] Causes =
    [
        (DamageCause.Water, DamageCause.WaterTrace), (DamageCause.Impact, DamageCause.ImpactTrace),
        (DamageCause.Modification, DamageCause.None), (DamageCause.Fluid, DamageCause.FluidTrace), (DamageCause.Neglect, DamageCause.None),
    ];

    /// <summary>Refusals of all kinds first, then by cause.</summary>
    private readonly RefusalProfile profile = new(1 + Causes.Length);
    private readonly RefusalWords words = new();
    private readonly Dictionary<string, List<RefusalOutcome>> byVehicle = new(StringComparer.Ordinal);

    /// <summary>What earlier days say of each claim of a day that is asked for, in their order; then learns from the day.</summary>
    /// <param name="day">Claims judged on one day, by id; later than the days before.</param>
    public IReadOnlyList<RefusalSigns> Read(IReadOnlyList<JudgedClaim> day)
    {
        var told = day.Where(claim => claim.IsReviewable || claim.IsRefusedAsOwners)
            .Select(claim => (Claim: claim, Grams: words.Grams(claim.Complaint, claim.Cause, claim.Correction))).ToList();
        IReadOnlyList<RefusalSigns> signs = [.. told.Where(one => one.Claim.IsAsked).Select(one => Signs(one.Claim, one.Grams))];
        told.ForEach(one => Learn(one.Claim, one.Grams));
        return signs;
    }

    private RefusalSigns Signs(JudgedClaim claim, int[] grams)
    {
        var own = claim.Vin is null ? null : byVehicle.GetValueOrDefault(claim.Vin);
        own?.ForEach(one => Count(one, -1));
        var chart = profile.OfChart(claim.CausalPart, claim.FailureMode);
        double Of(int cause) => chart.Of(1 + cause);
        var companions = claim.Companions;
        double? Companion(int cause) => companions.Count == 0 ? null : companions.Max(part => profile.OfPart(1 + cause, part));
        var order = claim.Order;
        double? OnOrder(int cause) => order.Count == 0 ? null : order.Max(other => profile.OfChart(other.Part, other.Mode).Of(1 + cause));
        var fold = RefusalWords.Fold(claim.Vin ?? claim.ClaimId);
        var signs = new RefusalSigns(
            chart.Of(0), Of(0), Of(1), Of(2), Of(3), Of(4),
            profile.OfSeason(1, claim.MonthOfYear), Companion(0), Companion(1), companions.Count,
            words.Of(grams, fold), OnOrder(0), OnOrder(1),
            order.Count == 0 ? null : words.Of(words.Grams(claim.OrderComplaint, claim.OrderCause, claim.OrderCorrection), fold));
        own?.ForEach(one => Count(one, 1));
        return signs;
    }

    private void Learn(JudgedClaim claim, int[] grams)
    {
        var outcome = claim.Outcome();
        Count(outcome, 1);
        words.Learn(grams, RefusalWords.Fold(claim.Vin ?? claim.ClaimId), claim.IsRefusedAsOwners);
        if (claim.Vin is { } vin)
        {
            Kept.Of(byVehicle, vin, () => new(1)).Add(outcome);
        }
    }

    private void Count(RefusalOutcome outcome, int by)
    {
        var of = 1u;
        for (var i = 0; i < Causes.Length; i++)
        {
            of |= (outcome.Cause & (Causes[i].Cause | Causes[i].Trace)) != 0 ? 2u << i : 0;
        }

        profile.Count(outcome, of, by);
    }
}

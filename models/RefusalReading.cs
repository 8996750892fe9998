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

    private readonly RefusalProfile whole = new();
    private readonly RefusalProfile[] byCause = [.. Causes.Select(_ => new RefusalProfile())];
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
        double Of(int cause) => byCause[cause].OfChart(claim.CausalPart, claim.FailureMode);
        var companions = claim.Companions;
        double? Companion(int cause) => companions.Count == 0 ? null : companions.Max(byCause[cause].OfPart);
        var order = claim.Order;
        double? OnOrder(int cause) => order.Count == 0 ? null : order.Max(other => byCause[cause].OfChart(other.Part, other.Mode));
        var fold = RefusalWords.Fold(claim.Vin ?? claim.ClaimId);
        var signs = new RefusalSigns(
            whole.OfChart(claim.CausalPart, claim.FailureMode), Of(0), Of(1), Of(2), Of(3), Of(4),
            byCause[0].OfSeason(claim.MonthOfYear), Companion(0), Companion(1), companions.Count,
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
        whole.Count(outcome, by);
        for (var i = 0; i < Causes.Length; i++)
        {
            if (!outcome.IsRefused || (outcome.Cause & (Causes[i].Cause | Causes[i].Trace)) != 0)
            {
                byCause[i].Count(outcome, by);
            }
        }
    }
}

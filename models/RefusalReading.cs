namespace ClaimInsights.Models;

/// <summary>
/// Walks through the decisions day by day: what is said of a claim rests on refusals and payments of earlier days, and on none
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
    private readonly Dictionary<string, List<JudgedText>> byVehicle = new(StringComparer.Ordinal);

    /// <summary>What refusals say of each claim paid as a defect, by claim id.</summary>
    /// <param name="judged">Claims in the order of their decisions; claims of a day by id.</param>
    public static IReadOnlyDictionary<string, RefusalSigns> Of(IReadOnlyList<JudgedText> judged)
    {
        var reading = new RefusalReading();
        var signs = new Dictionary<string, RefusalSigns>(StringComparer.Ordinal);
        for (var from = 0; from < judged.Count;)
        {
            var to = from;
            while (to < judged.Count && judged[to].JudgedOn == judged[from].JudgedOn)
            {
                to++;
            }

            var day = judged.Skip(from).Take(to - from).Select(claim => (Claim: claim, Grams: reading.words.Grams(claim.Complaint, claim.Cause, claim.Correction))).ToList();
            foreach (var (claim, grams) in day.Where(one => !one.Claim.IsRefusedAsOwners))
            {
                signs[claim.ClaimId] = reading.Signs(claim, grams);
            }

            day.ForEach(one => reading.Learn(one.Claim, one.Grams));
            from = to;
        }

        return signs;
    }

    private RefusalSigns Signs(JudgedText claim, int[] grams)
    {
        var own = claim.Vin is null ? null : byVehicle.GetValueOrDefault(claim.Vin);
        own?.ForEach(one => Count(one, -1));
        double Of(int cause) => byCause[cause].OfChart(claim.CausalPart, claim.FailureMode);
        var companions = claim.CompanionParts;
        double? Companion(int cause) => companions.Count == 0 ? null : companions.Max(byCause[cause].OfPart);
        var signs = new RefusalSigns(
            whole.OfChart(claim.CausalPart, claim.FailureMode), Of(0), Of(1), Of(2), Of(3), Of(4),
            byCause[0].OfSeason(claim.MonthOfYear), Companion(0), Companion(1), companions.Count,
            words.Of(grams, RefusalWords.Fold(claim.Vin ?? claim.ClaimId)));
        own?.ForEach(one => Count(one, 1));
        return signs;
    }

    private void Learn(JudgedText claim, int[] grams)
    {
        Count(claim, 1);
        words.Learn(grams, RefusalWords.Fold(claim.Vin ?? claim.ClaimId), claim.IsRefusedAsOwners);
        if (claim.Vin is { } vin)
        {
            if (!byVehicle.TryGetValue(vin, out var claims))
            {
                byVehicle[vin] = claims = [];
            }

            claims.Add(claim);
        }
    }

    private void Count(JudgedText claim, int by)
    {
        whole.Count(claim, claim.IsRefusedAsOwners, by);
        var cause = claim.IsRefusedAsOwners ? claim.OwnersCause : DamageCause.None;
        for (var i = 0; i < Causes.Length; i++)
        {
            var isOfCause = (cause & (Causes[i].Cause | Causes[i].Trace)) != 0;
            if (!claim.IsRefusedAsOwners || isOfCause)
            {
                byCause[i].Count(claim, claim.IsRefusedAsOwners, by);
            }
        }
    }
}

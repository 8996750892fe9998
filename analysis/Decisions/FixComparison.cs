using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis.Decisions;

/// <summary>Vehicles built with a permanent correction against those decided on, at the same months in service.</summary>
/// <param name="Before">Vehicles built before the correction.</param>
/// <param name="After">Vehicles built with it.</param>
/// <param name="SoundRatio">The ratio to be seen where all is well.</param>
/// <param name="Ratio">Rate after ÷ before.</param>
/// <param name="Verdict"><c>fix_confirmed</c>, <c>not_confirmed</c>, <c>too_early</c>.</param>
/// <param name="VehicleMonthsNeeded">Of <c>too_early</c>; null: never enough.</param>
internal sealed record FixComparison(AgeTable Before, AgeTable After, double SoundRatio, RatioInterval Ratio, string Verdict, long? VehicleMonthsNeeded)
{
    private const double SmallestSound = 0.05;

    /// <summary>A smaller fall than by a fifth is not asked for: it would take forever to see.</summary>
    private const double LargestSound = 0.8;

    /// <exception cref="FormatException">The decision's rule is none of the grammar.</exception>
    /// <exception cref="AnalysisException">No vehicle has an attribute of its rule.</exception>
    public static FixComparison Of(PartAges part, ClusterDecision decision, DateOnly fixedFrom)
    {
        var lastBefore = decision.BuiltTo is { } to && to < fixedFrom ? to : fixedFrom.AddDays(-1);
        var old = part.PopulationOf(decision.Rule, decision.BuiltFrom, lastBefore);
        // A batch does not come again: vehicles of the correction have others.
        var corrected = part.PopulationOf(PopulationRule.Without(decision.Rule, "part_batch"), fixedFrom, null);
        var (before, after) = (part.Count(old.Holds, part.Now), part.Count(corrected.Holds, part.Now));
        var others = part.Count((stratum, day) => !old.Holds(stratum, day) && !corrected.Holds(stratum, day), part.Now);
        var sound = SoundOf(before, others);
        var ages = Enumerable.Range(0, before.Claims.Length)
            .Select(age => new RatePair(before.Claims[age], before.VehicleMonths[age], after.Claims[age], after.VehicleMonths[age])).Where(pair => pair.Compares).ToList();
        var ratio = StratifiedRateRatio.Exact(ages);
        var (verdict, needed) = Judge(before, after, ages, ratio, sound);
        return new FixComparison(before, after, sound, ratio, verdict, needed);
    }

    private static double SoundOf(AgeTable before, AgeTable others)
    {
        var expected = before.VehicleMonths.Zip(PartAges.Rates(others), (exposure, rate) => exposure * rate).Sum();
        return before.Claims.Sum() == 0 || others.Claims.Sum() == 0 ? SmallestSound : Math.Clamp(expected / before.Claims.Sum(), SmallestSound, LargestSound);
    }

    private static (string Verdict, long? Needed) Judge(AgeTable before, AgeTable after, List<RatePair> ages, RatioInterval ratio, double sound)
    {
        if (ratio.High < 1 && ratio.Ratio <= Math.Sqrt(sound))
        {
            return ("fix_confirmed", null);
        }

        if (ratio.Low > sound)
        {
            return ("not_confirmed", null);
        }

        // Claims that the exposure so far would have brought at the old rate, and how many a vehicle-month brings.
        var expected = ages.Sum(pair => pair.AfterExposure * pair.Before / pair.BeforeExposure);
        var (exposure, all) = (ages.Sum(pair => pair.AfterExposure), before.VehicleMonths.Sum());
        var rate = expected > 0 ? expected / exposure : all > 0 ? before.Claims.Sum() / all : 0;
        var comparable = ages.Count > 0 ? ages.Sum(pair => pair.Before) : before.Claims.Sum();
        if (ReductionPower.ExpectedNeeded(comparable > 0 ? comparable : before.Claims.Sum(), sound) is not { } needed || rate <= 0)
        {
            return ("too_early", null);
        }

        return needed <= expected ? ("not_confirmed", null) : ("too_early", (long)Math.Ceiling((needed - expected) / rate));
    }
}

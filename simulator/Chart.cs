namespace ClaimInsights.Simulator;

/// <summary>A part and one way in which it fails, with the hazard of sound parts.</summary>
/// <param name="Index">Position among the charts.</param>
/// <param name="Part">The part.</param>
/// <param name="Mode">The failure mode.</param>
/// <param name="Rate">Failures expected in the first 24 months of a typical private vehicle.</param>
/// <param name="Shape">Weibull shape over months in service.</param>
/// <param name="UsageExponent">Power of the vehicle's distance a day, relative to the typical, in the hazard.</param>
/// <param name="Season">How hot weather (above 0) or cold weather (below 0) multiplies the hazard; 0 = not.</param>
internal sealed record Chart(int Index, Part Part, Mode Mode, double Rate, double Shape, double UsageExponent, double Season)
{
    /// <summary>Days over which <see cref="Rate"/> counts.</summary>
    public const double RateDays = 24 * Day.PerMonth;

    /// <summary>The largest factor of climate and season.</summary>
    public double LargestSeason => Math.Exp(Math.Abs(Season));

    /// <summary>Failures of a sound part expected in the first days in service, before usage and season.</summary>
    public double Cumulative(double days) => days <= 0 ? 0 : Rate * Math.Pow(days / RateDays, Shape);

    /// <summary>What climate and month do to the hazard.</summary>
    public double SeasonFactor(int climate, int day) => Season == 0 ? 1 : Math.Exp(Season * Heat(climate, Day.MonthOfYear(day)));

    /// <summary>The safety class of the failure mode on that part.</summary>
    public string SafetyClass => (Part.Group, Mode.Code) switch
    {
        ("steering", "LOOS" or "NOPW" or "SEIZ") => "steering_failure",
        ("brake", "LEAK" or "SEIZ" or "NOPW") => "brake_failure",
        ("body", "CRAK") => "body_cracking",
        ("fuel", "LEAK") => "fuel_leak",
        ("battery", "OVHT" or "SHRT") => "battery_fire",
        ("wheel" or "suspension", "CRAK" or "LOOS") or ("interior", "SEIZ" or "OPEN") => "other_serious",
        _ => "none",
    };

    /// <summary>The charts of one seed: the same parts everywhere, other rates.</summary>
    public static Chart[] Draw(int seed)
    {
        var charts = new List<Chart>();
        foreach (var part in Part.All)
        {
            foreach (var code in part.Modes)
            {
                var chance = Chance.For(seed, Purpose.Charts, (ulong)charts.Count);
                var mode = Mode.Find(code);
                charts.Add(new Chart(
                    charts.Count,
                    part,
                    mode,
                    Math.Clamp(chance.LogNormal(.0036, .6), .0009, .015),
                    Math.Clamp(mode.Shape * chance.LogNormal(1, .12), .55, 2.8),
                    mode.UsageExponent,
                    SeasonOf(part, mode) * chance.Between(.7, 1.3)));
            }
        }

        return [.. charts];
    }

    private static double SeasonOf(Part part, Mode mode) => (part.Name, part.Group, mode.Code) switch
    {
        ("starter battery", _, _) => -.9,
        (_, "hvac", _) => .9,
        (_, "cooling", "LEAK" or "NOIS") => .4,
        (_, "battery", "OVHT") => .6,
        (_, "battery", "DRIF") => -.5,
        (_, "wiring", "NOPW") => -.35,
        (_, "suspension", "LEAK" or "NOIS") => -.3,
        (_, _, "CORR") => .25,
        _ => 0,
    };

    // -1 … 1: the deep winter of the north … the high summer of the south.
    private static double Heat(int climate, int month)
    {
        var summer = -Math.Cos(2 * Math.PI * (month + .5) / 12);
        return climate switch
        {
            0 => Math.Clamp(-.35 + (.65 * summer), -1, 1),
            1 => .65 * summer,
            2 => .15 + (.55 * summer),
            _ => .4 + (.6 * summer),
        };
    }

    /// <summary>Climates in the order that <see cref="SeasonFactor"/> counts them.</summary>
    public static readonly string[] Climates = ["cold", "temperate", "coastal", "hot_humid"];
}

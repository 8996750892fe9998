namespace ClaimInsights.Simulator;

/// <summary>
/// Where owners' damage shows: mostly at parts that really fail anyway, somewhat more at those that the cause strikes, in
/// circumstances that make the cause likelier, never in these alone.
/// </summary>
internal static class OwnerDamage
{
    /// <summary>How common each cause is, in the order of <see cref="Damage"/>.</summary>
    private static readonly double[] Shares = [.21, .13, .15, .24, .15, .2];

    // By group of parts (Part.Groups), in the order of Damage.
    private static readonly double[][] ByGroup =
    [
        [.4, .5, 1.2, 2.2, 1.5, 1.4],
        [.3, .6, .9, 1.2, 2.6, 1],
        [1.9, .4, .6, 1.4, 1.9, 1],
        [.5, .5, 1.2, 1.8, 1.4, 1.5],
        [.6, .6, .6, 1.4, 1.2, 1.2],
        [1.5, .6, .9, .6, .6, 1],
        [2.3, .3, 1.5, .5, .2, 1.4],
        [2.3, .4, 1.2, .5, .2, 1.2],
        [1.8, .6, .8, .4, .2, .5],
        [1.8, 1.3, 1.2, .2, .2, .5],
        [.6, 2.2, 1.9, .3, .2, .7],
        [1, 1.9, 1.5, .4, .3, .7],
        [.9, 1.5, .8, .5, .6, 1],
        [.5, 1.5, .8, .6, .7, 1.2],
        [1.2, .9, .5, .6, .9, .7],
        [.4, 1.3, .6, .3, .2, .5],
        [.3, 1.5, 1.6, .2, .2, .5],
        [1.2, .8, 1.6, .9, 1.2, 1],
    ];

    private static double ByMode(Damage damage, string mode) => (damage, mode) switch
    {
        (Damage.Impact, "CRAK" or "DEFM") => 1.9,
        (Damage.Impact, "LEAK" or "LOOS") => 1.3,
        (Damage.Flood, "CORR" or "SHRT") => 1.9,
        (Damage.Flood, "OPEN" or "NOPW") => 1.3,
        (Damage.Modification, "SHRT" or "OVHT") => 1.7,
        (Damage.Neglect, "SEIZ" or "WEAR") => 1.8,
        (Damage.WrongFluid, "SEIZ" or "LEAK") => 1.5,
        (Damage.Rollback, "WEAR" or "NOIS") => 1.5,
        (_, "SOFT") => .45,
        _ => .9,
    };

    private static double Circumstance(Damage damage, SimulatedVehicle vehicle, int day)
    {
        switch (damage)
        {
            case Damage.Impact:
                return vehicle.Climate == 0 ? 1.25 : 1;
            case Damage.Flood:
                var rainy = Day.MonthOfYear(day) is >= 5 and <= 8;
                return (rainy, vehicle.Climate) switch { (true, >= 2) => 3.4, (true, _) => 1.5, (false, >= 2) => .6, _ => .4 };
            case Damage.Modification:
                return vehicle.Commercial ? .5 : vehicle.Trim == "premium" ? 1.6 : .95;
            case Damage.Neglect:
                return vehicle.DaysSinceService(day) switch { > 420 => 7, > 330 => 1.6, _ => .25 };
            case Damage.WrongFluid:
                return vehicle.Elsewhere ? 3.6 : .5;
            default:
                var used = vehicle.KmOn(day) / vehicle.WarrantyKm;
                return used switch { > 1.8 => .8, > .75 => 4, > .4 => 1.3, _ => .3 };
        }
    }

    /// <summary>How strongly each cause speaks for a failure of that chart at that vehicle and day; about .15 each, 1 in all.</summary>
    public static double Weigh(Chart chart, SimulatedVehicle vehicle, int day, Span<double> weights)
    {
        var tilts = ByGroup[Array.IndexOf(Part.Groups, chart.Part.Group)];
        var total = 0.0;
        for (var cause = 0; cause < weights.Length; cause++)
        {
            var damage = (Damage)cause;
            weights[cause] = Shares[cause] * Math.Pow(tilts[cause] * ByMode(damage, chart.Mode.Code), 1.25) * Circumstance(damage, vehicle, day);
            total += weights[cause];
        }

        return total;
    }

    /// <summary>Parts in the neighbourhood that one impact strikes together.</summary>
    public static readonly string[] Exposed = ["cooling", "suspension", "wheel", "body", "light", "steering", "control", "hvac"];

    /// <summary>Parts that water reaches together.</summary>
    public static readonly string[] Low = ["wiring", "control", "interior", "infotainment", "light", "drive", "battery"];
}

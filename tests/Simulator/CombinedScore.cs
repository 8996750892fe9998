namespace ClaimInsights.Tests.Simulator;

/// <summary>
/// What the traces tell together: a page of rules with weights by hand, and a logistic regression that was taught every truth of
/// the other folds, an upper mark for anybody who has to do without.
/// </summary>
internal static class CombinedScore
{
    private static readonly HashSet<string> Exposed = ["cooling", "suspension", "wheel", "body", "light", "steering", "control", "hvac"];
    private static readonly HashSet<string> Low = ["wiring", "control", "interior", "infotainment", "light", "drive", "battery"];
    private static readonly HashSet<string> Fluids = ["fuel", "cooling", "engine", "gearbox"];

    private static readonly (string Name, double Weight)[] Rules =
    [
        ("profile", 1), ("words", 1), ("service gap", .8), ("gap without record", .6), ("reading dropped", .5), ("reading behind trend", .7),
        ("near the limit", .2), ("impact signature", 1.2), ("flood signature", 1.2), ("rain and electrics", .6), ("service elsewhere and fluids", .6),
        ("few photos", .2), ("no old part", .2), ("many hours", .2), ("late report", .2), ("sublet", .3), ("premium electrics", .2),
    ];

    public static double[] ByRules(double[][] features) =>
        [.. features.Select(row => row.Select((value, place) => value * Rules[place].Weight).Sum())];

    public static double[] Taught(double[][] features, OwnerDamageTable table)
    {
        int[] folds = [.. table.Rows.Select(row => OwnerDamageTable.Fold(row["vin"]))];
        var scores = new double[features.Length];
        for (var fold = 0; fold < 5; fold++)
        {
            var weights = Fit(features, table.Caused, folds, fold);
            for (var place = 0; place < scores.Length; place++)
            {
                if (folds[place] == fold)
                {
                    scores[place] = Sum(weights, features[place]);
                }
            }
        }

        return scores;
    }

    /// <summary>One row of traces for each claim, in the order of the rules.</summary>
    public static double[][] Features(OwnerDamageTable table)
    {
        var fleet = table.Fleet;
        var parts = fleet.Delivery("parts");
        var systems = parts.Rows.ToDictionary(row => parts.Get(row, "causal_part"), row => parts.Get(row, "systems"));
        var services = fleet.Delivery("services");
        var byVin = services.Rows.ToLookup(row => services.Get(row, "vin"), row => (Day: OwnerDamageTable.Number(services.Get(row, "serviced_on")), Km: OwnerDamageTable.Number(services.Get(row, "odometer_km"))));
        var orders = table.Rows.ToLookup(row => row["repair_order_no"], row => systems[row["causal_part"]]);
        var profile = RejectedProfile.Of(table);
        return [.. table.Rows.Select(row =>
        {
            var day = OwnerDamageTable.Number(row["reported_on"]);
            var sold = OwnerDamageTable.Number(row["in_service_on"]);
            var km = OwnerDamageTable.Number(row["odometer_km"]);
            var known = byVin[row["vin"]].Where(service => service.Day < day).ToList();
            var gap = day - (known.Count == 0 ? sold : known[^1].Day);
            var last = known.Count == 0 ? (Day: sold, Km: 0) : known[^1];
            var trend = last.Km + (known.Count == 0 ? 0 : last.Km / Math.Max(30, last.Day - sold) * (day - last.Day));
            var system = systems[row["causal_part"]];
            string[] together = [.. orders[row["repair_order_no"]]];
            var rainy = row["reported_on"][5..7] is "06" or "07" or "08" or "09";
            var electric = Low.Contains(system);
            return new[]
            {
                profile.Profile(row), profile.Words(row), Bit(gap > 420), Bit(gap > 420 && row["maintenance_record"] == "false"),
                Bit(known.Count > 0 && km < last.Km), Bit(known.Count > 0 && km < .8 * trend && km > .3 * trend),
                Bit(km > .55 * OwnerDamageTable.Number(row["warranty_km"])), Bit(together.Length > 1 && together.All(Exposed.Contains)),
                Bit(together.Length > 1 && together.All(Low.Contains)), Bit(rainy && electric && row["climate"] is "coastal" or "hot_humid"),
                Bit(known.Count == 0 && day - sold > 400 && Fluids.Contains(system)), Bit(row["photos"] is "0" or "1"),
                Bit(row["old_part_returned"] == "false"),
                Bit(OwnerDamageTable.Number(row["labour_hours"]) > 1.25 * OwnerDamageTable.Number(row["standard_hours"])),
                Bit(row["failed_on"].Length > 0 && day - OwnerDamageTable.Number(row["failed_on"]) > 14), Bit(row["sublet_amount"] != "0.00"),
                Bit(electric && row["trim"] == "premium" && row["use"] == "private"),
            };
        })];
    }

    private static double Bit(bool holds) => holds ? 1 : 0;

    private static double Sum(double[] weights, double[] row)
    {
        var sum = weights[^1];
        for (var place = 0; place < row.Length; place++)
        {
            sum += weights[place] * row[place];
        }

        return sum;
    }

    // Plain gradient ascent is enough for a score that only ranks.
    private static double[] Fit(double[][] features, bool[] caused, int[] folds, int left)
    {
        var weights = new double[features[0].Length + 1];
        for (var step = 0; step < 150; step++)
        {
            var gradient = new double[weights.Length];
            double rows = 0;
            for (var place = 0; place < features.Length; place++)
            {
                if (folds[place] == left)
                {
                    continue;
                }

                rows++;
                var error = Bit(caused[place]) - (1 / (1 + Math.Exp(-Sum(weights, features[place]))));
                for (var column = 0; column < features[place].Length; column++)
                {
                    gradient[column] += error * features[place][column];
                }

                gradient[^1] += error;
            }

            for (var column = 0; column < weights.Length; column++)
            {
                weights[column] += 4 * gradient[column] / rows;
            }
        }

        return weights;
    }
}

using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Simulator;

/// <summary>Each truth file fits its claims, and what is planted shows where it should.</summary>
public class SimulatedTruthTests
{
    private static SimulatedFleet Fleet => SimulatedFleet.Of(new SimulationOptions { Seed = 901 });

    [Fact]
    public void at_least_twelve_defects_are_planted_and_four_are_hard()
    {
        var defects = Fleet.Truth("planted_defects");

        Assert.True(defects.Rows.Count >= 12);
        Assert.True(defects.All("difficulty").Count(difficulty => difficulty == "hard") >= 4);
        Assert.True(defects.All("difficulty").Count(difficulty => difficulty == "plain") >= 3);
        Assert.Distinct(defects.All("causal_part"));
    }

    [Fact]
    public void planted_claims_belong_to_the_population_of_their_defect()
    {
        var (defects, claims, vehicles, lots) = (Fleet.Truth("planted_defects"), Fleet.Delivery("claims"), Fleet.Delivery("vehicles"), Fleet.Delivery("lots"));
        var byId = Fleet.CurrentClaims().ToDictionary(row => claims.Get(row, "claim_id"));
        var byVin = vehicles.Rows.ToDictionary(row => vehicles.Get(row, "vin"));
        var planted = Fleet.Truth("planted_claims");
        foreach (var row in planted.Rows)
        {
            var defect = defects.Rows.Single(defect => defects.Get(defect, "defect_id") == planted.Get(row, "defect_id"));
            var vehicle = byVin[claims.Get(byId[planted.Get(row, "claim_id")], "vin")];
            var built = vehicles.Get(vehicle, "built_on");
            Assert.InRange(string.CompareOrdinal(built, defects.Get(defect, "built_from")), 0, int.MaxValue);
            Assert.InRange(string.CompareOrdinal(built, defects.Get(defect, "built_to")), int.MinValue, 0);
            foreach (var term in defects.Get(defect, "rule").Split(" & ", StringSplitOptions.RemoveEmptyEntries).Select(term => term.Split('=')))
            {
                var lot = lots.Rows.Single(lot => lots.Get(lot, "causal_part") == defects.Get(defect, "causal_part") && lots.Get(lot, "plant") == vehicles.Get(vehicle, "plant")
                    && string.CompareOrdinal(lots.Get(lot, "built_from"), built) <= 0 && string.CompareOrdinal(lots.Get(lot, "built_to"), built) >= 0);
                Assert.Equal(term[1], lots.Columns.Contains(term[0]) && term[0] != "plant" ? lots.Get(lot, term[0]) : vehicles.Get(vehicle, term[0]));
            }
        }

        Assert.All(defects.All("defect_id"), id => Assert.Contains(id, planted.All("defect_id")));
    }

    [Fact]
    public void planted_claims_are_mostly_coded_as_their_defect()
    {
        var (defects, claims) = (Fleet.Truth("planted_defects"), Fleet.Delivery("claims"));
        var byId = Fleet.CurrentClaims().ToDictionary(row => claims.Get(row, "claim_id"));
        var planted = Fleet.Truth("planted_claims");
        var chartOf = defects.Rows.ToDictionary(row => defects.Get(row, "defect_id"), row => (defects.Get(row, "causal_part"), defects.Get(row, "failure_mode")));
        var coded = planted.Rows.Count(row => chartOf[planted.Get(row, "defect_id")] == (claims.Get(byId[planted.Get(row, "claim_id")], "causal_part"), claims.Get(byId[planted.Get(row, "claim_id")], "failure_mode")));

        Assert.InRange(coded / (double)planted.Rows.Count, .8, .99);
    }

    // "Plain" is what a chart by build month shows: a month above mean + 4 sqrt(mean) of the six before and after it.
    [Fact]
    public void a_chart_by_build_month_shows_the_plain_defects_and_not_the_hard_ones()
    {
        var (defects, claims, vehicles) = (Fleet.Truth("planted_defects"), Fleet.Delivery("claims"), Fleet.Delivery("vehicles"));
        var built = vehicles.Rows.ToDictionary(row => vehicles.Get(row, "vin"), row => vehicles.Get(row, "built_on")[..7]);
        string[] months = [.. built.Values.Distinct().Order()];
        var seen = new List<string>();
        foreach (var defect in defects.Rows)
        {
            var counts = Fleet.CurrentClaims()
                .Where(row => claims.Get(row, "causal_part") == defects.Get(defect, "causal_part") && claims.Get(row, "failure_mode") == defects.Get(defect, "failure_mode"))
                .CountBy(row => built[claims.Get(row, "vin")]).ToDictionary();
            int[] series = [.. months.Select(month => counts.GetValueOrDefault(month))];
            var high = Enumerable.Range(0, series.Length).Any(place =>
            {
                int[] around = [.. Enumerable.Range(place - 6, 13).Where(near => near >= 0 && near < series.Length && Math.Abs(near - place) > 1).Select(near => series[near])];
                var inWindow = string.CompareOrdinal(months[place], defects.Get(defect, "built_from")[..7]) >= 0 && string.CompareOrdinal(months[place], defects.Get(defect, "built_to")[..7]) <= 0;
                return inWindow && series[place] > around.Average() + (4 * Math.Sqrt(Math.Max(1, around.Average())));
            });
            if (high)
            {
                seen.Add(defects.Get(defect, "difficulty"));
            }
        }

        Assert.Equal(defects.All("difficulty").Count(difficulty => difficulty == "plain"), seen.Count(difficulty => difficulty == "plain"));
        Assert.InRange(seen.Count(difficulty => difficulty == "hard"), 0, 1);
    }

    [Fact]
    public void owners_damage_is_coded_manufacturing_and_five_to_eight_in_a_hundred_of_the_paid()
    {
        var claims = Fleet.Delivery("claims");
        var byId = Fleet.CurrentClaims().ToDictionary(row => claims.Get(row, "claim_id"));
        var truth = Fleet.Truth("planted_owner_damage");

        Assert.All(truth.Rows, row => Assert.Equal("manufacturing", claims.Get(byId[truth.Get(row, "claim_id")], "attribution")));
        Assert.All(truth.Rows, row => Assert.Equal(truth.Get(row, "dealer_code"), claims.Get(byId[truth.Get(row, "claim_id")], "dealer_code")));
        Assert.Equal(6, truth.All("kind").Distinct().Count());
        Assert.InRange(OwnerDamageTable.Of(Fleet).Share, .05, .08);
    }

    [Fact]
    public void the_decoys_have_their_claims_and_the_biases_show()
    {
        var (claims, biases) = (Fleet.Delivery("claims"), Fleet.Truth("planted_biases"));
        var first = claims.Rows.Where(row => claims.Get(row, "version") == "1").ToList();
        string[] Bias(string kind) => biases.Rows.Single(row => biases.Get(row, "kind") == kind);
        double Rejected(IEnumerable<string[]> rows) => rows.Average(row => claims.Get(row, "verdict") == "rejected" ? 1.0 : 0);
        var unfair = biases.Get(Bias("unfair_dealer"), "dealer_code");
        var strictFrom = biases.Get(Bias("rule_change"), "from");
        double Missing(bool after) => first.Where(row => string.CompareOrdinal(claims.Get(row, "decided_on"), strictFrom) >= 0 == after)
            .Average(row => claims.Get(row, "rejection_reason") == "insufficient_evidence" ? 1.0 : 0);

        Assert.Equal(["padding_dealer", "sales_surge", "seasonal_surge"], Fleet.Truth("decoys").All("kind").Order());
        Assert.All(["padding_dealer", "seasonal_surge"], kind => Assert.True(Fleet.Truth("decoy_claims").All("kind").Count(one => one == kind) >= 15, kind));
        Assert.True(Rejected(first.Where(row => claims.Get(row, "dealer_code") == unfair)) > 2 * Rejected(first));
        Assert.True(Missing(after: true) > Missing(after: false) + .04);
        Assert.True(InspectionDays(Bias("slow_stage")) > 8);
    }

    // Mean days from report to inspection at the dealers of the province after the start.
    private static double InspectionDays(string[] bias)
    {
        var (claims, dealers, biases) = (Fleet.Delivery("claims"), Fleet.Delivery("dealers"), Fleet.Truth("planted_biases"));
        var there = dealers.Rows.Where(row => dealers.Get(row, "province") == biases.Get(bias, "province")).Select(row => dealers.Get(row, "dealer_code")).ToHashSet();
        return claims.Rows
            .Where(row => there.Contains(claims.Get(row, "dealer_code")) && claims.Get(row, "inspected_on").Length > 0 && string.CompareOrdinal(claims.Get(row, "reported_on"), biases.Get(bias, "from")) >= 0)
            .Average(row => OwnerDamageTable.Number(claims.Get(row, "inspected_on")) - OwnerDamageTable.Number(claims.Get(row, "reported_on")));
    }
}

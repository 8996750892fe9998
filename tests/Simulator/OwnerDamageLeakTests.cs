using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Simulator;

/// <summary>Owner's damage is no gift: docs/simulator.md lists what these measure.</summary>
public class OwnerDamageLeakTests
{
    private static OwnerDamageTable Table => OwnerDamageTable.Of(SimulatedFleet.Of(new SimulationOptions { Seed = 901 }));

    [Fact]
    public void no_column_no_ratio_and_no_punctuation_mark_ranks_owners_damage_well()
    {
        Assert.All(ColumnLeaks.Measure(Table), leak => Assert.True(leak.Auc < .65, $"{leak.Column}: AUC {leak.Auc:0.000}"));
    }

    [Fact]
    public void traces_together_rank_it_moderately()
    {
        var table = Table;
        var features = CombinedScore.Features(table);
        var (rules, taught) = (CombinedScore.ByRules(features), CombinedScore.Taught(features, table));

        Assert.InRange(RankingMetrics.Auc(rules, table.Caused), .64, .74);
        Assert.InRange(RankingMetrics.AveragePrecision(rules, table.Caused), .12, .24);
        Assert.InRange(RankingMetrics.Auc(taught, table.Caused), .66, .78);
    }

    [Fact]
    public void disguised_and_honest_claims_use_the_same_remarks()
    {
        var table = Table;
        Dictionary<string, int> Remarks(bool caused) => table.Rows.Where((_, place) => table.Caused[place] == caused)
            .SelectMany(row => row["cause"].Split(['.', '。'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)).CountBy(remark => remark).ToDictionary();
        var (disguised, honest) = (Remarks(caused: true), Remarks(caused: false));

        Assert.Empty(disguised.Keys.Except(honest.Keys));
        Assert.Empty(honest.Where(remark => remark.Value > 200).Select(remark => remark.Key).Except(disguised.Keys));
    }

    [Fact]
    public void most_readings_that_fall_are_slips_of_the_pen()
    {
        var table = Table;
        var fell = CombinedScore.Features(table).Select(row => row[4] > 0).ToArray();
        var caused = fell.Where((falls, place) => falls && table.Caused[place]).Count();

        Assert.InRange(caused / (double)fell.Count(falls => falls), .05, .5);
    }
}

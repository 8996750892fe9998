using ClaimInsights.Analysis;
using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Recovery;

/// <summary>
/// What is recovered of simulated fleets whose seeds served no tuning: the test lists what is found, missed and falsely
/// alarmed, and holds what must not be lost. More seeds are measured in bench and recorded in docs/defect-clusters.md.
/// </summary>
public class RecoveryTests(ITestOutputHelper output)
{
    [Theory, InlineData(101), InlineData(102)]
    public void the_plain_defects_of_a_fleet_are_found_and_decoys_are_not_taken_for_defects(int seed)
    {
        var folder = Directory.CreateTempSubdirectory("recovery").FullName;
        try
        {
            var recovery = Bench.Recovery.Measure(new SimulationOptions { Seed = seed }, folder);
            recovery.Lines().ToList().ForEach(output.WriteLine);

            Assert.True(recovery.Defects.Count >= 12);
            Assert.True(recovery.Of("hard").All >= 4);
            Assert.Equal(["padding_dealer", "sales_surge", "seasonal_surge"], DecoysOf(folder));
            Assert.Equal(recovery.Of("plain").All, recovery.Of("plain").Found);
            // A false alarm may be left of some month, which the state says; none is new, growing or steady.
            Assert.All(recovery.FalseAlarms, alarm => Assert.Equal("fading", alarm.State));
            Assert.True(recovery.FalseAlarms.Count <= 3, $"{recovery.FalseAlarms.Count} false alarms");
            Assert.All(recovery.Findings.Clusters.GroupBy(one => (one.CausalPart, one.FailureMode, one.Rule)).SelectMany(Neighbours), pair => Assert.True(pair.Earlier.BuiltTo < pair.Later.BuiltFrom));
            Assert.All(recovery.OfDecoys, decoy => Assert.True(recovery.Findings.Clusters.Single(one => one.ClusterId == decoy.Key).DealerDominated));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Clusters of one rule, one after the other: none begins before the last has ended.</summary>
    private static IEnumerable<(DefectCluster Earlier, DefectCluster Later)> Neighbours(IEnumerable<DefectCluster> ofRule)
    {
        var inOrder = ofRule.OrderBy(one => one.BuiltFrom).ToList();
        return inOrder.Zip(inOrder.Skip(1));
    }

    private static IEnumerable<string> DecoysOf(string folder) =>
        File.ReadLines(Path.Combine(folder, "truth", "decoys.csv")).Skip(1).Select(line => line.Split(',')[0]).Order(StringComparer.Ordinal);
}

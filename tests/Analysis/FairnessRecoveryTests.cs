using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The dealer that a simulated fleet was planted with comes first; a fleet without one names none above its limits.</summary>
public class FairnessRecoveryTests
{
    [Fact]
    public void the_planted_unfair_dealer_comes_first_and_without_it_no_dealer_is_named()
    {
        var (rows, planted) = Of(new SimulationOptions { Vehicles = 20_000, Seed = 303 });
        Assert.Equal((planted, true), (rows[0].Unit, rows[0].IsOutside));

        var (others, none) = Of(new SimulationOptions { Vehicles = 20_000, Seed = 303, UnfairDealer = false });
        Assert.Null(none);
        Assert.DoesNotContain(others, row => row.IsOutside && row.Share > row.LimitHigh);
    }

    private static (IReadOnlyList<UnitFairness> Dealers, string? Planted) Of(SimulationOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("fairness").FullName;
        try
        {
            var simulated = Simulation.Run(options, folder);
            using var warehouse = Models.SimulatedFleet.Open(simulated);
            var planted = File.ReadLines(Path.Combine(simulated.TruthFolder, "planted_biases.csv")).FirstOrDefault(line => line.StartsWith("unfair_dealer,", StringComparison.Ordinal));
            return ([.. UnitFairness.Of(Analyses.UnitRejections.Run(warehouse)).Where(row => row.Kind == "dealer")], planted?.Split(',')[1]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}

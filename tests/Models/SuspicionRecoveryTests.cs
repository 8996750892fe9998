using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Models;
using ClaimInsights.Simulator;

namespace ClaimInsights.Tests.Models;

/// <summary>On a simulated fleet, apart from those that the model was tried on: planted owner's damage on later claims that nobody reviewed.</summary>
public sealed class SuspicionRecoveryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("suspicion-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void planted_owner_damage_ranks_better_than_by_chance_and_by_amount_and_no_worse_than_by_the_rules_alone()
    {
        var simulated = Simulation.Run(new SimulationOptions { Vehicles = 30_000, Seed = 21 }, folder);
        using var warehouse = SimulatedFleet.Open(simulated);
        var features = ClaimFeatures.Read(warehouse, []);
        var model = SuspicionModel.Train(features, seed: 1, simulated.AsOf);
        var truth = SimulatedFleet.OwnerDamage(simulated);
        var later = features.Where(row => row.Claim.DecidedOn > model.Card.CalibratedTo && row.Claim.Finding is null).ToList();
        bool[] planted = [.. later.Select(row => truth.Contains(row.Claim.ClaimId))];
        double Precision(IReadOnlyList<double> scores) => Ranking.AveragePrecision(scores, planted);

        var trained = Precision(model.Scores(later));

        Assert.Equal("stack", model.Card.Trainer);
        Assert.True(Ranking.RocAuc(model.Scores(later), planted) > 0.55);
        Assert.True(trained > 1.2 * planted.Count(isPlanted => isPlanted) / planted.Length);
        Assert.True(trained > Precision([.. later.Select(row => (double)row.Claim.ClaimedAmount)]));
        Assert.True(trained > 0.95 * Precision([.. later.Select(Rules.Score)]));
    }
}

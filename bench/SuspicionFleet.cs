using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using ClaimInsights.Models;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>A simulated fleet as the product sees it, and the truth beside it.</summary>
/// <param name="AsOf">The day it is known of.</param>
/// <param name="Features">Every reviewable claim.</param>
/// <param name="Owners">Owner's damage coded manufacturing → its kind.</param>
/// <param name="Defects">Claims that a planted defect caused.</param>
/// <param name="ReadSeconds">From the store to the features.</param>
internal sealed record SuspicionFleet(
    DateOnly AsOf, IReadOnlyList<ClaimFeatures> Features, IReadOnlyDictionary<string, string> Owners, IReadOnlySet<string> Defects, double ReadSeconds)
{
    /// <summary>Simulates and takes in a fleet; one that lies in the folder already is only read.</summary>
    public static SuspicionFleet Open(int seed, int vehicles, string folder)
    {
        var options = new SimulationOptions { Seed = seed, Vehicles = vehicles };
        if (!Directory.Exists(Path.Combine(folder, "store", "deliveries")))
        {
            var simulated = Simulation.Run(options, folder);
            var made = ClaimStore.OpenOrCreate(Path.Combine(folder, "store"), currency: null);
            new IngestJob(made).Run(Delivery.From([simulated.DeliveryFolder]), new IngestOptions { AsOf = simulated.AsOf, ReceivedAt = DateTimeOffset.UnixEpoch });
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        using var warehouse = Warehouse.Open(ClaimStore.OpenOrCreate(Path.Combine(folder, "store"), currency: null), new Scope(options.AsOf));
        var features = ClaimFeatures.Read(warehouse, ClusterFit.In(warehouse));
        var seconds = watch.Elapsed.TotalSeconds;
        var truth = Path.Combine(folder, "truth");
        return new(
            options.AsOf, features,
            Lines(Path.Combine(truth, "planted_owner_damage.csv")).ToDictionary(cells => cells[0], cells => cells[2], StringComparer.Ordinal),
            Lines(Path.Combine(truth, "planted_claims.csv")).Select(cells => cells[0]).ToHashSet(StringComparer.Ordinal), seconds);
    }

    /// <summary>Writes the feature table for learners outside: reviewed claims to train on, later ones to score.</summary>
    public static void Export(string file, IReadOnlyList<ClaimFeatures> train, IReadOnlyList<ClaimFeatures> later)
    {
        using var writer = new StreamWriter(file);
        writer.WriteLine("claim_id,part,found,rules," + string.Join(',', FeatureTable.All.Select(feature => feature.Name)));
        foreach (var (row, part) in train.Select(row => (row, "train")).Concat(later.Select(row => (row, "later"))))
        {
            var values = FeatureTable.All.Select(feature => feature.Value(row) is { } known ? known.ToString("R", CultureInfo.InvariantCulture) : "");
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{row.Claim.ClaimId},{part},{(row.Claim.IsOwnerCaused == true ? 1 : 0)},{Rules.Score(row):R},{string.Join(',', values)}"));
        }
    }

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(file).Skip(1).Select(line => line.Split(','));
}

using System.Diagnostics;
using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;
using ClaimInsights.Ingest;
using ClaimInsights.Simulator;

namespace ClaimInsights.Bench;

/// <summary>A planted defect, and the claims that it caused and that are known.</summary>
/// <param name="Id">Its id in the truth files.</param>
/// <param name="Difficulty">plain, medium or hard.</param>
/// <param name="Chart">Part and failure mode.</param>
/// <param name="Rule">Its population.</param>
/// <param name="Built">First and last build day.</param>
/// <param name="Claims">Ids of the claims that it caused.</param>
internal sealed record PlantedTruth(
    string Id, string Difficulty, (string Part, string Mode) Chart, string Rule, (DateOnly From, DateOnly To) Built, IReadOnlySet<string> Claims);

/// <summary>
/// What the search for clusters recovers of a simulated fleet's truth. A cluster finds a defect when it holds at least three
/// of its claims and they make up at least half of its excess; a cluster that finds none is a false alarm.
/// </summary>
/// <param name="Seed">The fleet's seed.</param>
/// <param name="Defects">Every planted defect.</param>
/// <param name="FoundBy">Defect → the first cluster that finds it.</param>
/// <param name="FalseAlarms">Clusters that find nothing, in their order.</param>
/// <param name="OfDecoys">Clusters half of whose excess, or more, are claims of one decoy; they are among the false alarms.</param>
/// <param name="Findings">All that was found.</param>
internal sealed record Recovery(
    int Seed,
    IReadOnlyList<PlantedTruth> Defects,
    IReadOnlyDictionary<string, DefectCluster> FoundBy,
    IReadOnlyList<DefectCluster> FalseAlarms,
    IReadOnlyDictionary<string, string> OfDecoys,
    DefectFindings Findings)
{
    /// <summary>What the months before the as-of date were worth.</summary>
    public LifeScore Life { get; init; } = LifeScore.None;

    /// <summary>Time for all months, vehicles and claims being read already.</summary>
    public double Seconds { get; init; }

    private const int FewestClaims = 3;

    /// <summary>Defects of a difficulty that are found, and how many there are.</summary>
    public (int Found, int All) Of(string difficulty)
    {
        var all = Defects.Where(defect => defect.Difficulty == difficulty).ToList();
        return (all.Count(defect => FoundBy.ContainsKey(defect.Id)), all.Count);
    }

    /// <summary>Simulates a fleet, takes it in, looks for clusters and compares with the truth.</summary>
    public static Recovery Measure(SimulationOptions options, string folder)
    {
        Make(options, folder);
        return In(options.Seed, ClaimStore.Open(Path.Combine(folder, "store")), options.AsOf, Path.Combine(folder, "truth"));
    }

    /// <summary>Simulates a fleet and takes it in: <c>store</c> and <c>truth</c> in the folder.</summary>
    public static void Make(SimulationOptions options, string folder)
    {
        var simulated = Simulation.Run(options, folder);
        var store = ClaimStore.OpenOrCreate(Path.Combine(folder, "store"), currency: null);
        new IngestJob(store).Run(Delivery.From([simulated.DeliveryFolder]), new IngestOptions { AsOf = simulated.AsOf, ReceivedAt = DateTimeOffset.UnixEpoch });
    }

    /// <summary>Looks for clusters in a store whose truth is known, and compares.</summary>
    public static Recovery In(int seed, ClaimStore store, DateOnly asOf, string truthFolder)
    {
        using var warehouse = Warehouse.Open(store, new Scope(asOf));
        var data = ScanData.Read(warehouse);
        var clock = Stopwatch.StartNew();
        var monitor = ClusterMonitor.Run(data, warehouse.Scope, new HypothesisPrior(), keepsNames: true);
        var seconds = clock.Elapsed.TotalSeconds;
        var clusters = ClusterWriter.Write(warehouse, data, monitor);
        var members = Analyses.ClusterMembers.Run(warehouse).ToLookup(one => one.ClusterId, one => one.ClaimId);
        var findings = new DefectFindings(clusters, [], [], data.Charts.Count, monitor.Charts.Count, "rate", 1);
        var truth = Truth(truthFolder);
        var life = LifeScore.Of(warehouse, data, monitor, truth);
        return Compare(seed, findings, members, truth, Decoys(truthFolder)) with { Life = life, Seconds = seconds };
    }

    /// <summary>Which planted defects were found, missed, and what else was listed, line by line.</summary>
    public IEnumerable<string> Lines()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"seed {Seed}: {Findings.Clusters.Count} clusters among {Findings.Charts} charts, {Findings.Tests} tests");
        foreach (var defect in Defects)
        {
            var outcome = FoundBy.TryGetValue(defect.Id, out var by)
                ? string.Create(CultureInfo.InvariantCulture, $"found, built [{by.Rule}] {by.BuiltFrom:yyyy-MM-dd}…{by.BuiltTo:yyyy-MM-dd}, {by.Claims} claims, {by.Expected:0.0} expected, q {by.QValue:0e-0}")
                : "missed";
            outcome += Life.Of(defect.Id);
            yield return string.Create(CultureInfo.InvariantCulture,
                $"  {defect.Id} {defect.Difficulty,-6} {defect.Chart.Part} {defect.Chart.Mode} [{defect.Rule}] {defect.Built.From:yyyy-MM-dd}…{defect.Built.To:yyyy-MM-dd}, {defect.Claims.Count} claims: {outcome}");
        }

        foreach (var alarm in FalseAlarms)
        {
            var decoy = OfDecoys.TryGetValue(alarm.ClusterId, out var kind) ? $" ({kind})" : "";
            yield return string.Create(CultureInfo.InvariantCulture,
                $"  false alarm{decoy}: {alarm.CausalPart} {alarm.FailureMode} [{alarm.Rule}] {alarm.BuiltFrom:yyyy-MM-dd}…{alarm.BuiltTo:yyyy-MM-dd}, {alarm.State}, {alarm.Claims} claims, {alarm.Expected:0.0} expected, q {alarm.QValue:0e-0}");
        }
    }

    private static Recovery Compare(
        int seed, DefectFindings findings, ILookup<string, string> members, IReadOnlyList<PlantedTruth> defects, ILookup<string, string> decoys)
    {
        bool Explains(DefectCluster cluster, IReadOnlySet<string> claims) =>
            members[cluster.ClusterId].Count(claims.Contains) is var held && held >= FewestClaims && held >= (cluster.Claims - cluster.Expected) / 2;
        var found = new Dictionary<string, DefectCluster>(StringComparer.Ordinal);
        var alarms = new List<DefectCluster>();
        // A dealer's pattern is no defect and does not claim to be one.
        foreach (var cluster in findings.Clusters.Where(cluster => !cluster.DealerDominated))
        {
            var explaining = defects.Where(defect => Explains(cluster, defect.Claims)).ToList();
            explaining.ForEach(defect => found.TryAdd(defect.Id, cluster));
            if (explaining.Count == 0)
            {
                alarms.Add(cluster);
            }
        }

        var ofDecoys = alarms
            .Select(alarm => (alarm.ClusterId, Kind: decoys.FirstOrDefault(kind => Explains(alarm, kind.ToHashSet()))?.Key))
            .Where(one => one.Kind is not null).ToDictionary(one => one.ClusterId, one => one.Kind!);
        return new Recovery(seed, defects, found, alarms, ofDecoys, findings);
    }

    internal static List<PlantedTruth> Truth(string folder)
    {
        var claims = Rows(folder, "planted_claims.csv").ToLookup(row => row["defect_id"], row => row["claim_id"]);
        return
        [
            .. Rows(folder, "planted_defects.csv").Select(row => new PlantedTruth(
                row["defect_id"], row["difficulty"], (row["causal_part"], row["failure_mode"]), row["rule"],
                (Day(row["built_from"]), Day(row["built_to"])), claims[row["defect_id"]].ToHashSet(StringComparer.Ordinal))),
        ];
    }

    private static ILookup<string, string> Decoys(string folder) =>
        Rows(folder, "decoy_claims.csv").ToLookup(row => row["kind"], row => row["claim_id"]);

    /// <summary>Truth files hold no quoted field.</summary>
    private static IEnumerable<Dictionary<string, string>> Rows(string folder, string file)
    {
        var lines = File.ReadAllLines(Path.Combine(folder, file));
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

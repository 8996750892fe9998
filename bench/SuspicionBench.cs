using System.Diagnostics;
using System.Globalization;
using ClaimInsights.Models;

namespace ClaimInsights.Bench;

/// <summary>Suspicion over several fleets: the product beside its baselines, and what more verdicts bring.</summary>
internal static class SuspicionBench
{
    private static readonly int[] VerdictCounts = [0, 100, 300, 1000, 3000, 10_000];

    /// <summary>The learning curve trains six times more. Fleets are kept in a folder of temporary files, so that a second run does not simulate again.</summary>
    public static int Run(IEnumerable<int> seeds, int vehicles, bool withCurve)
    {
        var measured = new List<SuspicionFigures>();
        foreach (var seed in seeds)
        {
            var folder = Path.Combine(Path.GetTempPath(), "suspicion-fleets", string.Create(CultureInfo.InvariantCulture, $"{vehicles}-{seed}"));
            var fleet = SuspicionFleet.Open(seed, vehicles, folder);
            var watch = Stopwatch.StartNew();
            var model = SuspicionModel.Train(fleet.Features, seed: 1, fleet.AsOf);
            var trainSeconds = watch.Elapsed.TotalSeconds;
            var split = TimeSplit.Of(fleet.Features);
            List<ClaimFeatures> train = [.. split.Train, .. split.Calibrate];
            var later = fleet.Features.Where(row => row.Claim.DecidedOn > split.Calibrate[^1].Claim.DecidedOn && row.Claim.Finding is null).ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"seed {seed}: {fleet.Features.Count} claims read in {fleet.ReadSeconds:0.0} s, trained in {trainSeconds:0.0} s on {train.Count} verdicts ({TimeSplit.Positives(train)} owner_caused); {later.Count} later claims, {later.Count(row => fleet.Owners.ContainsKey(row.Claim.ClaimId))} planted; {string.Join(", ", model.Card.Notes)}"));
            List<SuspicionFigures> figures =
            [
                .. Own(fleet, model, later),
                .. Outside(folder, train, later, fleet),
                .. VerdictCounts.Where(count => withCurve && count < 1.2 * train.Count).Select(count => Curve(fleet, later, count)),
            ];
            figures.ForEach(one => Console.WriteLine(Line(one)));
            measured.AddRange(figures);
        }

        Console.WriteLine("mean over seeds");
        foreach (var ranking in measured.GroupBy(one => one.Ranking, StringComparer.Ordinal))
        {
            Console.WriteLine(Line(new(ranking.Key, ranking.First().Values.Keys.ToDictionary(key => key, key => ranking.Average(one => one.Values.GetValueOrDefault(key, double.NaN)), StringComparer.Ordinal))));
        }

        return 0;
    }

    private static IEnumerable<SuspicionFigures> Own(SuspicionFleet fleet, SuspicionModel model, IReadOnlyList<ClaimFeatures> later)
    {
        SuspicionFigures Of(string name, IReadOnlyList<double> scores, bool areProbabilities = false) => SuspicionFigures.Of(name, later, scores, fleet, areProbabilities);
        yield return Of("model", model.Scores(later), areProbabilities: true);
        yield return Of("no verdict", SuspicionModel.WrittenRules(fleet.AsOf).LogOdds(later));
        yield return Of("rules", [.. later.Select(Rules.Score)]);
        yield return Of("profile", [.. later.Select(row => row.Refusals.Profile)]);
        yield return Of("amount", [.. later.Select(row => (double)row.Claim.ClaimedAmount)]);
        yield return Of("random", [.. later.Select(row => Lottery.Ticket(1, row.Claim.ClaimId, row.Claim.Version))]);
    }

    /// <summary>The model taught by so many of the verdicts, drawn by lot; 0: what is written and what refusals teach.</summary>
    private static SuspicionFigures Curve(SuspicionFleet fleet, IReadOnlyList<ClaimFeatures> later, int count)
    {
        var from = later.Min(row => row.Claim.DecidedOn);
        var kept = fleet.Features.Where(row => row.Claim.Finding is not null && row.Claim.DecidedOn < from)
            .OrderBy(row => Lottery.Ticket(7, row.Claim.ClaimId, row.Claim.Version)).Take(count).Select(row => row.Claim.ClaimId).ToHashSet(StringComparer.Ordinal);
        var fewer = fleet.Features.Where(row => row.Claim.DecidedOn < from)
            .Select(row => kept.Contains(row.Claim.ClaimId) ? row : row with { Claim = row.Claim with { Finding = null } }).ToList();
        var model = SuspicionModel.Train(fewer, seed: 1, fleet.AsOf);
        return SuspicionFigures.Of(string.Create(CultureInfo.InvariantCulture, $"{count} verdicts"), later, model.Scores(later), fleet, areProbabilities: model.Card.Calibrated);
    }

    /// <summary>scikit-learn and xgboost on the verdicts, by <c>bench/peers.py</c> with the machine's python3; none where that fails.</summary>
    private static IEnumerable<SuspicionFigures> Outside(string folder, IReadOnlyList<ClaimFeatures> train, IReadOnlyList<ClaimFeatures> later, SuspicionFleet fleet)
    {
        var (table, scores) = (Path.Combine(folder, "table.csv"), Path.Combine(folder, "peers.csv"));
        SuspicionFleet.Export(table, train, later);
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine("bench", "peers.py"), table, scores]));
        python!.WaitForExit();
        if (python.ExitCode != 0)
        {
            Console.WriteLine("  (no figures of learners outside: bench/peers.py failed; it wants python3-sklearn, python3-xgboost and python3-pandas)");
            yield break;
        }

        var lines = File.ReadAllLines(scores);
        var names = lines[0].Split(',');
        var byClaim = lines.Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], StringComparer.Ordinal);
        for (var k = 1; k < names.Length; k++)
        {
            var column = k;
            yield return SuspicionFigures.Of(
                names[k], later, [.. later.Select(row => double.Parse(byClaim[row.Claim.ClaimId][column], CultureInfo.InvariantCulture))], fleet, areProbabilities: true);
        }
    }

    private static string Line(SuspicionFigures one) =>
        $"  {one.Ranking,-14}" + string.Join("  ", one.Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.Key} {value.Value:0.000}")));
}

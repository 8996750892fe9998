namespace ClaimInsights.Analysis.Backtests;

/// <summary>What came true, to hold alerts against. Two kinds: campaigns announced later, and defects planted in a simulated fleet.</summary>
public abstract class Truth
{
    private const int Draws = 200;

    private protected Truth(string kind) => Kind = kind;

    private string Kind { get; }

    /// <summary>Reads a truth file: CSV, recognised by its columns; see docs/backtest.md.</summary>
    /// <exception cref="AnalysisException">It is not there, or lacks columns.</exception>
    public static Truth Read(string path, IReadOnlyList<string> keys)
    {
        var file = TruthFile.Read(path);
        return file.Find("first_claim_on") is not null ? DefectTruth.Of(file) : CampaignTruth.Of(file, keys);
    }

    /// <summary>Judges a replay, and as many alerts on random claims, on their days, with a fixed seed.</summary>
    public Outcome Judge(BacktestRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        var alerts = run.Alerts.Select(one => new JudgedAlert(one.AlertedOn, one.Key, one.ClaimIds, one.Cluster.Claims - one.Cluster.Expected)).ToList();
        var (findable, own) = (Findable(run), Catch(run, alerts));
        var draws = Enumerable.Range(1, Draws).Select(seed => Catch(run, RandomAlerts(run, alerts.Count, seed))).ToList();
        return new Outcome(
            Kind, findable, own.Truths, Median(own.Days), own.Judged, own.Confirmed, draws.Average(draw => draw.Truths),
            draws.Where(draw => draw.Judged > 0).Select(draw => (double)draw.Confirmed / draw.Judged).DefaultIfEmpty(double.NaN).Average());
    }

    private protected abstract int Findable(BacktestRun run);

    private protected abstract Caught Catch(BacktestRun run, IReadOnlyList<JudgedAlert> alerts);

    private protected abstract JudgedAlert RandomAlert(BacktestRun run, KeyedClaim claim, IReadOnlyList<string> key);

    /// <summary>Alerts on as many different keys of claims drawn with equal chance from the replayed months.</summary>
    private List<JudgedAlert> RandomAlerts(BacktestRun run, int count, int seed)
    {
        var pool = run.Claims.Where(claim => claim.ClosedOn >= run.Request.From).ToList();
        var (random, seen, alerts) = (new Random(seed), new HashSet<string>(StringComparer.Ordinal), new List<JudgedAlert>());
        for (var tries = 0; alerts.Count < count && tries < 50 * count && pool.Count > 0; tries++)
        {
            var claim = pool[random.Next(pool.Count)];
            var key = run.KeyOf(claim);
            if (seen.Add(string.Join('\n', key)))
            {
                alerts.Add(RandomAlert(run, claim, key));
            }
        }

        return alerts;
    }

    private static double Median(IReadOnlyList<int> days)
    {
        var sorted = days.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2.0;
    }
}

using MathNet.Numerics.Distributions;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Which problem is over-represented among which population's claims, where the vehicles behind the claims are unknown?
/// Observed counts against independence of population and problem, E_ij = Σ_s n_i·s n_·js / n_··s over periods s, as in
/// DuMouchel 1999 (Am. Stat. 53:177); to be judged with <see cref="GammaMixturePrior"/>, since raw ratios of small counts mislead.
/// </summary>
public static class Disproportionality
{
    /// <summary>
    /// Every pair that could have met (expected count above 0), also those not observed: they are part of the prior's fit.
    /// </summary>
    /// <param name="counts">Claims; order makes no difference.</param>
    /// <param name="confidence">Of the PRR's interval, between 0 and 1, both exclusive.</param>
    /// <returns>By population, then problem.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative index or count, or a confidence outside its range.</exception>
    public static IReadOnlyList<ShareExcess> Compare(IEnumerable<ShareCount> counts, double confidence = 0.95)
    {
        Require.InsideUnit(confidence);
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var cells = new Dictionary<(int Population, int Problem), SortedDictionary<int, long>>();
        var periods = new SortedDictionary<int, Margins>();
        foreach (var count in counts)
        {
            Add(count, cells, periods);
        }

        var pairs = periods.Values.SelectMany(period => period.Pairs()).Distinct().Order();
        return [.. pairs.Select(pair => Judge(pair, cells.GetValueOrDefault(pair), periods, z))];
    }

    private static void Add(
        ShareCount count, Dictionary<(int, int), SortedDictionary<int, long>> cells, SortedDictionary<int, Margins> periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count.Population);
        ArgumentOutOfRangeException.ThrowIfNegative(count.Problem);
        ArgumentOutOfRangeException.ThrowIfNegative(count.Period);
        ArgumentOutOfRangeException.ThrowIfNegative(count.Claims);
        if (count.Claims == 0)
        {
            return;
        }

        var pair = (count.Population, count.Problem);
        var byPeriod = cells.TryGetValue(pair, out var known) ? known : cells[pair] = [];
        byPeriod[count.Period] = byPeriod.GetValueOrDefault(count.Period) + count.Claims;
        var margins = periods.TryGetValue(count.Period, out var found) ? found : periods[count.Period] = new Margins();
        margins.Add(count);
    }

    /// <summary>
    /// Mantel-Haenszel over the periods with the variance of Greenland &amp; Robins 1985 (Biometrics 41:55); with one
    /// period it is the plain PRR and its usual interval. No claim on one side makes the interval say nothing.
    /// </summary>
    private static ShareExcess Judge(
        (int Population, int Problem) pair, SortedDictionary<int, long>? observed, SortedDictionary<int, Margins> periods, double z)
    {
        double expected = 0, own = 0, others = 0, variance = 0;
        long total = 0;
        foreach (var (period, margins) in periods)
        {
            double ofPopulation = margins.OfPopulation(pair.Population), withProblem = margins.WithProblem(pair.Problem), all = margins.All;
            var claims = observed?.GetValueOrDefault(period) ?? 0;
            total += claims;
            expected += ofPopulation * withProblem / all;
            own += claims * (all - ofPopulation) / all;
            others += (withProblem - claims) * ofPopulation / all;
            variance += ((withProblem * ofPopulation * (all - ofPopulation)) - (claims * (withProblem - claims) * all)) / (all * all);
        }

        if (own == 0 || others == 0)
        {
            return new(pair.Population, pair.Problem, total, expected, new(own / others, 0, double.PositiveInfinity));
        }

        var factor = Math.Exp(z * Math.Sqrt(variance / (own * others)));
        return new(pair.Population, pair.Problem, total, expected, new(own / others, own / others / factor, own / others * factor));
    }

    /// <summary>A period's claims by population and by problem.</summary>
    private sealed class Margins
    {
        private readonly Dictionary<int, long> populations = [];
        private readonly Dictionary<int, long> problems = [];

        public long All { get; private set; }

        public void Add(ShareCount count)
        {
            populations[count.Population] = OfPopulation(count.Population) + count.Claims;
            problems[count.Problem] = WithProblem(count.Problem) + count.Claims;
            All += count.Claims;
        }

        public long OfPopulation(int population) => populations.GetValueOrDefault(population);

        public long WithProblem(int problem) => problems.GetValueOrDefault(problem);

        public IEnumerable<(int Population, int Problem)> Pairs() =>
            populations.Keys.SelectMany(population => problems.Keys.Select(problem => (population, problem)));
    }
}

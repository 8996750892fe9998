using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Claims by lag in reverse time: of those with at most lag k, and of which that could be known, how many have just lag k. Only what happened within a window
/// of closings counts: a claim is at risk at lag k where the k-th day after its failure lies in the window (the latest diagonals of a run-off triangle).
/// </summary>
internal sealed class LagRisks
{
    private LagRisks(long[] events, long[] atRisk) => (Events, AtRisk) = (events, atRisk);

    /// <summary>Claims with this lag, closed within the window.</summary>
    public long[] Events { get; }

    /// <summary>Claims with at most this lag whose failure lies this long before a time of the window.</summary>
    public long[] AtRisk { get; }

    /// <summary>The largest lag that is looked at; −1: no claim.</summary>
    public int Longest => Events.Length - 1;

    /// <param name="counts">Claims by lag and truncation.</param>
    /// <param name="window">Closings that count.</param>
    /// <param name="longest">The largest lag of all groups that are compared; −1: that of these claims.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative lag or count, a lag beyond its truncation, or an empty window.</exception>
    public static LagRisks Of(IEnumerable<LagCount> counts, LagWindow window, int longest = -1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(window.Newest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window.Oldest, window.Newest);
        var seen = counts.Where(count => count.Count != 0).ToArray();
        foreach (var count in seen)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count.Lag);
            ArgumentOutOfRangeException.ThrowIfNegative(count.Count);
            ArgumentOutOfRangeException.ThrowIfLessThan(count.Truncation, count.Lag);
        }

        longest = Math.Max(longest, seen.Length == 0 ? -1 : seen.Max(count => count.Lag));
        var events = new long[longest + 1];
        var atRisk = new long[longest + 2];
        foreach (var (lag, truncation, count) in seen)
        {
            var from = Math.Max(lag, truncation - window.Oldest + 1);
            var to = Math.Min(truncation - window.Newest, longest);
            if (from <= to)
            {
                events[lag] += from == lag ? count : 0;
                atRisk[from] += count;
                atRisk[to + 1] -= count;
            }
        }

        for (var k = 1; k <= longest; k++)
        {
            atRisk[k] += atRisk[k - 1];
        }

        return new(events, atRisk[..(longest + 1)]);
    }

    /// <summary>
    /// Whether groups report equally fast: the log-rank test in reverse time (Mantel 1966, Cancer Chemother. Rep. 50:163; hypergeometric variance, as there are
    /// ties), χ² with groups − 1 degrees of freedom; 1 where nothing can be compared.
    /// </summary>
    /// <param name="groups">Each group's, up to the same largest lag.</param>
    public static double PValueOfDifference(IReadOnlyList<LagRisks> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        var used = groups.Where(group => group.Events.Sum() > 0).ToList();
        if (used.Exists(group => group.Longest != used[0].Longest))
        {
            throw new ArgumentException("The groups are counted up to different lags.", nameof(groups));
        }

        var free = used.Count - 1;
        if (free < 1)
        {
            return 1;
        }

        // One group follows from the others.
        var excess = Vector<double>.Build.Dense(free);
        var variance = Matrix<double>.Build.Dense(free, free);
        for (var k = 0; k <= used[0].Longest; k++)
        {
            double events = used.Sum(group => group.Events[k]), atRisk = used.Sum(group => group.AtRisk[k]);
            if (events == 0 || atRisk < 2)
            {
                continue;
            }

            var spread = events * (atRisk - events) / (atRisk - 1);
            for (var i = 0; i < free; i++)
            {
                var share = used[i].AtRisk[k] / atRisk;
                excess[i] += used[i].Events[k] - (events * share);
                for (var j = 0; j < free; j++)
                {
                    variance[i, j] += spread * share * ((i == j ? 1 : 0) - (used[j].AtRisk[k] / atRisk));
                }
            }
        }

        var statistic = excess * variance.PseudoInverse() * excess;
        var rank = variance.Rank();
        return rank == 0 ? 1 : 1 - ChiSquared.CDF(rank, statistic);
    }
}

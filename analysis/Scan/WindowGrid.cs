namespace ClaimInsights.Analysis.Scan;

/// <summary>Contiguous build windows of a number of weeks, with their prior weights: every one, up to, from, between.</summary>
internal sealed class WindowGrid
{
    public WindowGrid(int weeks, HypothesisPrior prior)
    {
        Weeks = weeks;
        var lengths = new List<int>();
        for (var length = 1.0; Math.Round(length) < weeks; length *= Math.Sqrt(2))
        {
            if (lengths.Count == 0 || lengths[^1] != (int)Math.Round(length))
            {
                lengths.Add((int)Math.Round(length));
            }
        }

        Lengths = lengths;
        var all = prior.AllBuilds + (weeks > 1 ? prior.UpToADay + prior.FromADay + prior.Between : 0);
        AllBuilds = prior.AllBuilds / all;
        UpTo = weeks > 1 ? prior.UpToADay / all / (weeks - 1) : 0;
        From = weeks > 1 ? prior.FromADay / all / (weeks - 1) : 0;
        Between = [.. lengths.Select(length => prior.Between / all / lengths.Count / (weeks - length + 1))];
    }

    public int Weeks { get; }

    public IReadOnlyList<int> Lengths { get; }

    public double AllBuilds { get; }

    /// <summary>Of each window up to a week.</summary>
    public double UpTo { get; }

    public double From { get; }

    /// <summary>Of each window of a length, by the index of the length.</summary>
    public IReadOnlyList<double> Between { get; }
}

namespace ClaimInsights.Models;

/// <summary>A distribution as counts between its own deciles, unknown values apart.</summary>
/// <param name="Name">What is distributed.</param>
/// <param name="Edges">Rising; a value belongs to the first bin whose edge it does not exceed, else to the last bin.</param>
/// <param name="Counts">Values by bin; one bin more than edges, and last the unknown.</param>
public sealed record BinnedValues(string Name, IReadOnlyList<double> Edges, IReadOnlyList<long> Counts)
{
    private const int Bins = 10;

    /// <summary>Bins the values by their deciles; ties make fewer bins.</summary>
    public static BinnedValues Of(string name, IReadOnlyList<double?> values)
    {
        double[] known = [.. values.OfType<double>().Order()];
        double[] edges = known.Length == 0 ? [] : [.. Enumerable.Range(1, Bins - 1).Select(k => known[k * (known.Length - 1) / Bins]).Distinct()];
        var empty = new BinnedValues(name, edges, []);
        return empty with { Counts = empty.Count(values) };
    }

    /// <summary>How many of other values fall into the same bins.</summary>
    public IReadOnlyList<long> Count(IEnumerable<double?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] edges = [.. Edges];
        var counts = new long[edges.Length + 2];
        foreach (var value in values)
        {
            counts[value is { } known ? Bin(edges, known) : edges.Length + 1]++;
        }

        return counts;
    }

    private static int Bin(double[] edges, double value)
    {
        var at = Array.BinarySearch(edges, value);
        return at >= 0 ? at : ~at;
    }
}

namespace ClaimInsights.Models;

/// <summary>The difference of two rankings' figure on the same items, with a bootstrap interval.</summary>
/// <param name="Difference">Of the new ranking less the old.</param>
/// <param name="Low">Lower 95 % limit.</param>
/// <param name="High">Upper limit.</param>
public sealed record PairedDifference(double Difference, double Low, double High)
{
    private const int Draws = 1000;

    /// <summary>
    /// Paired percentile bootstrap (Efron &amp; Tibshirani 1993, chapter 13): groups are drawn with replacement, both rankings see
    /// the same draw. A draw on which the figure is not defined (one kind only) does not count.
    /// </summary>
    /// <param name="groups">The group of each item, such as its vehicle: what is drawn as one.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <param name="figure">The difference for weights of the items; NaN: not defined.</param>
    /// <returns>Null where the figure is not defined on the items themselves.</returns>
    public static PairedDifference? Of(IReadOnlyList<string> groups, int seed, Func<double[], double> figure)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(figure);
        var whole = figure([.. groups.Select(_ => 1.0)]);
        if (double.IsNaN(whole))
        {
            return null;
        }

        var names = groups.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select((name, i) => (name, i)).ToDictionary(one => one.name, one => one.i, StringComparer.Ordinal);
        int[] member = [.. groups.Select(group => names[group])];
        var random = new Random(seed);
        var drawn = new List<double>(Draws);
        var times = new int[names.Count];
        for (var draw = 0; draw < Draws; draw++)
        {
            Array.Clear(times);
            for (var i = 0; i < times.Length; i++)
            {
                times[random.Next(times.Length)]++;
            }

            var one = figure([.. member.Select(group => (double)times[group])]);
            if (!double.IsNaN(one))
            {
                drawn.Add(one);
            }
        }

        drawn.Sort();
        return drawn.Count == 0 ? null : new(whole, drawn[(int)(0.025 * drawn.Count)], drawn[Math.Min(drawn.Count - 1, (int)(0.975 * drawn.Count))]);
    }
}

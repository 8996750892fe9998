namespace ClaimInsights.Analysis.Statistics;

/// <summary>
/// Downhill simplex (Nelder &amp; Mead 1965) for smooth functions of few variables. Deterministic; started again from what
/// it found until that no longer helps, since a simplex can collapse before the minimum.
/// </summary>
internal static class NelderMead
{
    /// <summary>The point of the smallest value found.</summary>
    /// <param name="function">May return infinity, never NaN.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="step">First size of the simplex in each direction.</param>
    /// <param name="tolerance">Relative difference of the simplex's values at which it stops.</param>
    public static double[] Minimise(Func<double[], double> function, double[] start, double step = 0.5, double tolerance = 1e-13)
    {
        var best = (Point: start, Value: function(start));
        for (var restart = 0; restart < 10; restart++)
        {
            var found = Descend(function, best.Point, step, tolerance);
            var hasConverged = best.Value - found.Value <= 1e-10 * (1 + Math.Abs(found.Value));
            best = found.Value < best.Value ? found : best;
            if (hasConverged && restart > 0)
            {
                break;
            }
        }

        return best.Point;
    }

    private static (double[] Point, double Value) Descend(Func<double[], double> function, double[] start, double step, double tolerance)
    {
        var n = start.Length;
        var simplex = new (double[] Point, double Value)[n + 1];
        simplex[0] = (start, function(start));
        for (var i = 0; i < n; i++)
        {
            var point = (double[])start.Clone();
            point[i] += step;
            simplex[i + 1] = (point, function(point));
        }

        for (var iteration = 0; iteration < 2000; iteration++)
        {
            Array.Sort(simplex, (left, right) => left.Value.CompareTo(right.Value));
            if (simplex[n].Value - simplex[0].Value <= tolerance * (1 + Math.Abs(simplex[0].Value)))
            {
                break;
            }

            Replace(function, simplex);
        }

        return simplex.MinBy(vertex => vertex.Value);
    }

    private static void Replace(Func<double[], double> function, (double[] Point, double Value)[] simplex)
    {
        var n = simplex.Length - 1;
        var centre = Enumerable.Range(0, n).Select(i => simplex.Take(n).Sum(vertex => vertex.Point[i]) / n).ToArray();
        (double[] Point, double Value) At(double factor)
        {
            var point = centre.Select((c, i) => c + (factor * (simplex[n].Point[i] - c))).ToArray();
            return (point, function(point));
        }

        var reflected = At(-1);
        if (reflected.Value < simplex[0].Value)
        {
            var expanded = At(-2);
            simplex[n] = expanded.Value < reflected.Value ? expanded : reflected;
        }
        else if (reflected.Value < simplex[n - 1].Value)
        {
            simplex[n] = reflected;
        }
        else
        {
            var contracted = At(reflected.Value < simplex[n].Value ? -0.5 : 0.5);
            if (contracted.Value < Math.Min(reflected.Value, simplex[n].Value))
            {
                simplex[n] = contracted;
            }
            else
            {
                Shrink(function, simplex);
            }
        }
    }

    private static void Shrink(Func<double[], double> function, (double[] Point, double Value)[] simplex)
    {
        for (var i = 1; i < simplex.Length; i++)
        {
            var point = simplex[i].Point.Select((x, j) => (x + simplex[0].Point[j]) / 2).ToArray();
            simplex[i] = (point, function(point));
        }
    }
}

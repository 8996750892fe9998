namespace ClaimInsights.Models;

/// <summary>
/// Minimises a smooth function: L-BFGS with eight remembered steps and halved line search (Nocedal &amp; Wright 2006, alg. 7.4
/// and 3.1). One thread, sums in order: the same start gives the same bits.
/// </summary>
internal static class LimitedMemory
{
    private const int Memory = 8;

    /// <summary>The minimum near the start.</summary>
    /// <param name="loss">Fills the gradient and returns the value.</param>
    /// <param name="start">Where to begin; left as it is.</param>
    /// <param name="iterations">Steps at most.</param>
    public static double[] Minimise(Func<double[], double[], double> loss, double[] start, int iterations = 300)
    {
        double[] at = [.. start], gradient = new double[start.Length];
        var value = loss(at, gradient);
        var history = new List<(double[] Step, double[] Change, double Curvature)>();
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var direction = Direction(gradient, history);
            var slope = Dot(direction, gradient);
            var length = iteration == 0 ? 1 / Math.Max(1, Math.Sqrt(Dot(gradient, gradient))) : 1.0;
            double[] next, nextGradient = new double[at.Length];
            double nextValue;
            do
            {
                var by = length;
                next = [.. at.Select((x, i) => x + (by * direction[i]))];
                nextValue = loss(next, nextGradient);
                length /= 2;
            }
            while (nextValue > value + (1e-4 * 2 * length * slope) && length > 1e-12);
            if (!(nextValue < value - (1e-10 * (1 + Math.Abs(value)))))
            {
                break;
            }

            double[] step = [.. next.Select((x, i) => x - at[i])], change = [.. nextGradient.Select((g, i) => g - gradient[i])];
            var curvature = Dot(step, change);
            if (curvature > 1e-12)
            {
                history.Add((step, change, curvature));
                history.RemoveRange(0, Math.Max(0, history.Count - Memory));
            }

            (at, gradient, value) = (next, nextGradient, nextValue);
        }

        return at;
    }

    private static double[] Direction(double[] gradient, List<(double[] Step, double[] Change, double Curvature)> history)
    {
        double[] direction = [.. gradient.Select(g => -g)];
        var factors = new double[history.Count];
        for (var i = history.Count - 1; i >= 0; i--)
        {
            factors[i] = Dot(history[i].Step, direction) / history[i].Curvature;
            Add(direction, history[i].Change, -factors[i]);
        }

        if (history.Count > 0)
        {
            var scale = history[^1].Curvature / Dot(history[^1].Change, history[^1].Change);
            for (var i = 0; i < direction.Length; i++)
            {
                direction[i] *= scale;
            }
        }

        for (var i = 0; i < history.Count; i++)
        {
            Add(direction, history[i].Step, factors[i] - (Dot(history[i].Change, direction) / history[i].Curvature));
        }

        return direction;
    }

    private static void Add(double[] to, double[] what, double factor)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += factor * what[i];
        }
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}

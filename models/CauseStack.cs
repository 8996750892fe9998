namespace ClaimInsights.Models;

/// <summary>
/// Rules joined to log-odds: each cause of damage has its own sum (level + Σ weight × strength), the sums are joined by
/// log-sum-exp, and what points to no cause in particular is added. A claim that one cause explains well is more suspicious than
/// one on which a little speaks for each.
/// </summary>
internal sealed class CauseStack
{
    private readonly Rule[] rules;
    private readonly double[] weights;
    private readonly int[] causes;
    private readonly double[] levels;
    private readonly double intercept;

    public CauseStack(IReadOnlyList<Rule> rules, IReadOnlyList<double> weights, IReadOnlyList<double> levels, double intercept)
    {
        this.rules = [.. rules];
        this.weights = [.. weights];
        this.levels = [.. levels];
        this.intercept = intercept;
        causes = Causes(rules);
    }

    /// <summary>Prior log-share of each cause: none is likelier than another.</summary>
    public static double EvenLevel => -Math.Log(Rules.DamageCauses.Count);

    /// <summary>The index of each rule's cause of damage; −1: it points to none in particular.</summary>
    public static int[] Causes(IReadOnlyList<Rule> rules) => [.. rules.Select(rule => Rules.DamageCauses.ToList().IndexOf(rule.Cause))];

    /// <summary>The rules with their written weights.</summary>
    public static CauseStack Written(IReadOnlyList<Rule> rules) =>
        new(rules, [.. rules.Select(rule => rule.Weight)], [.. Rules.DamageCauses.Select(_ => EvenLevel)], Rules.Intercept);

    public double LogOdds(ClaimFeatures row)
    {
        Span<double> sums = stackalloc double[levels.Length];
        return LogOdds(row, sums);
    }

    /// <summary>The likeliest cause of damage, and its share among them; 0–1.</summary>
    public (RuleCause Cause, double Share) Likeliest(ClaimFeatures row)
    {
        Span<double> sums = stackalloc double[levels.Length];
        LogOdds(row, sums);
        var best = 0;
        double whole = 0;
        for (var i = 0; i < sums.Length; i++)
        {
            best = sums[i] > sums[best] ? i : best;
            whole += Math.Exp(sums[i]);
        }

        return (Rules.DamageCauses[best], Math.Exp(sums[best]) / whole);
    }

    /// <summary>
    /// What each rule adds to the log-odds: integrated gradients along the straight way from no rule firing (Sundararajan, Taly
    /// &amp; Yan 2017), so that the sum is the log-odds less those of a claim on which none fires.
    /// </summary>
    public double[] Contributions(ClaimFeatures row)
    {
        const int steps = 8;
        var added = new double[rules.Length];
        var whole = new double[levels.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            added[i] = weights[i] * rules[i].Strength(row);
            if (causes[i] >= 0)
            {
                whole[causes[i]] += added[i];
            }
        }

        var shares = new double[levels.Length];
        var sums = new double[levels.Length];
        for (var step = 0; step < steps; step++)
        {
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] = levels[i] + ((step + 0.5) / steps * whole[i]);
            }

            var joined = LogSumExp(sums);
            for (var i = 0; i < sums.Length; i++)
            {
                shares[i] += Math.Exp(sums[i] - joined) / steps;
            }
        }

        return [.. added.Select((one, i) => causes[i] < 0 ? one : one * shares[causes[i]])];
    }

    internal static double LogSumExp(ReadOnlySpan<double> sums)
    {
        var high = double.NegativeInfinity;
        foreach (var one in sums)
        {
            high = Math.Max(high, one);
        }

        double sum = 0;
        foreach (var one in sums)
        {
            sum += Math.Exp(one - high);
        }

        return high + Math.Log(sum);
    }

    private double LogOdds(ClaimFeatures row, Span<double> sums)
    {
        levels.CopyTo(sums);
        var common = intercept;
        for (var i = 0; i < rules.Length; i++)
        {
            var added = weights[i] * rules[i].Strength(row);
            if (causes[i] < 0)
            {
                common += added;
            }
            else
            {
                sums[causes[i]] += added;
            }
        }

        return common + LogSumExp(sums);
    }
}

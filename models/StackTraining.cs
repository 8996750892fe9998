namespace ClaimInsights.Models;

/// <summary>From verdicts to the weights of the stack.</summary>
internal static class StackTraining
{
    /// <summary>Shapes look at so many claims, reviewed or not, for their quantiles.</summary>
    private const int ReferenceClaims = 20_000;

    /// <summary>Shapes are worth their weights from so many verdicts on.</summary>
    private const int FewestForShapes = 300;

    /// <summary>Reviewers' errors that are tried.</summary>
    private static readonly double[] AccusedGrid = [0.005, 0.02, 0.04], MissedGrid = [0.05, 0.15, 0.25];

    /// <summary>The stack as the verdicts adjust it; no trees, no calibration.</summary>
    /// <param name="reviewed">Claims with a verdict, by claim id or any other fixed order.</param>
    /// <param name="known">All claims known then, reviewed or not.</param>
    /// <param name="table">The rules.</param>
    /// <param name="share">Share of all claims that reviews would find owner_caused.</param>
    /// <param name="errors">Reviewers' errors where they are known already; null: they are fitted too.</param>
    public static SuspicionWeights Fit(
        IReadOnlyList<ClaimFeatures> reviewed, IReadOnlyList<ClaimFeatures> known, IReadOnlyList<RuleSetting> table, double share, (double Accused, double Missed)? errors = null)
    {
        var written = SuspicionWeights.Of(table);
        var rules = RuleTable.Apply(table);
        var level = Levels.Offset([.. Sample(known).Select(written.Stack().LogOdds)], share);
        bool[] found = [.. reviewed.Select(row => row.Claim.IsOwnerCaused == true)];
        double[] weights = [.. rules.Select(rule => rule.Weight)];
        var plain = new StackFit(rules, weights, 0, Rules.Intercept + level);
        double[][] strengths = [.. reviewed.Select(row => rules.Select(rule => rule.Strength(row)).ToArray())];
        var (accused, missed, start) = errors is { } given ? (given.Accused, given.Missed, plain.Prior) : Errors(plain, strengths, found);
        var flat = reviewed.Count < FewestForShapes ? [] : Flat(Sample(known));
        var fit = new StackFit(rules, weights, flat.Sum(shape => shape.Width), Rules.Intercept + level);
        var inputs = flat.Count == 0 ? strengths : [.. reviewed.Select((row, i) => (double[])[.. strengths[i], .. Spread(flat, row)])];
        var (fitted, _) = fit.Fit(inputs, found, accused, missed, [.. start, .. new double[flat.Sum(shape => shape.Width)]]);
        var causes = Rules.DamageCauses.Count;
        return written with
        {
            RuleWeights = rules.Select((rule, k) => (rule.Code, Weight: fitted[k])).ToDictionary(one => one.Code, one => one.Weight, StringComparer.Ordinal),
            CauseLevels = Rules.DamageCauses.Select((cause, k) => (cause, Level: fitted[rules.Count + k])).ToDictionary(one => one.cause, one => one.Level),
            Intercept = fitted[rules.Count + causes],
            Shapes = Bent(flat, fitted.AsSpan(rules.Count + causes + 1), Sample(known)),
            Accused = accused,
            Missed = missed,
        };
    }

    /// <summary>Reviewers' errors: the pair of the grid with the highest posterior; priors Beta(2, 60) and Beta(2, 10).</summary>
    private static (double Accused, double Missed, double[] Start) Errors(StackFit fit, double[][] strengths, bool[] found)
    {
        var best = (Accused: 0.0, Missed: 0.0, Loss: double.PositiveInfinity, Weights: fit.Prior);
        foreach (var accused in AccusedGrid)
        {
            foreach (var missed in MissedGrid)
            {
                var (weights, loss) = fit.Fit(strengths, found, accused, missed, best.Weights);
                loss -= Math.Log(accused) + (59 * Math.Log(1 - accused)) + Math.Log(missed) + (9 * Math.Log(1 - missed));
                if (loss < best.Loss)
                {
                    best = (accused, missed, loss, weights);
                }
            }
        }

        return (best.Accused, best.Missed, best.Weights);
    }

    private static List<FeatureShape> Flat(IReadOnlyList<ClaimFeatures> sample) =>
    [
        .. FeatureTable.All.Select(feature => FeatureShape.Flat(feature.Name, sample.Select(feature.Value).OfType<double>())).OfType<FeatureShape>(),
    ];

    private static double[] Spread(IReadOnlyList<FeatureShape> shapes, ClaimFeatures row)
    {
        var spread = new double[shapes.Sum(shape => shape.Width)];
        var from = 0;
        foreach (var shape in shapes)
        {
            shape.Spread(Value(shape.Feature)(row), spread.AsSpan(from, shape.Width));
            from += shape.Width;
        }

        return spread;
    }

    private static List<FeatureShape> Bent(IReadOnlyList<FeatureShape> flat, ReadOnlySpan<double> weights, IReadOnlyList<ClaimFeatures> sample)
    {
        var bent = new List<FeatureShape>();
        foreach (var shape in flat)
        {
            var one = shape.With(weights[..shape.Width]);
            weights = weights[shape.Width..];
            bent.Add(one with { Mean = sample.Average(row => one.At(Value(one.Feature)(row))) });
        }

        return bent;
    }

    private static Func<ClaimFeatures, double?> Value(string feature) => ByName[feature];

    private static readonly Dictionary<string, Func<ClaimFeatures, double?>> ByName =
        FeatureTable.All.ToDictionary(feature => feature.Name, feature => feature.Value, StringComparer.Ordinal);

    /// <summary>Every so-manieth claim by id.</summary>
    private static IReadOnlyList<ClaimFeatures> Sample(IReadOnlyList<ClaimFeatures> rows)
    {
        var every = Math.Max(1, rows.Count / ReferenceClaims);
        return every == 1 ? rows : [.. rows.Where((_, i) => i % every == 0)];
    }
}

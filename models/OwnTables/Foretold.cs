using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Models.OwnTables;

/// <summary>What models foretold of rows later than their own.</summary>
/// <param name="Margins">Of the trees.</param>
/// <param name="Logistic">Log-odds of the logistic.</param>
/// <param name="Labels">What came.</param>
/// <param name="Weights">Of the rows.</param>
internal sealed record Foretold(double[] Margins, double[] Logistic, bool[] Labels, float[] Weights)
{
    public Foretold With((double[] Margins, double[] Logistic) more, OwnRows rows) =>
        new([.. Margins, .. more.Margins], [.. Logistic, .. more.Logistic], [.. Labels, .. rows.Labels], [.. Weights, .. rows.Weights]);
}

/// <summary>How trees and logistic become one log-odds.</summary>
/// <param name="Trees">Factor of the trees' margin.</param>
/// <param name="Logistic">Factor of the logistic's log-odds.</param>
/// <param name="Intercept">What is added.</param>
internal sealed record Join(double Trees, double Logistic, double Intercept)
{
    /// <summary>Each set to its own scale by what it foretold, shared, and calibrated together.</summary>
    /// <param name="known">What they foretold.</param>
    /// <param name="share">Of the logistic; 0–1.</param>
    public static Join Of(Foretold known, double share)
    {
        double[] weights = [.. known.Weights.Select(weight => (double)weight)];
        var trees = Math.Max(1e-3, PlattCalibration.Fit(known.Margins, known.Labels, weights).Slope);
        var logistic = Math.Max(1e-3, PlattCalibration.Fit(known.Logistic, known.Labels, weights).Slope);
        var join = new Join((1 - share) * trees, share * logistic, 0);
        var curve = PlattCalibration.Fit(join.Of(known), known.Labels, weights);
        var slope = Math.Max(1e-3, curve.Slope);
        return new(slope * join.Trees, slope * join.Logistic, curve.Intercept);
    }

    public double[] Of(Foretold known) => Of(known.Margins, known.Logistic);

    public double[] Of(double[] margins, double[] logistic) => [.. margins.Select((margin, i) => Intercept + (Trees * margin) + (Logistic * logistic[i]))];
}

using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Analysis.Statistics;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>Which dealers' claims are rejected more or less often than like claims elsewhere? Funnel of standardised shares.</summary>
internal static class DealerFunnelChart
{
    private const int Labelled = 8;

    /// <param name="funnel">Dealers and target.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(RejectionFunnel funnel, ChartStyle style)
    {
        var words = style.Words;
        var outside = funnel.Units.Where(dealer => dealer.IsOutside).ToList();
        var answer = words.Say(
            outside.Count == 0 ? "funnel.answer_none" : "funnel.answer",
            Figures.Count(funnel.Units.Count), Figures.Count(outside.Count), Figures.Percent(funnel.Target));
        var plot = style.Begin(
            ChartStyle.Full, words["funnel.title"], answer, words["funnel.axis"], words["funnel.axis_size"],
            new LegendEntry(Swatch.Dot, Ink.Usual.WithAlpha(.6), words["legend.dealer"]),
            new LegendEntry(Swatch.Dot, Ink.Standout, words["legend.dealer_outside"]),
            new LegendEntry(Swatch.Line, Ink.Expected, words["legend.funnel_limits"]),
            new LegendEntry(Swatch.Dashes, Ink.Expected, words["legend.all_dealers"]));

        double largest = funnel.Units.Max(dealer => dealer.Row.Decided) * 1.08, smallest = RejectionFunnel.FewestClaims;
        var highest = Math.Min(1, Math.Max(funnel.Units.Max(dealer => dealer.Share) * 1.12, funnel.Target * 2));
        DrawLimits(plot, funnel, smallest, largest);
        foreach (var dealer in funnel.Units)
        {
            plot.Add.Marker(dealer.Row.Decided, dealer.Share, MarkerShape.FilledCircle, dealer.IsOutside ? 8 : 6, dealer.IsOutside ? Ink.Standout : Ink.Usual.WithAlpha(.6));
        }

        Name(plot, outside, largest, highest, style);
        plot.Axes.SetLimits(0, largest, 0, highest);
        ChartStyle.Numbers(plot.Axes.Bottom, value => Figures.Number(value, 0), whole: true);
        ChartStyle.Numbers(plot.Axes.Left, value => Figures.Percent(value, ChartStyle.Decimals(highest * 100)));
        return new(plot, ChartStyle.Full, 430, words["funnel.title"], answer);
    }

    private static void DrawLimits(Plot plot, RejectionFunnel funnel, double smallest, double largest)
    {
        var sizes = Enumerable.Range(0, 160).Select(i => (long)(smallest * Math.Pow(largest / smallest, i / 159.0))).Distinct().ToArray();
        foreach (var (confidence, pattern) in new[] { (0.95, LinePattern.Dotted), (0.998, LinePattern.Solid) })
        {
            var limits = sizes.Select(size => FunnelLimits.Binomial(size, funnel.Target, confidence, funnel.Overdispersion)).ToArray();
            foreach (var side in new[] { limits.Select(limit => limit.Low), limits.Select(limit => limit.High) })
            {
                var line = plot.Add.ScatterLine(sizes.Select(size => (double)size).ToArray(), side.ToArray(), Ink.Expected);
                (line.LineWidth, line.LinePattern) = (1.2f, pattern);
            }
        }

        plot.Add.HorizontalLine(funnel.Target, 1.2f, Ink.Expected, LinePattern.Dashed);
    }

    /// <summary>Names the dealers that lie farthest outside, where there is room for the name.</summary>
    private static void Name(Plot plot, List<UnitStanding> outside, double largest, double highest, ChartStyle style)
    {
        var placed = new List<(double X, double Y)>();
        var farthest = outside.OrderByDescending(dealer => Math.Abs(dealer.Row.Rejected - dealer.Row.Expected)).ThenBy(dealer => dealer.Row.Unit, StringComparer.Ordinal);
        foreach (var dealer in farthest.Take(Labelled))
        {
            var place = (X: dealer.Row.Decided / largest, Y: dealer.Share / highest);
            if (style.Font.Draws(dealer.Row.Unit) && !placed.Exists(other => Math.Abs(other.X - place.X) < 0.12 && Math.Abs(other.Y - place.Y) < 0.06))
            {
                placed.Add(place);
                var onLeft = place.X > 0.8;
                style.Write(plot, dealer.Row.Unit, dealer.Row.Decided, dealer.Share, onLeft ? Alignment.MiddleRight : Alignment.MiddleLeft, Ink.Text, offsetX: onLeft ? -9 : 9);
            }
        }
    }
}

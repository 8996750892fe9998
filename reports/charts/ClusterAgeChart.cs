using ClaimInsights.Analysis;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>When in its life does the part fail? Cumulative claims per 1,000 vehicles by months in service, the cluster against the rest.</summary>
internal static class ClusterAgeChart
{
    /// <param name="ages">The rows of one cluster, in order of age; at least one with exposure.</param>
    /// <param name="style">Language and font.</param>
    public static Picture Draw(IReadOnlyList<ClusterAge> ages, ChartStyle style)
    {
        var words = style.Words;
        var cluster = CumulativeClaims.Of(ages.Select(age => (age.MonthsInService, age.VehicleMonths, age.Claims)));
        var rest = CumulativeClaims.Of(ages.Select(age => (age.MonthsInService, age.RestVehicleMonths, age.RestClaims)));
        var last = cluster[^1];
        var restThen = rest.LastOrDefault(point => point.MonthsInService <= last.MonthsInService)?.PerThousand ?? 0;
        var answer = words.Say("age.answer", Figures.Count(last.MonthsInService), Figures.Number(last.PerThousand), Figures.Number(restThen));
        var plot = style.Begin(
            ChartStyle.Half, words["age.title"], answer, words["age.axis"], words["axis.months_in_service"],
            new LegendEntry(Swatch.Line, Ink.Standout, words["legend.this_cluster"]),
            new LegendEntry(Swatch.Area, Ink.StandoutRange, words["legend.interval"]),
            new LegendEntry(Swatch.Line, Ink.Expected, words["legend.rest"]));

        var band = plot.Add.FillY(Steps(cluster, point => point.MonthsInService), Steps(cluster, point => point.Low), Steps(cluster, point => point.High));
        (band.FillColor, band.LineWidth, band.MarkerSize) = (Ink.StandoutRange, 0, 0);
        Line(plot, rest.TakeWhile(point => point.MonthsInService <= last.MonthsInService).ToList(), Ink.Expected);
        Line(plot, cluster, Ink.Standout);
        var highest = Math.Max(cluster.Max(point => point.High), restThen) * 1.08;
        plot.Axes.SetLimits(0, Math.Max(last.MonthsInService, 1) * 1.03, 0, highest);
        ChartStyle.Numbers(plot.Axes.Bottom, months => Figures.Number(months, 0), whole: true);
        ChartStyle.Numbers(plot.Axes.Left, value => Figures.Number(value, ChartStyle.Decimals(highest)));
        return new(plot, ChartStyle.Half, 360, words["age.title"], answer);
    }

    private static double[] Steps(IReadOnlyList<CumulativeClaims> points, Func<CumulativeClaims, double> value) => [0, .. points.Select(value)];

    private static void Line(Plot plot, IReadOnlyList<CumulativeClaims> points, Color color)
    {
        var line = plot.Add.ScatterLine(Steps(points, point => point.MonthsInService), Steps(points, point => point.PerThousand), color);
        line.LineWidth = 2;
    }
}

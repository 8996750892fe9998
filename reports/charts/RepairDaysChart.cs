using ClaimInsights.Analysis.Guarantees;

namespace ClaimInsights.Reports.Charts;

/// <summary>Which vehicles have been in the workshop for how long, beside the days at which a replacement or a refund is owed?</summary>
internal static class RepairDaysChart
{
    private const int RowHeight = 22, Most = 20;

    /// <param name="rows">The watch; the vehicles with the most repair days are drawn.</param>
    /// <param name="style">Language and font.</param>
    /// <returns>Null: no vehicle is near the limit of repair days.</returns>
    public static Picture? Draw(IReadOnlyList<ThreeGuarantee> rows, ChartStyle style)
    {
        var days = rows.Where(row => row.Clause == "repair_days" && row.Standing is ("owed" or "one_step"))
            .OrderByDescending(row => row.Counter).ThenBy(row => row.Vin, StringComparer.Ordinal).ToList();
        if (days.Count == 0)
        {
            return null;
        }

        var words = style.Words;
        var owed = days.Count(row => row.Standing == "owed");
        var answer = words.Say("repair_days.answer", Figures.Count(owed), Figures.Count(days.Count - owed), Figures.Count(Math.Min(Most, days.Count)));
        var plot = style.Begin(
            ChartStyle.Full, words["repair_days.title"], answer, "", words["repair_days.axis"],
            new LegendEntry(Swatch.Area, Ink.Standout, words["legend.owed"]),
            new LegendEntry(Swatch.Area, Ink.Usual, words["legend.near"]),
            new LegendEntry(Swatch.Diamond, Ink.Text, words["legend.limit"]));
        var drawn = days.Take(Most).ToList();
        foreach (var (row, i) in drawn.Select((row, i) => (row, drawn.Count - 1 - i)))
        {
            ChartStyle.Bar(plot, i, row.Counter, row.Standing == "owed" ? Ink.Standout : Ink.Usual);
            plot.Add.Marker(row.Limit, i).MarkerStyle = ChartStyle.Diamond(8, Ink.Text);
        }

        style.Ticks(plot.Axes.Left, drawn.Select((row, i) => ((double)(drawn.Count - 1 - i), style.Label(row.Vin, i + 1))));
        plot.Axes.SetLimits(0, drawn.Max(row => Math.Max(row.Counter, row.Limit)) * 1.06, -0.6, drawn.Count - 0.4);
        style.Beside(plot, drawn.Select((row, i) => ((double)(drawn.Count - 1 - i), words.Say("guarantees.counter", Figures.Count(row.Counter), Figures.Count(row.Limit)))));
        ChartStyle.Numbers(plot.Axes.Bottom, value => Figures.Number(value, 0), whole: true);
        (plot.Grid.XAxisStyle.IsVisible, plot.Grid.YAxisStyle.IsVisible) = (true, false);
        return new(plot, ChartStyle.Full, 130 + (drawn.Count * RowHeight), words["repair_days.title"], answer);
    }
}

using ClaimInsights.Analysis.Fairness;

namespace ClaimInsights.Reports.Charts;

/// <summary>Where are days lost: the units whose claims took the most days beyond what the others take over the same stage?</summary>
internal static class DaysLostChart
{
    private const int RowHeight = 25, Most = 12;

    /// <param name="units">Units by stage; the whole time to closing is left out, its stages say where.</param>
    /// <param name="style">Language and font.</param>
    /// <returns>Null: no unit loses days.</returns>
    public static Picture? Draw(IReadOnlyList<StageUnit> units, ChartStyle style)
    {
        var rows = units.Where(row => row.Stage != "total" && row.DaysLost >= 1).OrderByDescending(row => row.DaysLost)
            .ThenBy(row => row.Stage, StringComparer.Ordinal).ThenBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Unit, StringComparer.Ordinal).Take(Most).ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var words = style.Words;
        var answer = words.Say("days_lost.answer", Figures.Count(units.Count(row => row.IsSlow && row.Stage != "total")), Figures.Number(rows[0].DaysLost, 0));
        var plot = style.Begin(
            ChartStyle.Full, words["days_lost.title"], answer, "", words["days_lost.axis"],
            new LegendEntry(Swatch.Area, Ink.Standout, words["legend.slow"]),
            new LegendEntry(Swatch.Area, Ink.Usual, words["legend.not_slow"]));
        var last = rows.Count - 1;
        foreach (var (row, i) in rows.Select((row, i) => (row, i)))
        {
            ChartStyle.Bar(plot, last - i, row.DaysLost, row.IsSlow ? Ink.Standout : Ink.Usual);
        }

        style.Ticks(plot.Axes.Left, rows.Select((row, i) => ((double)(last - i), style.Label($"{row.Unit} · {words.Code("stage", row.Stage)}", i + 1))));
        plot.Axes.SetLimits(0, rows[0].DaysLost * 1.06, -0.6, last + 0.6);
        style.Beside(plot, rows.Select((row, i) => ((double)(last - i), Figures.Percent(row.LateShare))));
        ChartStyle.Numbers(plot.Axes.Bottom, value => Figures.Number(value, 0), whole: true);
        (plot.Grid.XAxisStyle.IsVisible, plot.Grid.YAxisStyle.IsVisible) = (true, false);
        return new(plot, ChartStyle.Full, 130 + (rows.Count * RowHeight), words["days_lost.title"], answer);
    }
}

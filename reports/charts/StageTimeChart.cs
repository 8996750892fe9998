using ClaimInsights.Analysis;

namespace ClaimInsights.Reports.Charts;

/// <summary>Does a stage take longer than usual? Median days of one stage by month of closing, XmR chart.</summary>
internal static class StageTimeChart
{
    /// <summary>The stages in the order in which a claim passes them; the whole way last.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["reported", "inspected", "decided", "paid", "closed", "followed_up", "total"];

    /// <summary>The series of one stage; null where there are fewer than two months of it.</summary>
    public static ControlPicture? Series(IReadOnlyList<StageTime> rows, string stage, DateOnly asOf, Words words, ReportPeriod period)
    {
        var known = rows.Where(row => row.Stage == stage).ToDictionary(row => row.Month);
        var months = MonthSeries.Months(known.Keys);
        if (months.Count < 2)
        {
            return null;
        }

        // Follow-ups come after the closing: a month is final only when nine of ten would have come by the as-of date.
        var wait = stage == "followed_up" ? (int)Math.Ceiling(known.Values.Max(row => row.NinthDecileDays)) : 0;
        bool IsOpen(int i) => months[i].AddMonths(1).AddDays(wait - 1) > asOf;
        var values = known.ToDictionary(one => one.Key, one => one.Value.MedianDays);
        return new(
            months, MonthSeries.Individuals(months, values, IsOpen, period), IsOpen, Figures.Number, Unit: 1,
            (from, to) => words.Say("figure.days", to is { } high ? $"{Figures.Number(from)}–{Figures.Number(high)}" : Figures.Number(from)));
    }

    /// <summary>Draws the series.</summary>
    public static Picture Draw(ControlPicture series, string stage, ChartStyle style)
    {
        var words = style.Words;
        return series.Draw(
            style, (ChartStyle.Half, 270), words["stage_title." + stage], series.LastInWords(words), words["stage_time.axis"], hasLegend: false);
    }
}

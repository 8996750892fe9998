using ClaimInsights.Analysis;

namespace ClaimInsights.Reports.Charts;

/// <summary>Has the share of rejected claims moved by more than usual? Laney p′ chart by month of closing.</summary>
internal static class RejectionShareChart
{
    /// <summary>The series; null where there are fewer than two months with decided claims.</summary>
    public static ControlPicture? Series(IReadOnlyList<VerdictMonth> rows, ReportPeriod period)
    {
        var known = rows.Where(row => row.Decided > 0).ToDictionary(row => row.Month);
        var months = MonthSeries.Months(known.Keys);
        if (months.Count < 2 || known.Values.All(row => row.Rejected == 0))
        {
            return null;
        }

        bool IsOpen(int i) => known.TryGetValue(months[i], out var row) && !row.Complete;
        var hits = months.Select(month => known.TryGetValue(month, out var row) ? row.Rejected : 0).ToList();
        var trials = months.Select(month => known.TryGetValue(month, out var row) ? row.Decided : 0).ToList();
        return new(
            months, MonthSeries.Shares(months, hits, trials, IsOpen, period), IsOpen, Figures.Percent, Unit: 100,
            (from, to) => to is { } high ? Figures.PercentRange(from, high) : Figures.Percent(from));
    }

    /// <summary>Draws the series.</summary>
    public static Picture Draw(ControlPicture series, ChartStyle style)
    {
        var words = style.Words;
        return series.Draw(
            style, (ChartStyle.Full, 380), words["rejection_share.title"], series.LastInWords(words), words["rejection_share.axis"], ceiling: 1);
    }
}

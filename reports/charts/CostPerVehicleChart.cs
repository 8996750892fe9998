using ClaimInsights.Analysis;

namespace ClaimInsights.Reports.Charts;

/// <summary>Does a vehicle cost more than usual? Cost per vehicle under warranty by month of closing, XmR chart; cost per claim in a store without vehicles.</summary>
internal static class CostPerVehicleChart
{
    /// <summary>The series; null where there are fewer than two months with any cost.</summary>
    public static ControlPicture? Series(IReadOnlyList<CostMonth> rows, string currency, ReportPeriod period)
    {
        // Part of a month's cost over a whole month's vehicles is no figure: a month that is not over is left out.
        var perVehicle = rows.Any(row => row.Vehicles > 0);
        var values = rows.Where(row => row.Complete).Where(row => perVehicle ? row.Vehicles > 0 : row.Claims > 0)
            .ToDictionary(row => row.Month, row => perVehicle ? row.PerVehicle!.Value : (double)row.ApprovedAmount / row.Claims);
        var months = MonthSeries.Months(values.Keys);
        if (months.Count < 2 || values.Values.All(value => value == 0))
        {
            return null;
        }

        return new(
            months, MonthSeries.Individuals(months, values, _ => false, period), _ => false, Figures.Number, Unit: 1,
            (from, to) => to is { } high ? $"{Money(currency, from)}–{Figures.Amount(high)}" : Money(currency, from));
    }

    /// <summary>Draws the series.</summary>
    public static Picture Draw(ControlPicture series, string currency, ChartStyle style)
    {
        var words = style.Words;
        return series.Draw(
            style, (ChartStyle.Full, 380), words["cost.title"], series.LastInWords(words), words.InUnit("cost.axis", currency));
    }

    /// <summary>An amount per vehicle with its currency.</summary>
    public static string Money(string currency, double value) => $"{currency} {Figures.Amount(value)}".TrimStart();
}

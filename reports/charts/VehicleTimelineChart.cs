using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Dossiers;
using ScottPlot;

namespace ClaimInsights.Reports.Charts;

/// <summary>How far has the vehicle been driven, when was it serviced and claimed for, and where does its warranty end?</summary>
internal static class VehicleTimelineChart
{
    private const int Height = 340;

    /// <param name="dossier">The vehicle's readings and terms.</param>
    /// <param name="style">Language and font.</param>
    /// <returns>Null: there is no reading to draw.</returns>
    public static Picture? Draw(Dossier dossier, ChartStyle style)
    {
        var words = style.Words;
        var services = dossier.Services.Where(one => one.OdometerKm is not null).Select(one => (Day: one.ServicedOn, Km: one.OdometerKm!.Value)).ToList();
        var claims = dossier.Claims.Where(one => one.OdometerKm is not null).Select(one => (Day: one.HappenedOn, Km: one.OdometerKm!.Value, Claim: one)).ToList();
        var readings = services.Concat(claims.Select(one => (one.Day, one.Km))).Order().ToList();
        if (readings.Count == 0)
        {
            return null;
        }

        var vehicle = dossier.Vehicle;
        var first = vehicle?.InServiceOn is { } sold && sold < readings[0].Day ? sold : readings[0].Day;
        var last = vehicle?.WarrantyEndsOn is { } end && end > readings[^1].Day ? end : readings[^1].Day;
        var start = new DateOnly(first.Year, first.Month, 1);
        var months = Enumerable.Range(0, Math.Min(600, CalendarMonths.Between(start, last) + 2)).Select(start.AddMonths).ToList();
        var answer = words.Say("timeline.answer", Figures.Count(services.Count), Figures.Count(claims.Count), Figures.Count(readings.Max(one => one.Km)));
        var plot = style.Begin(
            ChartStyle.Full, words["timeline.title"], answer, words["timeline.axis"], "",
            new LegendEntry(Swatch.Ring, Ink.Expected, words["legend.service"]),
            new LegendEntry(Swatch.Dot, Ink.Usual, words["legend.paid"]),
            new LegendEntry(Swatch.Dot, Ink.Second, words["legend.not_paid"]),
            new LegendEntry(Swatch.Diamond, Ink.Standout, words["legend.this_claim"]),
            new LegendEntry(Swatch.Dashes, Ink.Text, words["legend.warranty"]));

        var path = plot.Add.Scatter(readings.Select(one => Place(one.Day, start)).ToArray(), readings.Select(one => (double)one.Km).ToArray());
        (path.LineWidth, path.Color, path.MarkerSize) = (0.8f, Ink.Expected, 0);
        services.ForEach(one => plot.Add.Marker(Place(one.Day, start), one.Km).MarkerStyle = ChartStyle.Ring(8, Ink.Expected));
        claims.ForEach(one => plot.Add.Marker(Place(one.Day, start), one.Km).MarkerStyle = new MarkerStyle(MarkerShape.FilledCircle, 9, one.Claim.IsPaid ? Ink.Usual : Ink.Second));
        foreach (var one in claims.Where(one => one.Claim.ClaimId == dossier.Claim?.ClaimId))
        {
            plot.Add.Marker(Place(one.Day, start), one.Km).MarkerStyle = ChartStyle.Diamond(15, Ink.Standout);
        }

        // A distance limit far above every reading would flatten the picture; the table of terms says it.
        double highest = readings.Max(one => one.Km);
        if (vehicle?.WarrantyKm is { } limit && limit <= 2 * highest)
        {
            plot.Add.HorizontalLine(limit, 1.5f, Ink.Text, LinePattern.Dashed);
            highest = Math.Max(highest, limit);
        }

        if (vehicle?.WarrantyEndsOn is { } ends)
        {
            plot.Add.VerticalLine(Place(ends, start), 1.5f, Ink.Text, LinePattern.Dashed);
        }

        plot.Axes.SetLimits(-0.5, months.Count - 0.5, 0, Math.Max(1, highest * 1.08));
        style.Months(plot, months, ChartStyle.Full);
        return new(plot, ChartStyle.Full, Height, words["timeline.title"], answer);
    }

    private static double Place(DateOnly day, DateOnly start) => CalendarMonths.Between(start, day) + ((day.Day - 1) / 31.0);
}

namespace ClaimInsights.Analysis;

/// <summary>Counted claims of one chart, closed first in one month, on vehicles of one model and powertrain at one age; without those of listed clusters.</summary>
/// <param name="Chart">Place of the chart in <see cref="Analyses.ScannedCharts"/>.</param>
/// <param name="Kind">A stratum of that model and powertrain, by its number in <see cref="Analyses.VehicleStrata"/>.</param>
/// <param name="Month">First day of the month of closing.</param>
/// <param name="MonthsInService">Whole months from the sale to the failure.</param>
/// <param name="Claims">At least 1.</param>
public sealed record CalendarClaim(int Chart, int Kind, DateOnly Month, int MonthsInService, long Claims);

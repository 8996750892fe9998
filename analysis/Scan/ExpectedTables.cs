using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// Claims expected of every combination of values and build week, and of every plant and build day, of eight charts at a
/// time: the lanes of one vector. Its buffers serve many charts, one after the other; one instance per thread.
/// </summary>
internal sealed class ExpectedTables
{
    /// <summary>Charts at a time.</summary>
    public const int Lanes = 8;

    private readonly ScanFleet fleet;
    private readonly float[] hazards;
    private readonly float[] fitted;
    private readonly Vector256<float>[] tables;
    private readonly Vector256<float>[] plantDays;
    private readonly Vector256<float>[] ofCell;
    private readonly Vector256<float>[] ofStratum;
    private readonly Vector256<float>[] ofWeek;
    private readonly int[] strata;
    private readonly int[] weekOfStratum;

    public ExpectedTables(ScanFleet fleet)
    {
        this.fleet = fleet;
        hazards = new float[fleet.Months * fleet.Months * fleet.PlaceCount * fleet.Uses.Count * Lanes];
        fitted = new float[fleet.Strata.Count * Lanes];
        tables = new Vector256<float>[fleet.Weeks * fleet.FirstRule[^1]];
        plantDays = new Vector256<float>[fleet.Days * fleet.Plants.Count];
        ofCell = new Vector256<float>[fleet.Cells];
        ofWeek = new Vector256<float>[fleet.FirstRule[^1] + 1];
        (ofStratum, strata, weekOfStratum) = (new Vector256<float>[fleet.Strata.Count], new int[fleet.Strata.Count], new int[fleet.Strata.Count]);
    }

    /// <summary>Puts a chart into a lane: what a vehicle of each history is expected to claim in a stretch of its life; the same of all lanes.</summary>
    public void Set(int lane, ScanChart? chart, ChartNull? expected, ClosingPace pace, double scale, LifeBand band = default)
    {
        for (var stratum = 0; stratum < fleet.Strata.Count; stratum++)
        {
            fitted[(stratum * Lanes) + lane] = chart is not null && chart.IsFitted[stratum] ? 1 : 0;
        }

        expected?.Accumulate(pace, scale, hazards, lane, Lanes, band.FromAge);
    }

    /// <summary>Adds up what is expected at the end of a month of all vehicles sold by then.</summary>
    /// <param name="month">Of the scan.</param>
    /// <param name="isLeftOut">Strata and build days that are left out; null: none.</param>
    /// <param name="isFar">Only what is expected at high mileage.</param>
    public void AddUp(int month, Func<int, int, bool>? isLeftOut = null, bool isFar = false)
    {
        var hazard = MemoryMarshal.Cast<float, Vector256<float>>(hazards);
        var fit = MemoryMarshal.Cast<float, Vector256<float>>(fitted);
        var kinds = fleet.PlaceCount * fleet.Uses.Count;
        Array.Clear(plantDays);
        Array.Clear(tables);
        Array.Fill(weekOfStratum, -1);
        var lastDay = fleet.EndOf(month).DayNumber - fleet.FirstDay.DayNumber;
        Weeks = fleet.WeekOfDay[Math.Clamp(lastDay, 0, fleet.Days - 1)] + 1;
        for (int from = 0, to = 0; from < fleet.Cells && fleet.Day[from] <= lastDay; from = to)
        {
            // A week's vehicles are summed by stratum first: what was sold in many months has one place in each facet.
            var (week, count) = (fleet.WeekOfDay[fleet.Day[from]], 0);
            for (to = from; to < fleet.Cells && fleet.WeekOfDay[fleet.Day[to]] == week; to++)
            {
                var (stratum, sale) = (fleet.Stratum[to], fleet.Sale[to]);
                var last = Math.Min(fleet.Last[to], month);
                if (sale > month || (isFar && fleet.Far[to] > last) || (isLeftOut is not null && isLeftOut(stratum, fleet.Day[to])))
                {
                    ofCell[to] = Vector256<float>.Zero;
                    continue;
                }

                var kind = (fleet.PlaceOf[stratum] * fleet.Uses.Count) + fleet.UseOf[stratum];
                var hazardOfCell = hazard[(((sale * fleet.Months) + last) * kinds) + kind];
                if (isFar && fleet.Far[to] > sale)
                {
                    hazardOfCell -= hazard[(((sale * fleet.Months) + fleet.Far[to] - 1) * kinds) + kind];
                }

                ofCell[to] = hazardOfCell * fit[stratum] * (float)fleet.Vehicles[to];
                if (weekOfStratum[stratum] != week)
                {
                    (weekOfStratum[stratum], ofStratum[stratum], strata[count++]) = (week, Vector256<float>.Zero, stratum);
                }

                ofStratum[stratum] += ofCell[to];
                plantDays[(fleet.Day[to] * fleet.Plants.Count) + fleet.PlantOf[stratum]] += ofCell[to];
            }

            Array.Clear(ofWeek);
            foreach (var stratum in strata.AsSpan(0, count))
            {
                // Facet by facet the sums are different ones, so that none has to wait for the one before.
                var value = ofStratum[stratum];
                foreach (var rule in fleet.RulesOf.AsSpan(stratum * fleet.Facets.Count, fleet.Facets.Count))
                {
                    ofWeek[rule] += value;
                }
            }

            // A rule's weeks lie side by side: they are read one after the other.
            for (int rule = 0, at = week; rule < fleet.FirstRule[^1]; rule++, at += fleet.Weeks)
            {
                tables[at] = ofWeek[rule];
            }
        }
    }

    /// <summary>Weeks in which vehicles were built by the month that was added up last; nothing is expected of later ones.</summary>
    public int Weeks { get; private set; }

    /// <summary>Claims expected of a combination of values of a facet, built in a week.</summary>
    public double Of(int lane, int facet, int combination, int week) =>
        tables[((fleet.FirstRule[facet] + combination) * fleet.Weeks) + week][lane];

    /// <summary>The same added up over the weeks before each; <paramref name="upTo"/> has one more than the weeks that were added up.</summary>
    public void UpTo(int lane, int facet, int combination, Span<double> upTo)
    {
        var weeks = MemoryMarshal.Cast<Vector256<float>, float>(tables.AsSpan((fleet.FirstRule[facet] + combination) * fleet.Weeks, Weeks));
        double sum = 0;
        upTo[0] = 0;
        for (var week = 0; week < Weeks; week++)
        {
            upTo[week + 1] = sum += weeks[(week * Lanes) + lane];
        }
    }

    /// <summary>Claims expected of vehicles of a plant and build day.</summary>
    public double OfPlantDay(int lane, int plant, int day) => plantDays[(day * fleet.Plants.Count) + plant][lane];

    /// <summary>Claims expected of one cell of vehicles.</summary>
    public double OfCell(int lane, int cell) => ofCell[cell][lane];
}

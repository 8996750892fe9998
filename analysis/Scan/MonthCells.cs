using System.Runtime.InteropServices;

namespace ClaimInsights.Analysis.Scan;

/// <summary>Vehicles that are exposed alike up to the end of a month: of one stratum and build week (and day, where asked), sold in one month.</summary>
/// <param name="Stratum">Their stratum.</param>
/// <param name="Hazard">Where their hazard is among those of <see cref="ExpectedTables"/>.</param>
/// <param name="Before">Where the hazard is that they had before high mileage, to be taken off; −1: none.</param>
/// <param name="PlantDay">Build day × plants + plant; 0 where days are not asked for.</param>
/// <param name="Intensity">How intensely they are driven, see <see cref="LifeBand.IntensityOf"/>; 0 where high mileage is not asked for.</param>
/// <param name="Vehicles">At least 1.</param>
internal readonly record struct MonthCell(int Stratum, int Hazard, int Before, int PlantDay, byte Intensity, float Vehicles);

/// <summary>
/// The fleet's cells as they are at the end of a month, by build weeks and strata, those that are exposed alike as one: all charts of the month are added
/// up over them. In a fleet of millions they are several times fewer. One month after the other.
/// </summary>
internal sealed class MonthCells(ScanFleet fleet)
{
    private readonly List<MonthCell> cells = [];
    private readonly List<int> ends = [];
    private readonly Dictionary<(int Hazard, int Before, int PlantDay), int> placeOf = [];

    /// <summary>The month.</summary>
    public int Month { get; private set; } = -1;

    /// <summary>Whether only vehicles at high mileage are there, and since then.</summary>
    public bool IsFar { get; private set; }

    /// <summary>Whether each build day has cells of its own.</summary>
    public bool IsByDay { get; private set; }

    /// <summary>Weeks in which vehicles were built by the month's end.</summary>
    public int Weeks => ends.Count;

    /// <summary>The cells of a week, a stratum's side by side.</summary>
    public ReadOnlySpan<MonthCell> Of(int week) => CollectionsMarshal.AsSpan(cells)[(week == 0 ? 0 : ends[week - 1])..ends[week]];

    /// <summary>Looks at the fleet at the end of a month.</summary>
    /// <param name="month">Of the scan.</param>
    /// <param name="isFar">Only vehicles at high mileage, and since then.</param>
    /// <param name="isByDay">Keeps build days apart.</param>
    public void Fill(int month, bool isFar, bool isByDay)
    {
        (Month, IsFar, IsByDay) = (month, isFar, isByDay);
        cells.Clear();
        ends.Clear();
        var weeks = fleet.WeeksBy(month);
        for (int week = 0, cell = 0; week < weeks; week++)
        {
            while (cell < fleet.EndOfWeek(week))
            {
                cell = AddStratum(cell, fleet.EndOfWeek(week));
            }

            ends.Add(cells.Count);
        }
    }

    /// <summary>Adds the cells of a stratum before the end of its week; comes back with the first that is none of them.</summary>
    private int AddStratum(int cell, int end)
    {
        var stratum = fleet.Stratum[cell];
        placeOf.Clear();
        for (; cell < end && fleet.Stratum[cell] == stratum; cell++)
        {
            if (fleet.HazardOf(cell, Month, IsFar) is not { } hazard)
            {
                continue;
            }

            var key = (hazard.All, hazard.Before, PlantDay: IsByDay ? fleet.PlantDayOf(cell) : 0);
            if (placeOf.TryGetValue(key, out var place))
            {
                cells[place] = cells[place] with { Vehicles = cells[place].Vehicles + (float)fleet.Vehicles[cell] };
            }
            else
            {
                placeOf[key] = cells.Count;
                // The month of sale and that of high mileage, of which both places tell, make the intensity.
                cells.Add(new MonthCell(stratum, key.All, key.Before, key.PlantDay, IsFar ? (byte)fleet.IntensityOf(cell) : (byte)0, (float)fleet.Vehicles[cell]));
            }
        }

        return cell;
    }
}

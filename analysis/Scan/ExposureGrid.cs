namespace ClaimInsights.Analysis.Scan;

/// <summary>Vehicles under exposure by month of sale, calendar month, place and use, of some of a fleet's vehicles.</summary>
internal sealed class ExposureGrid
{
    private readonly double[] cells;

    private ExposureGrid(ScanFleet fleet, double[] cells) => (Fleet, this.cells) = (fleet, cells);

    public ScanFleet Fleet { get; }

    public double this[int sale, int month, int place, int use] =>
        cells[(((sale * Fleet.Months) + month) * Fleet.PlaceCount * Fleet.Uses.Count) + (place * Fleet.Uses.Count) + use];

    /// <param name="fleet">All vehicles.</param>
    /// <param name="takes">Which cells of it count.</param>
    /// <param name="within">The cells that are looked at, the last one not itself; null: all.</param>
    public static ExposureGrid Of(ScanFleet fleet, Func<int, bool> takes, (int From, int To)? within = null)
    {
        var (months, kinds) = (fleet.Months, fleet.PlaceCount * fleet.Uses.Count);
        var grid = new double[months * months * kinds];
        var (from, to) = within ?? (0, fleet.Cells);
        for (var cell = from; cell < to; cell++)
        {
            if (!takes(cell))
            {
                continue;
            }

            var stratum = fleet.Stratum[cell];
            var kind = (fleet.PlaceOf[stratum] * fleet.Uses.Count) + fleet.UseOf[stratum];
            var row = fleet.Sale[cell] * months;
            grid[((row + fleet.Sale[cell]) * kinds) + kind] += fleet.Vehicles[cell];
            if (fleet.Last[cell] + 1 < months)
            {
                grid[((row + fleet.Last[cell] + 1) * kinds) + kind] -= fleet.Vehicles[cell];
            }
        }

        for (var sale = 0; sale < months; sale++)
        {
            for (var at = ((sale * months) + 1) * kinds; at < (sale + 1) * months * kinds; at++)
            {
                grid[at] += grid[at - kinds];
            }
        }

        return new ExposureGrid(fleet, grid);
    }

    /// <summary>Vehicle-months by months since the sale, up to a month of the scan.</summary>
    public double[] ByAge(int upTo)
    {
        var ages = new double[Fleet.Months];
        for (var sale = 0; sale <= upTo; sale++)
        {
            for (var month = sale; month <= upTo; month++)
            {
                for (var place = 0; place < Fleet.PlaceCount; place++)
                {
                    for (var use = 0; use < Fleet.Uses.Count; use++)
                    {
                        ages[month - sale] += this[sale, month, place, use];
                    }
                }
            }
        }

        return ages;
    }

    /// <summary>These vehicles without those.</summary>
    public ExposureGrid Without(ExposureGrid others) => new(Fleet, [.. cells.Zip(others.cells, (all, part) => Math.Max(0, all - part))]);

    /// <summary>Exposure by month of sale, calendar month, climate and use, each place weighted by its pace in that month.</summary>
    public double[] Paced(ClosingPace pace)
    {
        var (months, uses) = (Fleet.Months, Fleet.Uses.Count);
        var paced = new double[months * months * Fleet.Climates * uses];
        for (var sale = 0; sale < months; sale++)
        {
            for (var month = sale; month <= pace.Month; month++)
            {
                for (var place = 0; place < Fleet.PlaceCount; place++)
                {
                    var to = ((((sale * months) + month) * Fleet.Climates) + Fleet.ClimateOfPlace[place]) * uses;
                    for (var use = 0; use < uses; use++)
                    {
                        paced[to + use] += this[sale, month, place, use] * pace[place, month];
                    }
                }
            }
        }

        return paced;
    }
}

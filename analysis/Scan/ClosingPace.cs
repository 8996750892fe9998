namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// How busily claims are closed in each place and calendar month, whatever the part: all charts together, age and use
/// allowed for. Regions that close faster, and months in which everybody closes more, are nobody's defect.
/// </summary>
internal sealed class ClosingPace
{
    /// <summary>So many claims of a place and month at the usual pace are added to what was seen of it.</summary>
    private const double Shrinkage = 25;
    private const int Sweeps = 8;

    private readonly double[] factors;
    private readonly int places;

    private ClosingPace(double[] factors, int places, int month, double[] uses, double[] intensities) =>
        (this.factors, this.places, Month, Uses, Intensities) = (factors, places, month, uses, intensities);

    /// <summary>The month at whose end it is known.</summary>
    public int Month { get; }

    /// <summary>Claims of each use ÷ those of a vehicle of mean use, whatever the part, at the same ages, places and months.</summary>
    public IReadOnlyList<double> Uses { get; }

    /// <summary>Claims of each intensity of use ÷ those of a vehicle of the same age and use at high mileage, whatever the part; see <see cref="LifeBand.IntensityOf"/>.</summary>
    public IReadOnlyList<double> Intensities { get; }

    /// <summary>Factor of a place in a month; 1 is usual.</summary>
    public double this[int place, int month] => factors[(month * places) + place];

    /// <summary>The same pace everywhere.</summary>
    public static ClosingPace Even(ScanFleet fleet, int month) =>
        new([.. Enumerable.Repeat(1.0, (month + 1) * fleet.PlaceCount)], fleet.PlaceCount, month, [.. Enumerable.Repeat(1.0, fleet.Uses.Count)], [.. Enumerable.Repeat(1.0, LifeBand.Intensities)]);

    /// <param name="grid">All vehicles.</param>
    /// <param name="charts">All charts at the end of <paramref name="month"/>; dealers' patterns are left out.</param>
    /// <param name="month">Of the scan.</param>
    public static ClosingPace Fit(ExposureGrid grid, IReadOnlyList<ChartMonth> charts, int month)
    {
        var fleet = grid.Fleet;
        var (places, uses) = (fleet.PlaceCount, fleet.Uses.Count);
        var (seen, ages, used, far) = (new double[(month + 1) * places], new double[month + 1], new double[uses], new double[LifeBand.Intensities]);
        foreach (var chart in charts)
        {
            foreach (var claim in chart.Chart.Claims)
            {
                if (chart.Has(claim))
                {
                    seen[(claim.Month * places) + fleet.PlaceOf[claim.Stratum]]++;
                    ages[claim.Age]++;
                    used[fleet.UseOf[claim.Stratum]]++;
                    far[claim.Intensity] += LifeBand.Far.Holds(claim) ? 1 : 0;
                }
            }
        }

        var (pace, age, use) = (new double[seen.Length], new double[month + 1], new double[uses]);
        Array.Fill(pace, 1);
        Array.Fill(use, 1);
        Array.Fill(age, 1);
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            Update(age, ages, 1, Margin(axis: 0));
            Update(use, used, 1, Margin(axis: 1));
            Update(pace, seen, Shrinkage, Margin(axis: 2));
        }

        // Rates are relative to the fleet's: its mean use has 1.
        var exposed = Margin(axis: 1);
        var mean = exposed.Zip(use, (vehicles, factor) => vehicles * factor).Sum() / Math.Max(1e-9, exposed.Sum());
        var intensities = new double[LifeBand.Intensities];
        Update(intensities, far, Shrinkage, AtHighMileage(fleet, month, age, use, pace));
        return new ClosingPace(pace, places, month, [.. use.Select(factor => mean > 0 ? factor / mean : 1)], intensities);

        double[] Margin(int axis)
        {
            var margin = new double[axis == 0 ? age.Length : axis == 1 ? uses : pace.Length];
            for (var sale = 0; sale <= month; sale++)
            {
                for (var at = sale; at <= month; at++)
                {
                    for (var place = 0; place < places; place++)
                    {
                        for (var one = 0; one < uses; one++)
                        {
                            var exposed = grid[sale, at, place, one];
                            var cell = (at * places) + place;
                            margin[axis == 0 ? at - sale : axis == 1 ? one : cell] +=
                                exposed * (axis == 0 ? 1 : age[at - sale]) * (axis == 1 ? 1 : use[one]) * (axis == 2 ? 1 : pace[cell]);
                        }
                    }
                }
            }

            return margin;
        }
    }

    /// <summary>Claims expected at high mileage by intensity of use, were it for age, use and pace alone.</summary>
    private static double[] AtHighMileage(ScanFleet fleet, int month, double[] age, double[] use, double[] pace)
    {
        var places = fleet.PlaceCount;
        var upTo = new double[(month + 1) * places * (month + 2)];
        for (var sale = 0; sale <= month; sale++)
        {
            for (var place = 0; place < places; place++)
            {
                var first = ((sale * places) + place) * (month + 2);
                for (var at = sale; at <= month; at++)
                {
                    upTo[first + at + 1] = upTo[first + at] + (age[at - sale] * pace[(at * places) + place]);
                }
            }
        }

        var expected = new double[LifeBand.Intensities];
        for (var cell = 0; cell < fleet.Cells; cell++)
        {
            var (sale, last, stratum) = (fleet.Sale[cell], Math.Min(fleet.Last[cell], month), fleet.Stratum[cell]);
            if (sale <= month && fleet.Far[cell] <= last)
            {
                var first = ((sale * places) + fleet.PlaceOf[stratum]) * (month + 2);
                expected[fleet.IntensityOf(cell)] += fleet.Vehicles[cell] * use[fleet.UseOf[stratum]] * (upTo[first + last + 1] - upTo[first + Math.Max(sale, fleet.Far[cell])]);
            }
        }

        return expected;
    }

    private static void Update(double[] factors, double[] seen, double shrinkage, double[] margin)
    {
        for (var i = 0; i < factors.Length; i++)
        {
            factors[i] = margin[i] <= 0 && seen[i] <= 0 ? 1 : (seen[i] + shrinkage) / (margin[i] + shrinkage);
        }
    }
}

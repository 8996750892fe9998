namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// The claims of a chart where nothing is wrong: λ by age × climate × use × calendar month × (season × climate) × (calendar
/// month × climate), the pace of closing given. Iterative proportional fitting; each factor is shrunk to 1, (O + k)/(E + k), those of use to what all charts show.
/// Age is counted at closing for claims and exposure alike, so that a reporting lag which all share cancels.
/// </summary>
internal sealed class ChartNull
{
    private const double AgeShrinkage = 1.5, UseShrinkage = 20, ClimateShrinkage = 4, MonthShrinkage = 12, LeastMonthShrinkage = .5, SeasonShrinkage = 10, SpellShrinkage = 12;
    private const double FewestClaims = 0.5;
    private const int Sweeps = 4, InnerSweeps = 2, SeasonMonths = 2;

    /// <summary>Up to this age each month has a rate of its own, later ones share it by threes.</summary>
    private const int SingleAges = 12;

    private readonly ScanFleet fleet;
    private readonly int month;
    private readonly double[] age;
    private readonly double[] use;
    private readonly double[] calendar;
    private readonly double[] claimsOfAge;

    private ChartNull(ScanFleet fleet, int month, double[] age, double[] use, double[] calendar, double[] claimsOfAge) =>
        (this.fleet, this.month, this.age, this.use, this.calendar, this.claimsOfAge) = (fleet, month, age, use, calendar, claimsOfAge);

    /// <param name="fleet">All vehicles.</param>
    /// <param name="exposure">Of the vehicles with the part: <see cref="ExposureGrid.Paced"/>.</param>
    /// <param name="claims">Of the chart, of these vehicles, known at the end of the month.</param>
    /// <param name="pace">By which the exposure is weighted; its uses are what the chart's own are drawn to, its month is that of the scan.</param>
    public static ChartNull Fit(ScanFleet fleet, double[] exposure, IReadOnlyList<ChartClaim> claims, ClosingPace pace)
    {
        var (climates, uses, months, month) = (fleet.Climates, fleet.Uses.Count, fleet.Months, pace.Month);
        var seenAge = new double[AgeOf(month) + 1];
        var seenUse = new double[uses];
        var seenMonth = new double[(month + 1) * climates];
        foreach (var claim in claims)
        {
            seenAge[AgeOf(claim.Month - claim.Sale)]++;
            seenUse[fleet.UseOf[claim.Stratum]]++;
            seenMonth[(claim.Month * climates) + fleet.ClimateOfPlace[fleet.PlaceOf[claim.Stratum]]]++;
        }

        double total = 0;
        for (var sale = 0; sale <= month; sale++)
        {
            for (var at = ((sale * months) + sale) * climates * uses; at < ((sale * months) + month + 1) * climates * uses; at++)
            {
                total += exposure[at];
            }
        }

        // Nobody claims never: a reference without a claim has half of one.
        var rate = total > 0 ? Math.Max(claims.Count, FewestClaims) / total : 0;
        var (age, use, calendar) = (new double[seenAge.Length], new double[uses], new double[seenMonth.Length]);
        Array.Fill(age, rate);
        Array.Fill(use, 1);
        Array.Fill(calendar, 1);
        var fit = new ChartNull(fleet, month, age, use, calendar, seenAge);
        for (var sweep = 0; sweep < Sweeps && rate > 0 && claims.Count > 0; sweep++)
        {
            // Where ages and months cannot be told apart (all were sold at once), the age explains.
            fit.FitAges(exposure, seenAge, rate);
            fit.FitUses(exposure, seenUse, pace.Uses);
            fit.FitCalendar(exposure, seenMonth);
        }

        return fit;
    }

    /// <summary>Whether the fit has a factor of an attribute that a rule asks for, into which an excess of one of its values enters in part.</summary>
    public static bool HasFactorOf(Facet facet) => facet.Attributes.Any(attribute => attribute is "use" or "climate");

    /// <summary>Claims of a vehicle expected in a month, in a place of usual pace.</summary>
    public double Rate(int sale, int at, int climate, int usage) =>
        age[AgeOf(at - sale)] * use[usage] * calendar[(at * fleet.Climates) + climate];

    /// <summary>
    /// Claims expected of a vehicle sold in month s, from an age on, exposed until month l, by place and use, added up to the month of the
    /// fit: at <c>((s × months + l) × places × uses + place × uses + use) × lanes + lane</c>.
    /// </summary>
    public void Accumulate(ClosingPace pace, double scale, float[] into, int lane, int lanes, int fromAge = 0)
    {
        var (months, uses, places) = (fleet.Months, fleet.Uses.Count, fleet.PlaceCount);
        for (var sale = 0; sale <= month; sale++)
        {
            for (var place = 0; place < places; place++)
            {
                var climate = fleet.ClimateOfPlace[place];
                double sum = 0;
                for (var at = sale; at <= month; at++)
                {
                    sum += at - sale < fromAge ? 0 : age[AgeOf(at - sale)] * calendar[(at * fleet.Climates) + climate] * pace[place, at];
                    var to = ((((sale * months) + at) * places) + place) * uses;
                    for (var usage = 0; usage < uses; usage++)
                    {
                        into[((to + usage) * lanes) + lane] = (float)(sum * use[usage] * scale);
                    }
                }
            }
        }
    }

    /// <summary>Claims expected of some vehicles, in all and in the last months; and the variance of the former, the ages being estimated.</summary>
    public (double All, double Recent, double Variance) Expect(ExposureGrid grid, ClosingPace pace, int recentMonths)
    {
        var byAge = new double[age.Length];
        double recent = 0;
        for (var sale = 0; sale <= month; sale++)
        {
            for (var at = sale; at <= month; at++)
            {
                double here = 0;
                for (var place = 0; place < fleet.PlaceCount; place++)
                {
                    for (var usage = 0; usage < fleet.Uses.Count; usage++)
                    {
                        here += grid[sale, at, place, usage] * pace[place, at] * Rate(sale, at, fleet.ClimateOfPlace[place], usage);
                    }
                }

                byAge[AgeOf(at - sale)] += here;
                recent += at > month - recentMonths ? here : 0;
            }
        }

        double all = 0, variance = 0;
        for (var i = 0; i < byAge.Length; i++)
        {
            all += byAge[i];
            variance += byAge[i] * byAge[i] / (claimsOfAge[i] + AgeShrinkage);
        }

        return (all, recent, variance);
    }

    private static int AgeOf(int months) => months < SingleAges ? months : SingleAges + ((months - SingleAges) / 3);

    private void FitCalendar(double[] exposure, double[] seen)
    {
        var (climates, uses, months) = (fleet.Climates, fleet.Uses.Count, fleet.Months);
        var expected = new double[seen.Length];
        for (var sale = 0; sale <= month; sale++)
        {
            for (var at = sale; at <= month; at++)
            {
                var rate = age[AgeOf(at - sale)];
                for (var climate = 0; climate < climates; climate++)
                {
                    var from = ((((sale * months) + at) * climates) + climate) * uses;
                    double vehicles = 0;
                    for (var usage = 0; usage < uses; usage++)
                    {
                        vehicles += exposure[from + usage] * use[usage];
                    }

                    expected[(at * climates) + climate] += vehicles * rate;
                }
            }
        }

        var seasons = (12 + SeasonMonths - 1) / SeasonMonths;
        Factor[] factors =
        [
            new(cell => cell % climates, climates, ClimateShrinkage),
            new(cell => cell / climates, month + 1, Shrinkage(seen, expected, climates)),
            new(cell => (((fleet.FirstMonth + (cell / climates)) % 12) / SeasonMonths * climates) + (cell % climates), seasons * climates, SeasonShrinkage),
            new(cell => cell, seen.Length, SpellShrinkage),
        ];
        Array.Fill(calendar, 1);
        for (var sweep = 0; sweep < InnerSweeps; sweep++)
        {
            foreach (var factor in factors)
            {
                factor.Update(calendar, seen, expected);
            }
        }
    }

    /// <summary>
    /// How strongly months are drawn to 1: as usual, or less where they differ so much that gamma-distributed months of the usual spread
    /// cannot explain it (moments: Var = (Σ(O − E)² − ΣE) ÷ ΣE²).
    /// </summary>
    private static double Shrinkage(double[] seen, double[] expected, int climates)
    {
        double squares = 0, scale = 0, all = 0;
        for (var at = 0; at < seen.Length / climates; at++)
        {
            double observed = 0, own = 0;
            for (var climate = 0; climate < climates; climate++)
            {
                observed += seen[(at * climates) + climate];
                own += expected[(at * climates) + climate];
            }

            squares += (observed - own) * (observed - own);
            scale += own * own;
            all += own;
        }

        return squares > all ? Math.Clamp(scale / (squares - all), LeastMonthShrinkage, MonthShrinkage) : MonthShrinkage;
    }

    private void FitAges(double[] exposure, double[] seen, double usual)
    {
        var (climates, uses, months) = (fleet.Climates, fleet.Uses.Count, fleet.Months);
        var expected = new double[seen.Length];
        for (var sale = 0; sale <= month; sale++)
        {
            for (var at = sale; at <= month; at++)
            {
                for (var climate = 0; climate < climates; climate++)
                {
                    var from = ((((sale * months) + at) * climates) + climate) * uses;
                    for (var usage = 0; usage < uses; usage++)
                    {
                        expected[AgeOf(at - sale)] += exposure[from + usage] * use[usage] * calendar[(at * climates) + climate];
                    }
                }
            }
        }

        for (var i = 0; i < age.Length; i++)
        {
            age[i] = usual * (seen[i] + AgeShrinkage) / ((expected[i] * usual) + AgeShrinkage);
        }
    }

    private void FitUses(double[] exposure, double[] seen, IReadOnlyList<double> pooled)
    {
        var (climates, uses, months) = (fleet.Climates, fleet.Uses.Count, fleet.Months);
        var expected = new double[uses];
        for (var sale = 0; sale <= month; sale++)
        {
            for (var at = sale; at <= month; at++)
            {
                for (var climate = 0; climate < climates; climate++)
                {
                    var from = ((((sale * months) + at) * climates) + climate) * uses;
                    for (var usage = 0; usage < uses; usage++)
                    {
                        expected[usage] += exposure[from + usage] * age[AgeOf(at - sale)] * calendar[(at * climates) + climate];
                    }
                }
            }
        }

        for (var usage = 0; usage < uses; usage++)
        {
            use[usage] = (seen[usage] + (UseShrinkage * pooled[usage])) / (expected[usage] + UseShrinkage);
        }
    }

    /// <summary>One factor of the calendar: which of its levels a month and climate has, and how strongly it is shrunk.</summary>
    private sealed class Factor(Func<int, int> levelOf, int levels, double shrinkage)
    {
        private readonly double[] value = [.. Enumerable.Repeat(1.0, levels)];

        public void Update(double[] product, double[] seen, double[] expected)
        {
            var (observed, without) = (new double[levels], new double[levels]);
            for (var cell = 0; cell < seen.Length; cell++)
            {
                var level = levelOf(cell);
                observed[level] += seen[cell];
                without[level] += expected[cell] * product[cell] / value[level];
            }

            for (var cell = 0; cell < seen.Length; cell++)
            {
                product[cell] /= value[levelOf(cell)];
            }

            for (var level = 0; level < levels; level++)
            {
                value[level] = (observed[level] + shrinkage) / (without[level] + shrinkage);
            }

            for (var cell = 0; cell < seen.Length; cell++)
            {
                product[cell] *= value[levelOf(cell)];
            }
        }
    }
}

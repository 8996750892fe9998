namespace ClaimInsights.Analysis.Scan;

/// <summary>Where a build window begins and ends, to the day: the medians of both edges, each as likely as the claims make it.</summary>
internal sealed class EdgeRefinement(ScanFleet fleet)
{
    private const int MostDays = 24;

    /// <summary>An open edge stays open.</summary>
    /// <param name="population">The rule and its window.</param>
    /// <param name="claims">Claims of the chart.</param>
    /// <param name="tables">What is expected, by the reference, of the chart in the first lane.</param>
    public Population Refine(Population population, IReadOnlyList<ChartClaim> claims, ExpectedTables tables)
    {
        population = population with
        {
            FromDay = population.FromDay <= 0 ? 0 : Nearest(population.FromDay, population.ToDay, 1),
            ToDay = population.ToDay >= fleet.Days - 1 ? fleet.Days - 1 : Nearest(population.ToDay, population.FromDay, -1),
        };
        var (expected, observed) = (new double[fleet.Days + 1], new double[fleet.Days + 1]);
        // Only differences count, of days about the edges and between them.
        var (firstCell, endCell) = fleet.CellsBuilt(population.FromDay - MostDays, population.ToDay + MostDays);
        for (var cell = firstCell; cell < endCell; cell++)
        {
            if (population.Takes(fleet.Stratum[cell], fleet.Day[cell]))
            {
                expected[fleet.Day[cell] + 1] += tables.OfCell(cell);
            }
        }

        foreach (var claim in claims.Where(claim => population.Takes(claim.Stratum, claim.Day)))
        {
            observed[claim.Day + 1]++;
        }

        for (var day = 0; day < fleet.Days; day++)
        {
            expected[day + 1] += expected[day];
            observed[day + 1] += observed[day];
        }

        var (own, usual) = (observed[population.ToDay + 1] - observed[population.FromDay], expected[population.ToDay + 1] - expected[population.FromDay]);
        if (own <= usual || usual <= 0)
        {
            return population;
        }

        var ratio = Math.Clamp(own / usual, 1.5, 12);
        double Score(int from, int to) =>
            ((observed[to + 1] - observed[from]) * Math.Log(ratio)) - ((ratio - 1) * (expected[to + 1] - expected[from]));
        var froms = Around(population.FromDay, isOpen: population.FromDay <= 0);
        var tos = Around(population.ToDay, isOpen: population.ToDay >= fleet.Days - 1);
        var highest = froms.Max(from => tos.Where(to => to >= from).Select(to => Score(from, to)).DefaultIfEmpty(double.NegativeInfinity).Max());
        var ofFrom = froms.Select(from => tos.Where(to => to >= from).Sum(to => Math.Exp(Score(from, to) - highest))).ToList();
        var ofTo = tos.Select(to => froms.Where(from => from <= to).Sum(from => Math.Exp(Score(from, to) - highest))).ToList();
        var (begin, end) = (Median(froms, ofFrom), Median(tos, ofTo));
        return begin <= end ? population with { FromDay = begin, ToDay = end } : population;
    }

    /// <summary>The first day with vehicles on the way to another.</summary>
    private int Nearest(int day, int other, int step)
    {
        while (day != other && !fleet.IsBuilt(day))
        {
            day += step;
        }

        return day;
    }

    private List<int> Around(int day, bool isOpen) => isOpen
        ? [day]
        : [.. Enumerable.Range(day - MostDays, (2 * MostDays) + 1).Where(one => one >= 0 && one < fleet.Days && fleet.IsBuilt(one))];

    private static int Median(List<int> days, List<double> weights)
    {
        var (half, sum) = (weights.Sum() / 2, 0.0);
        for (var i = 0; i < days.Count; i++)
        {
            sum += weights[i];
            if (sum >= half)
            {
                return days[i];
            }
        }

        return days[^1];
    }
}

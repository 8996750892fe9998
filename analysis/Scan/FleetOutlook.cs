namespace ClaimInsights.Analysis.Scan;

/// <summary>Vehicles of some population sold in one month whose claims end in one month.</summary>
/// <param name="SaleMonth">Month of sale, 12 × year + month − 1.</param>
/// <param name="LastMonth">Last month in which claims of them may be closed; null: nothing ends their warranty.</param>
/// <param name="Vehicles">At least 1.</param>
internal readonly record struct Outlook(int SaleMonth, int? LastMonth, long Vehicles);

/// <summary>Until when claims of a fleet's vehicles may still be closed, read once for all clusters: asked of the engine, each cluster would have to look for its vehicles among all.</summary>
internal sealed class FleetOutlook
{
    private readonly ScanData data;
    private readonly List<(int Day, int Stratum, Outlook Outlook)> ends = [];

    /// <summary>First of <see cref="ends"/> of each build day of the fleet; their number at the end.</summary>
    private readonly int[] firstOfDay;

    public FleetOutlook(Warehouse warehouse, ScanData data)
    {
        this.data = data;
        firstOfDay = new int[data.Fleet.Days + 1];
        foreach (var end in Analyses.VehicleEnds.Stream(warehouse))
        {
            // Vehicles that were never exposed may have been built before all others, or after.
            if (end.BuiltOn.DayNumber - data.Fleet.FirstDay.DayNumber is var day && day >= 0 && day < data.Fleet.Days)
            {
                ends.Add((day, end.Stratum, new Outlook(end.SaleMonth, end.LastMonth, end.Vehicles)));
                firstOfDay[day + 1] = ends.Count;
            }
        }

        for (var day = 0; day < data.Fleet.Days; day++)
        {
            firstOfDay[day + 1] = Math.Max(firstOfDay[day + 1], firstOfDay[day]);
        }
    }

    /// <summary>The outlooks of a cluster's vehicles that have the part, by month of sale and last month.</summary>
    /// <param name="cluster">Found by rates.</param>
    public IReadOnlyList<Outlook> Of(DefectCluster cluster)
    {
        // All charts of a part are of the same vehicles.
        var chart = data.Charts.First(chart => chart.CausalPart == cluster.CausalPart);
        var population = Population.Of(data.Fleet, chart.Lots, cluster.Rule, cluster.BuiltFrom, cluster.BuiltTo);
        var found = new Dictionary<(int Sale, int? Last), long>();
        for (var i = firstOfDay[population.FromDay]; i < firstOfDay[population.ToDay + 1]; i++)
        {
            var (day, stratum, outlook) = ends[i];
            if (chart.IsFitted[stratum] && population.Holds(stratum, day))
            {
                found[(outlook.SaleMonth, outlook.LastMonth)] = found.GetValueOrDefault((outlook.SaleMonth, outlook.LastMonth)) + outlook.Vehicles;
            }
        }

        return [.. found.OrderBy(one => one.Key.Sale).ThenBy(one => one.Key.Last ?? int.MaxValue).Select(one => new Outlook(one.Key.Sale, one.Key.Last, one.Value))];
    }
}

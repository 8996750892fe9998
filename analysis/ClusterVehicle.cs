namespace ClaimInsights.Analysis;

/// <summary>
/// A vehicle of a listed cluster's population, claimed or not yet: the list for containment, those not yet sold among them. An insight
/// table; of clusters by rates, without dealers' patterns and without vehicles out of service. A population of more than a million vehicles sold is
/// named by its rule and build window alone: it is no list to work off.
/// </summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Vin">The vehicle, or its pseudonym.</param>
/// <param name="CausalPart">The part to look at.</param>
/// <param name="Model">Its model.</param>
/// <param name="Powertrain">Its powertrain; null: unknown.</param>
/// <param name="Plant">Where it was built; null: unknown.</param>
/// <param name="Province">Where it runs; null: unknown.</param>
/// <param name="BuiltOn">Build day.</param>
/// <param name="InServiceOn">Day of sale; null: not sold by the as-of date.</param>
/// <param name="Claims">Its claims in the cluster, at least 0.</param>
/// <param name="LastClaimOn">Day of its latest failure in the cluster; null: none.</param>
/// <param name="KmPerDay">Its own use, kilometres a day, as in <c>exposures</c>: the usual one of its kind of use where it has no reading; null: not sold, or no reading at all.</param>
/// <param name="ExposedDays">Days in service and under warranty up to the as-of date; null: not sold.</param>
public sealed record ClusterVehicle(
    string ClusterId,
    string Vin,
    string CausalPart,
    string Model,
    string? Powertrain,
    string? Plant,
    string? Province,
    DateOnly BuiltOn,
    DateOnly? InServiceOn,
    long Claims,
    DateOnly? LastClaimOn,
    double? KmPerDay,
    int? ExposedDays)
{
    /// <summary>Sold vehicles of a cluster that is listed vehicle by vehicle, and of clusters that are asked together, at most.</summary>
    private const long Most = 1_000_000;

    /// <summary>The vehicles of the listed clusters on which the part is fitted, by cluster and build day; asked for while they are read, as they may be most of a fleet many times over.</summary>
    /// <param name="warehouse">Its relation <c>listed_clusters</c> holds the clusters; see <see cref="Warehouse.List"/>.</param>
    /// <exception cref="AnalysisException">As in <see cref="Analysis{TRow}.Run"/>.</exception>
    public static IEnumerable<ClusterVehicle> In(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        var fits = PartFit.ByPart(warehouse);
        return Read();

        IEnumerable<ClusterVehicle> Read()
        {
            foreach (var some in Parts(warehouse.Listed.Where(cluster => cluster.Vehicles <= Most)))
            {
                warehouse.AskOf(some);
                foreach (var one in Analyses.ClusterVehicles.Stream(warehouse).Where(one => fits.TryGetValue(one.CausalPart, out var fit) && fit.Fits(one.Model, one.Powertrain)))
                {
                    yield return one;
                }
            }
        }
    }

    /// <summary>Clusters that are asked together, in their order: the vehicles of all may be too many for the engine to put in order at once.</summary>
    private static IEnumerable<IReadOnlyList<string>> Parts(IEnumerable<(string ClusterId, long Vehicles)> clusters)
    {
        var (part, vehicles) = (new List<string>(), 0L);
        foreach (var one in clusters)
        {
            if (part.Count > 0 && vehicles + one.Vehicles > Most)
            {
                yield return part;
                (part, vehicles) = ([], 0);
            }

            part.Add(one.ClusterId);
            vehicles += one.Vehicles;
        }

        if (part.Count > 0)
        {
            yield return part;
        }
    }
}

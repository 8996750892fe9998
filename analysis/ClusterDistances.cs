namespace ClaimInsights.Analysis;

/// <summary>
/// Adds up how far the vehicles of each cluster have come while their list is read: it is most of a fleet many times over, and is read once.
/// </summary>
/// <param name="warehouse">Its relation <c>listed_clusters</c> holds the clusters.</param>
public sealed class ClusterDistances(Warehouse warehouse)
{
    /// <summary>Width of a class of distance, kilometres, and the last class, which is open.</summary>
    public const int Width = 10_000, LastClass = 15;

    private const double DaysOfMonth = 30.4375;

    private readonly Dictionary<string, (string CausalPart, double[] Months)> driven = new(StringComparer.Ordinal);

    /// <summary>The vehicles as they come, each added up.</summary>
    public IEnumerable<ClusterVehicle> Watched(IEnumerable<ClusterVehicle> vehicles)
    {
        foreach (var vehicle in vehicles)
        {
            if (vehicle is { KmPerDay: > 0 and var use, ExposedDays: > 0 and var days })
            {
                var (_, months) = Kept.Of(driven, vehicle.ClusterId, () => (vehicle.CausalPart, new double[LastClass + 1]));
                AddMonths(months, use, days);
            }

            yield return vehicle;
        }
    }

    /// <summary>The table, by cluster and class; once the vehicles have been read.</summary>
    /// <exception cref="AnalysisException">As in <see cref="Analysis{TRow}.Run"/>.</exception>
    public IEnumerable<ClusterDistance> Rows()
    {
        if (driven.Count == 0)
        {
            yield break;
        }

        var fits = PartFit.ByPart(warehouse);
        var fleet = Analyses.FittedDistances.Run(warehouse);
        var claims = Analyses.DistanceClaims.Run(warehouse).ToDictionary(one => (one.ClusterId, one.FromKm));
        var ofPart = driven.Values.Select(one => one.CausalPart).Distinct(StringComparer.Ordinal)
            .ToDictionary(part => part, part => Months(fleet.Where(one => fits[part].Fits(one.Model, one.Powertrain))), StringComparer.Ordinal);
        foreach (var (cluster, (part, months)) in driven.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            for (var of = 0; of <= LastClass; of++)
            {
                var (own, all) = claims.TryGetValue((cluster, of * Width), out var known) ? (known.Claims, known.AllClaims) : (0, 0);
                if (ofPart[part][of] > 0 || all > 0)
                {
                    yield return new(cluster, of * Width, months[of], own, Math.Max(0, ofPart[part][of] - months[of]), all - own);
                }
            }
        }
    }

    private static double[] Months(IEnumerable<FittedDistance> fitted)
    {
        var months = new double[LastClass + 1];
        foreach (var one in fitted)
        {
            months[one.FromKm / Width] += one.VehicleMonths;
        }

        return months;
    }

    /// <summary>Months that a vehicle was driven in each class, as <c>FittedDistances.sql</c> has it.</summary>
    private static void AddMonths(double[] months, double kmPerDay, int days)
    {
        var last = (int)Math.Min(LastClass, Math.Floor(kmPerDay * days / Width));
        for (var of = 0; of <= last; of++)
        {
            var until = of == LastClass ? days : Math.Min(days, (of + 1) * Width / kmPerDay);
            months[of] += (until - (of * Width / kmPerDay)) / DaysOfMonth;
        }
    }
}

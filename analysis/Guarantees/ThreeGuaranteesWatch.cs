namespace ClaimInsights.Analysis.Guarantees;

/// <summary>
/// Which vehicles are owed a replacement or a refund, which are one step away, and which deserve a longer warranty. Only vehicles that
/// may be near a trigger are read, a few at a time: memory holds the rows that are listed.
/// </summary>
public static class ThreeGuaranteesWatch
{
    /// <summary>Reads the repairs and judges every watched vehicle.</summary>
    /// <param name="warehouse">What is known.</param>
    /// <param name="table">The rules.</param>
    /// <param name="currency">The store's currency: jurisdictions may ask for it.</param>
    /// <returns>By vehicle, then in the order of the law.</returns>
    /// <exception cref="AnalysisException">A file's columns are not the record's.</exception>
    public static IReadOnlyList<ThreeGuarantee> In(Warehouse warehouse, GuaranteeTable table, string currency)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(table);
        return In(warehouse, table, currency, table.Limits(Analyses.GuaranteedProvinces.Run(warehouse).Select(one => one.Province), currency));
    }

    /// <summary>The same among the vehicles that reach some figures.</summary>
    internal static IReadOnlyList<ThreeGuarantee> In(Warehouse warehouse, GuaranteeTable table, string currency, GuaranteeLimits limits)
    {
        var rules = new PartRules(table, Analyses.PartClasses.Run(warehouse));
        var watch = new VehicleWatch(table, rules, currency, warehouse.Scope.AsOf);
        warehouse.Watch(limits, rules.Subjects());
        return [.. Adjacent.Groups(Analyses.RepairEvents.Stream(warehouse), repair => repair.Vin).AsParallel().AsOrdered().SelectMany(vehicle => watch.Judge(vehicle.Rows))];
    }

    /// <summary>Every clause of one vehicle's rule set with its largest count, near the limit or not; empty: no rule set is for it, or nothing was repaired.</summary>
    /// <param name="warehouse">What is known.</param>
    /// <param name="vin">The vehicle.</param>
    /// <param name="table">The rules.</param>
    /// <param name="currency">The store's currency.</param>
    public static IReadOnlyList<ThreeGuarantee> OfVehicle(Warehouse warehouse, string vin, GuaranteeTable table, string currency)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        ArgumentNullException.ThrowIfNull(table);
        warehouse.Watch(GuaranteeLimits.Of(vin), []);
        var repairs = Analyses.RepairEvents.Run(warehouse);
        return repairs.Count == 0 ? [] :
        [
            .. new VehicleWatch(table, new PartRules(table, Analyses.PartClasses.Run(warehouse)), currency, warehouse.Scope.AsOf).Judge(repairs, all: true)
                .GroupBy(row => row.Clause, StringComparer.Ordinal)
                .Select(rows => rows.OrderBy(row => row.Remaining).ThenByDescending(row => row.CounterAtMost).ThenBy(row => row.Subject, StringComparer.Ordinal).First()),
        ];
    }
}

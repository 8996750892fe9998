namespace ClaimInsights.Analysis.Guarantees;

/// <summary>Judges one vehicle by its rule set.</summary>
internal sealed class VehicleWatch(GuaranteeTable table, PartRules rules, string currency, DateOnly asOf)
{
    /// <param name="repairs">Every repair of one vehicle, in order of time; at least one.</param>
    /// <param name="all">Also rows that are not near their limit, with an empty standing.</param>
    /// <returns>One row for each clause and subject near or past its limit, in the order of the law and of subjects.</returns>
    public IReadOnlyList<ThreeGuarantee> Judge(IReadOnlyList<RepairEvent> repairs, bool all = false)
    {
        var vehicle = repairs[0];
        if (table.For(vehicle.Province, currency) is not { } place
            || RuleSetOf(place, vehicle.StartsOn) is not { } set
            || (vehicle.UsageClass is { } use && place.Uses?.Contains(use) == false))
        {
            return [];
        }

        var isUseUnknown = vehicle.UsageClass is null && place.Uses is not null;
        var rows = set.Clauses.SelectMany(clause => OfClause(clause)).ToList();
        if (repairs.Any(one => one.Remedy is "replace_vehicle" or "refund"))
        {
            return [.. rows.Where(row => all || row.Standing == "owed").Select(row => row with { Standing = row.Standing == "owed" ? "remedied" : "" })];
        }

        if (set.Offer is { } offer && !rows.Exists(row => row.Standing == "owed"))
        {
            var isExtended = repairs.Any(one => one.Remedy == "extended_warranty");
            rows.AddRange(OfClause(offer).Where(row => row.Standing == "owed")
                .Select(row => row with { Standing = isExtended ? "remedied" : "extended_warranty_candidate" }));
        }

        return rows;

        IEnumerable<ThreeGuarantee> OfClause(GuaranteeClause clause)
        {
            var window = set.WindowOf(clause);
            var inside = repairs.Where(one => window.Holds(vehicle.StartsOn, one.HappenedOn, one.OdometerKm)).ToList();
            return !all && !ClauseCounter.MayBeNear(clause, inside) ? [] : new ClauseCounter(clause, rules).Count(inside)
                .Select(counted => Row(clause, window, counted))
                .Where(row => all || row.Standing.Length > 0);
        }

        ThreeGuarantee Row(GuaranteeClause clause, GuaranteeWindow window, Counted counted)
        {
            List<string> unknown = [.. counted.Unknown];
            if (isUseUnknown)
            {
                unknown.Add("use");
            }

            if (vehicle.StartsOn is null && window is not { Months: null, Days: null })
            {
                unknown.Add("start");
            }

            return new(
                vehicle.Vin, vehicle.Model, set.Id, clause.Id, clause.Article, counted.Subject, counted.Counter, counted.CounterAtMost, clause.OwedAt,
                Math.Max(0, clause.OwedAt - counted.Counter), Standing(clause, window, counted, unknown), unknown.Count == 0 ? null : string.Join(';', unknown),
                vehicle.StartsOn, window.LastDay(vehicle.StartsOn), window.Km, vehicle.LastKm, counted.ReachedOn, string.Join(';', counted.ClaimIds));
        }

        string Standing(GuaranteeClause clause, GuaranteeWindow window, Counted counted, List<string> unknown) => counted switch
        {
            _ when counted.Counter >= clause.OwedAt => unknown.Contains("start") ? "unknown_start" : isUseUnknown ? "unknown_class" : "owed",
            _ when counted.CounterAtMost >= clause.OwedAt => unknown.Contains("start") ? "unknown_start" : "unknown_class",
            _ when clause.OwedAt > 1 && counted.Counter >= clause.WatchedAt && vehicle.StartsOn is not null
                && window.Holds(vehicle.StartsOn, asOf, vehicle.LastKm) => "one_step",
            _ => "",
        };
    }

    /// <summary>The rule set of the day; where the day is not known, the newest.</summary>
    private static GuaranteeRuleSet? RuleSetOf(GuaranteeJurisdiction place, DateOnly? startsOn) => startsOn is { } day
        ? place.RuleSets.FirstOrDefault(set => set.Holds(day))
        : place.RuleSets.MaxBy(set => set.InvoicedFrom ?? DateOnly.MinValue);
}

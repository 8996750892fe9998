namespace ClaimInsights.Analysis.Scan;

/// <summary>The vehicles that a rule and a build window name.</summary>
/// <param name="Rule">In the grammar of rules; empty: all vehicles.</param>
/// <param name="Kinds">Whether vehicles of a stratum may satisfy the rule.</param>
/// <param name="OfDay">Whether those of a stratum that may, and of a build day, do: where it asks for lots; null: all do.</param>
/// <param name="FromDay">First build day as an index of the fleet, itself included.</param>
/// <param name="ToDay">Last build day, itself included.</param>
internal sealed record Population(string Rule, bool[] Kinds, Func<int, int, bool>? OfDay, int FromDay, int ToDay)
{
    /// <summary>Whether vehicles of a stratum and build day satisfy the rule, whenever they were built.</summary>
    public bool Takes(int stratum, int day) => Kinds[stratum] && (OfDay is null || OfDay(stratum, day));

    public bool Holds(int stratum, int day) => day >= FromDay && day <= ToDay && Takes(stratum, day);

    public bool Holds(ChartClaim claim) => Holds(claim.Stratum, claim.Day);

    /// <summary>Whether any of some populations holds vehicles; asked of most cells of the fleet.</summary>
    public static bool IsIn(IReadOnlyList<Population> populations, int stratum, int day)
    {
        for (var i = 0; i < populations.Count; i++)
        {
            if (populations[i].Holds(stratum, day))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cells among which its vehicles are.</summary>
    public (int From, int To) Cells(ScanFleet fleet) => fleet.CellsBuilt(FromDay, ToDay);

    /// <summary>First and last build day to be told: null is open; days without any vehicle before or after fill up the month.</summary>
    public (DateOnly? From, DateOnly? To) Window(ScanFleet fleet)
    {
        var (from, to) = (FromDay, ToDay);
        while (from < to && !fleet.IsBuilt(from))
        {
            from++;
        }

        while (to > from && !fleet.IsBuilt(to))
        {
            to--;
        }

        var (first, last) = (fleet.FirstDay.AddDays(from), fleet.FirstDay.AddDays(to));
        var (monthBegins, monthEnds) = (new DateOnly(first.Year, first.Month, 1), new DateOnly(last.Year, last.Month, 1).AddMonths(1).AddDays(-1));
        var isMonthEmptyBefore = Enumerable.Range(1, first.Day - 1).All(back => from - back < 0 || !fleet.IsBuilt(from - back));
        var isMonthEmptyAfter = Enumerable.Range(1, monthEnds.Day - last.Day).All(on => to + on >= fleet.Days || !fleet.IsBuilt(to + on));
        return (FromDay <= 0 ? null : isMonthEmptyBefore ? monthBegins : first, ToDay >= fleet.Days - 1 ? null : isMonthEmptyAfter ? monthEnds : last);
    }

    /// <summary>What a hypothesis of the scan says of a chart's vehicles.</summary>
    public static Population Of(ScanFleet fleet, ScanChart chart, Hypothesis what)
    {
        var (from, to) = (fleet.FirstDayOfWeek[what.FromWeek], fleet.FirstDayOfWeek[what.ToWeek + 1] - 1);
        if (what.Facet >= 0)
        {
            var facet = fleet.Facets[what.Facet];
            return new Population(facet.Rule(what.Combination), fleet.KindsOf(what.Facet, what.Combination), null, from, to);
        }

        var lots = chart.Lots!;
        if (what.IsBatch)
        {
            var (supplier, batch) = lots.Batches[what.Combination];
            var own = Enumerable.Range(0, lots.Lots.Count).Where(lot => lots.BatchOf[lot] == what.Combination).Select(lot => lots.Lots[lot]).ToList();
            return new Population(
                PopulationRule.Of(("supplier_code", supplier), ("part_batch", batch)),
                fleet.KindsOf(0, 0),
                (stratum, day) => lots[fleet.PlantOf[stratum], day] is var lot && lot >= 0 && lots.BatchOf[lot] == what.Combination,
                Math.Max(0, own.Min(lot => lot.BuiltFrom.DayNumber) - fleet.FirstDay.DayNumber),
                Math.Min(fleet.Days - 1, own.Max(lot => lot.BuiltTo.DayNumber) - fleet.FirstDay.DayNumber));
        }

        return new Population(
            PopulationRule.Of(("plant", what.Plant < 0 ? null : fleet.Plants[what.Plant]), ("supplier_code", lots.Suppliers[what.Combination])),
            what.Plant < 0 ? fleet.KindsOf(0, 0) : [.. fleet.PlantOf.Select(plant => plant == what.Plant)],
            (stratum, day) => lots[fleet.PlantOf[stratum], day] is var lot && lot >= 0 && lots.SupplierOf[lot] == what.Combination,
            from, to);
    }

    /// <summary>What a rule of the grammar and a window of days say of a chart's vehicles.</summary>
    /// <exception cref="FormatException">It is no rule.</exception>
    /// <exception cref="AnalysisException">The rule asks for an attribute that vehicles do not have.</exception>
    public static Population Of(ScanFleet fleet, LotMap? lots, string rule, DateOnly? builtFrom, DateOnly? builtTo)
    {
        bool[] kinds = [.. fleet.KindsOf(0, 0)];
        var ofLots = new List<Func<int, int, bool>>();
        foreach (var (attribute, values) in PopulationRule.Alternatives(rule))
        {
            if (attribute is "supplier_code" or "part_batch")
            {
                ofLots.Add((stratum, day) => lots is not null && lots[fleet.PlantOf[stratum], day] is var lot && lot >= 0
                    && values.Contains(attribute == "supplier_code" ? lots.Lots[lot].SupplierCode : lots.Lots[lot].PartBatch ?? ""));
                continue;
            }

            var of = fleet.ValuesOf(attribute) ?? throw new AnalysisException(
                $"rule '{attribute}={string.Join('|', values)}': vehicles have no attribute '{attribute}'; expected one of {string.Join(", ", fleet.AttributeNames)}, supplier_code, part_batch");
            for (var stratum = 0; stratum < kinds.Length; stratum++)
            {
                kinds[stratum] &= of[stratum] is { } value && values.Contains(value);
            }
        }

        var from = builtFrom is { } first ? first.DayNumber - fleet.FirstDay.DayNumber : 0;
        var to = builtTo is { } last ? last.DayNumber - fleet.FirstDay.DayNumber : fleet.Days - 1;
        return new Population(
            rule, kinds, ofLots.Count == 0 ? null : (stratum, day) => ofLots.TrueForAll(one => one(stratum, day)), Math.Max(0, from), Math.Min(fleet.Days - 1, to));
    }
}

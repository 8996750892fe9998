namespace ClaimInsights.Analysis.Scan;

/// <summary>Of one part: from which lot a vehicle of a plant and build day got it.</summary>
internal sealed class LotMap
{
    private readonly int[] lotOf;
    private readonly int days;

    /// <param name="fleet">The vehicles.</param>
    /// <param name="lots">Lots of one part.</param>
    public LotMap(ScanFleet fleet, IReadOnlyList<FittedLot> lots)
    {
        days = fleet.Days;
        Lots = lots;
        lotOf = new int[days * fleet.Plants.Count];
        Array.Fill(lotOf, -1);
        for (var lot = 0; lot < lots.Count; lot++)
        {
            var from = Math.Max(0, lots[lot].BuiltFrom.DayNumber - fleet.FirstDay.DayNumber);
            var to = Math.Min(days - 1, lots[lot].BuiltTo.DayNumber - fleet.FirstDay.DayNumber);
            for (var plant = 0; plant < fleet.Plants.Count && from <= to; plant++)
            {
                if (lots[lot].Plant is null || lots[lot].Plant == fleet.Plants[plant])
                {
                    Array.Fill(lotOf, lot, (plant * days) + from, to - from + 1);
                }
            }
        }

        (Suppliers, SupplierOf) = Numbered.InOrder([.. lots.Select(lot => lot.SupplierCode)]);
        (Batches, BatchOf) = Numbered.InOrder([.. lots.Select(lot => (lot.SupplierCode, lot.PartBatch))]);
    }

    public IReadOnlyList<FittedLot> Lots { get; }

    public IReadOnlyList<string> Suppliers { get; }

    /// <summary>Supplier of each lot.</summary>
    public int[] SupplierOf { get; }

    public IReadOnlyList<(string Supplier, string? Batch)> Batches { get; }

    /// <summary>Batch of each lot; a supplier's batch may go to several plants.</summary>
    public int[] BatchOf { get; }

    /// <summary>Lot of a plant and build day; −1: not known.</summary>
    public int this[int plant, int day] => lotOf[(plant * days) + day];
}

namespace ClaimInsights.Ingest;

/// <summary>
/// Tells, from the bytes of a claim's record, whether it surely breaks no rule, and its month of closing: most records of most deliveries.
/// It judges nothing. What it is not sure of goes the way on which the table's own rules decide, so a rule is never written twice: this is
/// held by a test that lets both look at the same rows.
/// </summary>
internal sealed class RowSieve
{
    /// <summary>The record is not surely sound.</summary>
    public const int Doubtful = -1;

    private const byte Quote = (byte)'"';
    private readonly CellSieve?[] cells;
    private readonly int[] slots;
    private readonly long[] values;
    private readonly byte delimiter;
    private readonly int[] stages;
    private readonly int[] dates;
    private readonly long lastDay;
    private readonly Slots at;

    private RowSieve(DeliveryPart part, IReadOnlyDictionary<string, int> cellOf, DateOnly? asOf, VehicleNames names)
    {
        var columns = part.Table.Columns;
        delimiter = part.Delimiter;
        values = new long[columns.Count];
        cells = new CellSieve?[part.Header.Count];
        slots = new int[part.Header.Count];
        int SlotOf(string name) => columns.TakeWhile(column => column.Name != name).Count();
        foreach (var (name, cell) in cellOf)
        {
            (cells[cell], slots[cell]) = (new CellSieve(part.Table.Find(name)!, names), SlotOf(name));
        }

        stages = [.. RowRules.Stages.Select(SlotOf)];
        dates = [.. columns.Index().Where(column => column.Item.Type == ColumnType.Date).Select(column => column.Index)];
        lastDay = asOf is { } day ? CellSieve.DayNumber(day.Year, day.Month, day.Day) : long.MaxValue;
        at = new Slots(
            SlotOf("closed_on"), SlotOf("repair_in_on"), SlotOf("repair_out_on"), SlotOf("verdict"), SlotOf("rejection_reason"),
            SlotOf("claimed_amount"), SlotOf("approved_amount"), SlotOf("parts_amount"), SlotOf("labour_amount"), SlotOf("sublet_amount"), SlotOf("other_amount"));
        var verdicts = part.Table.Find("verdict")!.Codes;
        needsReason = [.. RowRules.VerdictsWithReason.Select(verdict => (long)verdicts.ToList().IndexOf(verdict))];
    }

    private readonly long[] needsReason;

    /// <summary>A sieve for a part whose cells are taken as they are; null where a mapping makes more of them, or for another table.</summary>
    public static RowSieve? For(DeliveryPart part, DateOnly? asOf, VehicleNames names)
    {
        var cellOf = CellsOf(part);
        return cellOf is null || !cellOf.ContainsKey("closed_on") ? null : new RowSieve(part, cellOf, asOf, names);
    }

    /// <summary>The file's cell of each column that it gives; null where a column is more than one cell.</summary>
    public static IReadOnlyDictionary<string, int>? CellsOf(DeliveryPart part)
    {
        var layout = part.Layout;
        var given = layout.Columns.Select(column => (column.Name, column.Cell))
            .Concat(layout.Attributes.Where(attribute => attribute.Name != Layout.VinPrefix || attribute.Cell is not null).Select(attribute => (attribute.Name, attribute.Cell))).ToList();
        var simple = part.Table == Tables.Claims && !part.Text.IsJson && layout.Split is null
            && given.All(column => column.Cell is not null) && given.DistinctBy(column => column.Cell).Count() == given.Count;
        return simple ? layout.Columns.ToDictionary(column => column.Name, column => column.Cell!.Value, StringComparer.Ordinal) : null;
    }

    /// <summary>The month of closing as yyyymm, or <see cref="Doubtful"/>.</summary>
    /// <param name="record">A record with as many fields as the header, quotes only where a reader expects them, and no blanks around a value.</param>
    public int MonthOf(ReadOnlySpan<byte> record)
    {
        Array.Fill(values, CellSieve.Empty);
        var rest = record;
        for (var cell = 0; cell < cells.Length; cell++)
        {
            var value = Cut(ref rest);
            if (cells[cell] is { } sieve && !sieve.Passes(value, out values[slots[cell]]))
            {
                return Doubtful;
            }
        }

        return DatesFit() && AmountsFit() && (values[at.Reason] != CellSieve.Empty || !needsReason.Contains(values[at.Verdict]))
            ? (int)(values[at.Closed] / 100) : Doubtful;
    }

    private ReadOnlySpan<byte> Cut(ref ReadOnlySpan<byte> rest)
    {
        var end = !rest.IsEmpty && rest[0] == Quote ? EndOfQuoted(rest) : rest.IndexOf(delimiter);
        end = end < 0 ? rest.Length : end;
        var value = rest[..end];
        rest = end == rest.Length ? default : rest[(end + 1)..];
        return value.Length > 1 && value[0] == Quote ? value[1..^1] : value;
    }

    private static int EndOfQuoted(ReadOnlySpan<byte> rest)
    {
        var close = 1;
        while (true)
        {
            close += rest[close..].IndexOf(Quote) + 1;
            if (close == rest.Length || rest[close] != Quote)
            {
                return close;
            }

            close++;
        }
    }

    private bool DatesFit()
    {
        var latest = CellSieve.Empty;
        foreach (var stage in stages)
        {
            if (values[stage] == CellSieve.Empty)
            {
                continue;
            }

            if (values[stage] < latest)
            {
                return false;
            }

            latest = values[stage];
        }

        foreach (var date in dates)
        {
            if (values[date] > lastDay)
            {
                return false;
            }
        }

        return values[at.RepairIn] == CellSieve.Empty || values[at.RepairOut] == CellSieve.Empty || values[at.RepairIn] <= values[at.RepairOut];
    }

    // Amounts are hundredths here, and so is a cent of difference 1.
    private bool AmountsFit()
    {
        if (values[at.Approved] > values[at.Claimed])
        {
            return false;
        }

        if (values[at.Parts] == CellSieve.Empty || values[at.Labour] == CellSieve.Empty || values[at.Sublet] == CellSieve.Empty)
        {
            return true;
        }

        var other = values[at.Other] == CellSieve.Empty ? 0 : values[at.Other];
        return Math.Abs(values[at.Parts] + values[at.Labour] + values[at.Sublet] + other - values[at.Claimed]) <= 1;
    }

    private readonly record struct Slots(
        int Closed, int RepairIn, int RepairOut, int Verdict, int Reason, int Claimed, int Approved, int Parts, int Labour, int Sublet, int Other);
}

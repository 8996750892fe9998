using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Deliveries as text, with only what a test is about in sight.</summary>
internal static class Claims
{
    public const string Vin = "LSVAB2BR0EN123456";

    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["claim_id"] = "C-1",
        ["version"] = "1",
        ["vin"] = Vin,
        ["dealer_code"] = "D-1",
        ["reported_on"] = "2025-03-02",
        ["closed_on"] = "2025-04-10",
        ["failure_mode"] = "leak",
        ["causal_part"] = "P-100",
        ["attribution"] = "manufacturing",
        ["verdict"] = "paid",
        ["claimed_amount"] = "120.50",
        ["approved_amount"] = "120.50",
    };

    /// <summary>A claims delivery: each row is a usual claim, except where it says otherwise ("closed_on=2025-05-01", "satisfaction=").</summary>
    public static string Csv(params string[][] rows)
    {
        var changes = rows.Select(Cells).ToList();
        var columns = Usual.Keys.Concat(changes.SelectMany(row => row.Keys)).Distinct(StringComparer.Ordinal).ToList();
        var lines = changes.Select(row => string.Join(',', columns.Select(column => row.GetValueOrDefault(column) ?? Usual.GetValueOrDefault(column) ?? "")));
        return string.Join('\n', lines.Prepend(string.Join(',', columns))) + "\n";
    }

    // What is said last counts.
    private static Dictionary<string, string> Cells(string[] row)
    {
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var cell in row)
        {
            var equals = cell.IndexOf('=', StringComparison.Ordinal);
            cells[cell[..equals]] = cell[(equals + 1)..];
        }

        return cells;
    }

    /// <summary>The counts of a receipt in its own order, for one look.</summary>
    public static string Counts(this IngestReceipt receipt) =>
        $"read {receipt.Read} = stored {receipt.Stored} + superseded {receipt.Superseded} + known {receipt.AlreadyKnown} + not closed {receipt.NotClosed} + quarantined {receipt.Quarantined}";
}

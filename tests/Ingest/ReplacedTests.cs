using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Vehicles and the other tables: a later row takes an earlier one's place, and the earlier one becomes history.</summary>
public sealed class ReplacedTests : IDisposable
{
    private const string Header = "vin,model,model_year,built_on,plant,changed_on\n";
    private const string One = "LSVAB2BR0EN000001";
    private const string Two = "LSVAB2BR0EN000002";

    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void a_later_row_replaces_and_the_earlier_one_becomes_history()
    {
        given.Take(Header + $"{One},A,2024,2024-03-01,P1,\n{Two},A,2024,2024-03-01,P1,\n");

        var second = given.Take(Header + $"{One},A,2024,2024-03-01,P2,\n{Two},A,2024,2024-03-01,P1,\n");

        Assert.Equal("read 2 = stored 1 + superseded 0 + known 1 + not closed 0 + quarantined 0", second.Counts());
        Assert.Equal([$"{One}|P2", $"{Two}|P1"], Live());
        Assert.Equal([$"{One}|P1"], History());
    }

    [Fact]
    public void the_later_changed_on_wins_whichever_comes_first()
    {
        given.Take(Header + $"{One},A,2024,2024-03-01,P2,2025-02-01\n");

        var second = given.Take(Header + $"{One},A,2024,2024-03-01,P1,2025-01-01\n");
        var third = given.Take(Header + $"{One},A,2024,2024-03-01,P1,2025-01-01\n{Two},A,2024,2024-03-01,P1,\n");

        Assert.Equal("read 1 = stored 0 + superseded 1 + known 0 + not closed 0 + quarantined 0", second.Counts());
        Assert.Equal("read 2 = stored 1 + superseded 0 + known 1 + not closed 0 + quarantined 0", third.Counts());
        Assert.Equal([$"{One}|P2", $"{Two}|P1"], Live());
        Assert.Equal([$"{One}|P1"], History());
    }

    [Fact]
    public void different_rows_of_one_key_are_ordered_by_changed_on_within_a_delivery()
    {
        var receipt = given.Take(Header + $"{One},A,2024,2024-03-01,P2,2025-02-01\n{One},A,2024,2024-03-01,P1,2025-01-01\n{One},A,2024,2024-03-01,P2,2025-02-01\n");

        Assert.Equal("read 3 = stored 1 + superseded 1 + known 1 + not closed 0 + quarantined 0", receipt.Counts());
        Assert.Equal([$"{One}|P2"], Live());
        Assert.Equal([$"{One}|P1"], History());
    }

    [Fact]
    public void different_rows_of_one_key_that_nothing_orders_are_both_quarantined()
    {
        var receipt = given.Take(Header
            + $"{One},A,2024,2024-03-01,P1,\n{One},A,2024,2024-03-01,P2,\n"
            + $"{Two},A,2024,2024-03-01,P1,2025-01-01\n{Two},A,2024,2024-03-01,P2,2025-01-01\n");

        Assert.Equal("read 4 = stored 0 + superseded 0 + known 0 + not closed 0 + quarantined 4", receipt.Counts());
        Assert.Equal(["conflict_in_delivery"], receipt.Problems.Keys);
    }

    [Fact]
    public void an_empty_cell_of_a_key_is_a_key_too()
    {
        given.Take("failure_mode,causal_part,name,safety_class\nleak,,Leak,none\nleak,P-1,Leak of P-1,fuel_leak\n");

        var second = given.Take("failure_mode,causal_part,name,safety_class\nleak,,Leakage,none\n");

        Assert.Equal(1, second.Stored);
        Assert.Equal(["leak||Leakage", "leak|P-1|Leak of P-1"], given.Rows(Tables.FailureModes, "select failure_mode, causal_part, name from live order by causal_part nulls first"));
    }

    [Fact]
    public void verdicts_are_only_ever_added()
    {
        const string Columns = "claim_id,version,finding,reviewer,decided_at,selection,probability\n";
        given.Take(Columns + "C-1,1,justified,R-1,2025-06-01,random,0.05\n");

        var second = given.Take(Columns + "C-1,1,justified,R-1,2025-06-01,random,0.05\nC-1,1,owner_caused,R-1,2025-06-02,random,0.05\n");
        var third = given.Take(Columns + "C-1,1,owner_caused,R-1,2025-06-01T00:00:00,random,0.05\n");

        Assert.Equal("read 2 = stored 1 + superseded 0 + known 1 + not closed 0 + quarantined 0", second.Counts());
        Assert.Equal(["conflicting_row"], third.Problems.Keys);
        Assert.Equal(2, given.Rows(Tables.Verdicts, "select claim_id from live").Count);
    }

    [Fact]
    public void vehicles_in_service_before_they_were_built_and_lots_that_end_before_they_begin_are_quarantined()
    {
        var vehicles = given.Take($"vin,model,model_year,built_on,in_service_on,out_of_service_on\n{One},A,2024,2024-03-01,2024-02-01,\n{Two},A,2024,2024-03-01,2024-04-01,2024-03-15\n");
        var lots = given.Take("causal_part,supplier_code,built_from,built_to\nP-1,S-1,2024-02-01,2024-01-01\n");

        Assert.Equal(["date_order"], vehicles.Problems.Keys);
        Assert.Equal(2, vehicles.Quarantined);
        Assert.Equal(["date_order"], lots.Problems.Keys);
    }

    private IReadOnlyList<string> Live() => given.Rows(Tables.Vehicles, "select vin, plant from live order by vin");

    private IReadOnlyList<string> History() => given.RowsOf(Tables.Vehicles.HistoryName, "select vin, plant from live order by vin");
}

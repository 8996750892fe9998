using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Versions of claims: the highest is current, empty cells may be filled, nothing else changes.</summary>
public sealed class VersionTests : IDisposable
{
    private const string All = "select claim_id, version, claimed_amount, satisfaction, complaint from live order by claim_id, version";

    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void a_higher_version_is_stored_and_both_stay_readable()
    {
        given.Take(Claims.Csv(["claim_id=C-1"]));
        var second = given.Take(Claims.Csv(["claim_id=C-1", "version=2", "claimed_amount=200"]));

        Assert.Equal("read 1 = stored 1 + superseded 0 + known 0 + not closed 0 + quarantined 0", second.Counts());
        Assert.Equal(["C-1|1|120.50||", "C-1|2|200.00||"], given.Rows(Tables.Claims, All));
    }

    [Fact]
    public void a_lower_version_that_comes_late_or_together_is_superseded_and_kept()
    {
        given.Take(Claims.Csv(["claim_id=C-1", "version=3"]));

        var second = given.Take(Claims.Csv(["claim_id=C-1", "version=2"], ["claim_id=C-2", "version=1"], ["claim_id=C-2", "version=2"]));

        Assert.Equal("read 3 = stored 1 + superseded 2 + known 0 + not closed 0 + quarantined 0", second.Counts());
        Assert.Equal(4, given.Rows(Tables.Claims, All).Count);
    }

    [Fact]
    public void filling_empty_cells_amends_and_an_empty_cell_never_erases()
    {
        given.Take(Claims.Csv(["claim_id=C-1", "complaint=noise"], ["claim_id=C-2"]));

        var second = given.Take(Claims.Csv(["claim_id=C-1", "satisfaction=4"]));

        Assert.Equal("read 1 = stored 1 + superseded 0 + known 0 + not closed 0 + quarantined 0", second.Counts());
        Assert.Equal(["C-1|1|120.50|4|noise", "C-2|1|120.50||"], given.Rows(Tables.Claims, All));
    }

    [Fact]
    public void changing_a_filled_cell_is_a_conflict_with_every_changed_column()
    {
        given.Take(Claims.Csv(["claim_id=C-1", "complaint=noise"]));

        var second = given.Take(Claims.Csv(["claim_id=C-1", "claimed_amount=300", "complaint=smoke", "satisfaction=4"]));

        Assert.Equal("read 1 = stored 0 + superseded 0 + known 0 + not closed 0 + quarantined 1", second.Counts());
        Assert.Equal(
            ["claimed_amount|300.00|conflicting_row", "complaint|smoke|conflicting_row"],
            given.RowsOf(Quarantine.Name, "select \"column\", value, problem from live order by 1"));
        Assert.Equal(["C-1|1|120.50||noise"], given.Rows(Tables.Claims, All));
    }

    [Fact]
    public void a_version_that_a_delivery_holds_several_times_is_folded_in_its_order()
    {
        var receipt = given.Take(Claims.Csv(
            ["claim_id=C-1"],
            ["claim_id=C-1"],
            ["claim_id=C-1", "satisfaction=4"],
            ["claim_id=C-1", "satisfaction=5", "complaint=smoke"],
            ["claim_id=C-1", "complaint=noise"],
            ["claim_id=C-2"]));

        Assert.Equal("read 6 = stored 4 + superseded 0 + known 1 + not closed 0 + quarantined 1", receipt.Counts());
        Assert.Equal(["C-1|1|120.50|4|noise", "C-2|1|120.50||"], given.Rows(Tables.Claims, All));
    }

    [Fact]
    public void several_rows_of_a_stored_version_are_folded_upon_it()
    {
        given.Take(Claims.Csv(["claim_id=C-1", "complaint=noise"]));

        var second = given.Take(Claims.Csv(["claim_id=C-1", "satisfaction=3"], ["claim_id=C-1", "complaint=smoke"], ["claim_id=C-1", "complaint=noise"]));

        Assert.Equal("read 3 = stored 1 + superseded 0 + known 1 + not closed 0 + quarantined 1", second.Counts());
        Assert.Equal(["C-1|1|120.50|3|noise"], given.Rows(Tables.Claims, All));
    }

    [Fact]
    public void the_order_of_deliveries_does_not_matter_to_the_current_state()
    {
        string[] deliveries =
        [
            Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "version=2", "closed_on=2025-06-01"]),
            Claims.Csv(["claim_id=C-1", "satisfaction=5"], ["claim_id=C-2", "complaint=noise"]),
            Claims.Csv(["claim_id=C-1", "version=2", "claimed_amount=130"], ["claim_id=C-3", "complaint=早"]),
        ];
        int[][] orders = [[0, 1, 2], [2, 1, 0], [1, 2, 0]];

        var states = orders.Select(order =>
        {
            using var store = new GivenStore();
            foreach (var index in order)
            {
                store.Take(deliveries[index]);
            }

            return string.Join('\n', store.Rows(Tables.Claims, "select claim_id, version, closed_on::varchar, claimed_amount, satisfaction, complaint from live order by all"));
        });

        Assert.Single(states.Distinct());
    }

    [Fact]
    public void an_amended_month_keeps_its_other_claims_and_the_file_before_lives_until_the_next_commit()
    {
        given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2"]));
        var before = Assert.Single(given.Store.FilesOf(Tables.Claims));

        given.Take(Claims.Csv(["claim_id=C-1", "satisfaction=4"]));

        Assert.DoesNotContain(before, given.Store.FilesOf(Tables.Claims));
        Assert.True(File.Exists(before));
        given.Take(Claims.Csv(["claim_id=C-3"]));
        Assert.False(File.Exists(before));
        Assert.Equal(3, given.Rows(Tables.Claims, All).Count);
    }
}

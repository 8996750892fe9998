using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Deliveries become a store, with a receipt that adds up.</summary>
public sealed class TakeInTests : IDisposable
{
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void claims_are_stored_by_month_of_closing()
    {
        var receipt = given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "closed_on=2025-05-01"], ["claim_id=C-3"]));

        Assert.Equal("read 3 = stored 3 + superseded 0 + known 0 + not closed 0 + quarantined 0", receipt.Counts());
        Assert.Equal(
            [$"claims/closed_month=2025-04/{receipt.DeliveryId}-1.parquet:2", $"claims/closed_month=2025-05/{receipt.DeliveryId}-2.parquet:1"],
            given.Store.Manifest.Files.Select(file => $"{file.Path}:{file.Rows}"));
        Assert.Equal(
            [$"C-1|1|120.50|04/10/2025 00:00:00||{receipt.DeliveryId}"],
            given.Rows(Tables.Claims, "select claim_id, version, claimed_amount, closed_on::timestamp, complaint, delivery_id from live where claim_id = 'C-1'"));
    }

    [Fact]
    public void the_same_delivery_twice_changes_nothing()
    {
        var csv = Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "claimed_amount=1e3"], ["claim_id=C-3", "closed_on="]);
        var first = given.Take(csv);
        var hash = given.Store.Hash;
        var manifest = File.ReadAllText(Path.Combine(given.Folder, "manifest.json"));

        var second = given.Take(csv);

        Assert.Equal("read 3 = stored 1 + superseded 0 + known 0 + not closed 1 + quarantined 1", first.Counts());
        Assert.Equal("read 3 = stored 0 + superseded 0 + known 1 + not closed 1 + quarantined 1", second.Counts());
        Assert.Equal(hash, given.Store.Hash);
        Assert.Equal(manifest, File.ReadAllText(Path.Combine(given.Folder, "manifest.json")));
    }

    [Fact]
    public void the_same_rows_in_other_bytes_change_no_data()
    {
        given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2"]));
        var hash = given.Store.Hash;

        var second = given.Take(Claims.Csv(["claim_id=C-2"], ["claim_id=C-1"]));

        Assert.Equal("read 2 = stored 0 + superseded 0 + known 2 + not closed 0 + quarantined 0", second.Counts());
        Assert.Equal(hash, given.Store.Hash);
    }

    [Fact]
    public void a_header_alone_is_a_delivery_of_no_rows()
    {
        var receipt = given.Take(Claims.Csv());

        Assert.Equal(0, receipt.Read);
        Assert.Empty(given.Store.FilesOf(Tables.Claims));
        Assert.Single(given.Store.Manifest.Deliveries);
    }

    [Fact]
    public void every_further_column_of_vehicles_becomes_an_attribute()
    {
        given.Take($"vin,model,model_year,built_on,BatterySupplier,Paint Code\n{Claims.Vin},A1,2024,2024-03-01,S1,\n");

        Assert.Equal(["battery_supplier", "paint_code"], given.Store.AttributesOf(Tables.Vehicles));
        Assert.Equal([$"{Claims.Vin}|S1|"], given.Rows(Tables.Vehicles, "select vin, battery_supplier, paint_code from live"));
    }

    [Fact]
    public void one_delivery_of_several_files_has_one_receipt_with_a_part_for_each()
    {
        given.Write("in/claims.csv", Claims.Csv(["claim_id=C-1"]));
        given.Write("in/vehicles.csv", $"vin,model,model_year,built_on\n{Claims.Vin},A1,2024,2024-03-01\n");
        given.Write("in/readme.txt", "not a delivery");

        var receipt = given.TakeFiles([Path.Combine(given.Root, "in")]);

        Assert.Equal(["claims.csv:claims:1", "vehicles.csv:vehicles:1"], receipt.Files.Select(part => $"{part.File}:{part.Table}:{part.Counts.Stored}"));
        Assert.True(File.Exists(Path.Combine(given.Folder, "deliveries", receipt.DeliveryId + ".json")));
    }
}

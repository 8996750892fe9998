using System.Text;
using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>A pseudonymised store never holds a VIN, and says the same of its vehicles as one that does.</summary>
public sealed class PseudonymTests : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    private Pseudonyms KeyOf(string text) => Pseudonyms.FromFile(given.Write("key", text));

    [Fact]
    public void a_pseudonym_is_the_readable_part_and_the_hmac_of_the_vin()
    {
        // printf %s LSVAB2BR0EN123456 | openssl dgst -sha256 -hmac 0123456789abcdef0123456789abcdef
        Assert.Equal("LSVAB2BR0EN-18938abb92c62977141b32f5389ec4bb502e0e9d3dfa807b0071870f88d60e5f", KeyOf(Key).Of(Claims.Vin));
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(0L)]
    public void no_table_no_raw_line_and_no_text_holds_a_vin(long sortAbove)
    {
        using var store = new GivenStore { SortAbove = sortAbove, Pseudonyms = KeyOf(Key) };
        var pseudonym = KeyOf(Key).Of(Claims.Vin);
        var csv = store.Write("claims.csv", Claims.Csv(
            ["claim_id=C-1", $"complaint=\"vehicle {Claims.Vin.ToLowerInvariant()}, noise\"", $"invoice_no=R-{Claims.Vin}"],
            ["claim_id=C-2", "odometer_km=1e3", $"rejection_note={Claims.Vin}"],
            ["claim_id=C-3", "closed_on="],
            ["claim_id=C-4", $"vin={Claims.Vin}7"],
            ["claim_id=C-5", $"vin={Claims.Vin}", "complaint=\"text\" after"],
            ["claim_id=C-6", "vin=LSVAB2BR0EN"],
            ["claim_id=C-7", $"vin={pseudonym}"]));
        var vehicles = store.Write("vehicles.csv", $"vin,model,model_year,built_on,owner_note\n{Claims.Vin},M1,2024,2024-03-01,once {Claims.Vin}\n");

        var receipt = store.TakeFiles([csv, vehicles]);

        Assert.Equal("read 8 = stored 4 + superseded 0 + known 0 + not closed 1 + quarantined 3", receipt.Counts());
        Assert.Empty(StoredBytes.FilesWith(store.Folder, Claims.Vin));
        Assert.Equal(
            [$"C-1|{pseudonym}|vehicle {pseudonym}, noise|R-{pseudonym}|", "C-6||||LSVAB2BR0EN", $"C-7|{pseudonym}|||"],
            store.Rows(Tables.Claims, "select claim_id, vin, complaint, invoice_no, vin_prefix from live order by 1"));
        Assert.Equal([$"{pseudonym}|once {pseudonym}"], store.Rows(Tables.Vehicles, "select vin, owner_note from live"));
        Assert.Equal(["bad_vin", "not_a_number", "text_after_quote"], store.RowsOf(Quarantine.Name, "select problem from live order by 1"));
        Assert.Empty(StoreCheck.Of(store.Store));
    }

    [Fact]
    public void the_key_lies_nowhere_in_the_store_and_another_one_or_none_is_refused()
    {
        using var store = new GivenStore { Pseudonyms = KeyOf(Key) };
        store.Take(Claims.Csv(["claim_id=C-1"]));
        var hex = Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Key));

        Assert.Empty(StoredBytes.FilesWith(store.Folder, Key).Concat(StoredBytes.FilesWith(store.Folder, hex)));
        store.Pseudonyms = KeyOf(Key.ToUpperInvariant());
        Assert.Contains("the store holds pseudonyms made with the key", Assert.Throws<StoreException>(() => store.Take(Claims.Csv(["claim_id=C-2"]))).Message, StringComparison.Ordinal);
        store.Pseudonyms = null;
        Assert.Contains("and no key is given", Assert.Throws<StoreException>(() => store.Take(Claims.Csv(["claim_id=C-2"]))).Message, StringComparison.Ordinal);

        using var plain = new GivenStore();
        plain.Take(Claims.Csv(["claim_id=C-1"]));
        plain.Pseudonyms = KeyOf(Key);
        Assert.Contains("the store holds VINs", Assert.Throws<StoreException>(() => plain.Take(Claims.Csv(["claim_id=C-2"]))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_corrected_quarantine_row_comes_in_under_its_pseudonym()
    {
        given.Pseudonyms = KeyOf(Key);
        given.Take(Claims.Csv(["claim_id=C-1", "odometer_km=1e3"]));
        var raw = given.RowsOf(Quarantine.Name, "select header, raw from live").Single().Split('|');

        given.Take($"{raw[0]}\n{raw[1].Replace("1e3", "1000", StringComparison.Ordinal)}\n");

        Assert.Equal([KeyOf(Key).Of(Claims.Vin)], given.Rows(Tables.Claims, "select vin from live"));
    }

    [Fact]
    public void a_vehicle_is_forgotten_by_its_vin_with_the_key()
    {
        given.Pseudonyms = KeyOf(Key);
        given.Take(Claims.Csv(["claim_id=C-1"], ["claim_id=C-2", "vin=LSVAB2BR0EN654321"]));

        Assert.Throws<StoreException>(() => Pseudonyms.NameIn(given.Store, Claims.Vin, null));
        new ForgetJob(given.Store).Run(Pseudonyms.NameIn(given.Store, Claims.Vin, given.Pseudonyms), new DateOnly(2026, 1, 1), GivenStore.Noon);
        var again = given.Take(Claims.Csv(["claim_id=C-3"]));

        Assert.Equal(["C-2"], given.Rows(Tables.Claims, "select claim_id from live"));
        Assert.Equal(1, again.Problems["forgotten_vehicle"]);
        Assert.Empty(StoredBytes.FilesWith(given.Folder, KeyOf(Key).Of(Claims.Vin)));
    }

    [Fact]
    public void a_short_key_is_refused()
    {
        var problem = Assert.Throws<DeliveryException>(() => KeyOf("short"));

        Assert.Contains("the key has 5 bytes; expected at least 32 random ones", problem.Message, StringComparison.Ordinal);
    }
}

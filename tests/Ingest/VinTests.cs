using ClaimInsights.Ingest;
using CsCheck;
using DuckDB.NET.Data;

namespace ClaimInsights.Tests.Ingest;

public sealed class VinTests
{
    [Fact]
    public void a_vin_is_its_text_and_has_a_prefix()
    {
        Assert.True(Vin.TryParse("LSVAB2BR0EN123456", out var vin, out var problem));
        Assert.Equal(("LSVAB2BR0EN123456", "LSVAB2BR0EN", ""), (vin.ToString(), vin.Prefix, problem));
    }

    [Theory]
    [InlineData("", "has 0 characters"), InlineData("LSVAB2BR0EN12345", "has 16 characters"), InlineData("LSVAB2BR0EN1234567", "has 18 characters")]
    [InlineData("LSVAB2BR0EN12345I", "'I'"), InlineData("OSVAB2BR0EN123456", "'O'"), InlineData("LSVAB2BRQEN123456", "'Q'")]
    [InlineData("lSVAB2BR0EN123456", "'l'"), InlineData("LSVAB2BR0EN12345 ", "' '"), InlineData("LSVAB2BR0EN12345Ä", "'Ä'")]
    public void what_is_wrong_with_a_vin_is_said(string text, string says)
    {
        Assert.False(Vin.TryParse(text, out _, out var problem));
        Assert.Contains(says, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void the_rule_in_sql_and_the_parser_agree()
    {
        var character = Gen.Frequency((30, Gen.Char["ABCDEFGHJKLMNPRSTUVWXYZ0123456789"]), (1, Gen.Char["IOQ aä-'\u212A"]));
        var texts = Gen.String[character, 16, 18].Array[2_000].Single(_ => true, "0000KgZyMYc1");
        using var engine = new DuckDBConnection("Data Source=:memory:");
        engine.Open();
        using var command = engine.CreateCommand();
        var rule = ValueRules.Of(Tables.Vehicles, Tables.Vehicles.Find("vin")!, isGiven: true, VehicleNames.Plain).Single(found => found.Problem == Problem.BadVin);
        command.CommandText = $"select \"t:vin\", coalesce({rule.Broken}, false) from (values {string.Join(", ", texts.Select(text => $"({Sql.Text(text)})"))}) as texts(\"t:vin\")";
        using var reader = command.ExecuteReader();
        var sound = 0;
        while (reader.Read())
        {
            var parsed = Vin.TryParse(reader.GetString(0), out _, out _);
            sound += parsed ? 1 : 0;
            Assert.Equal(parsed, !reader.GetBoolean(1));
        }

        Assert.InRange(sound, 100, 1_900);
    }
}

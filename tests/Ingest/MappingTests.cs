using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Mappings: what a file's columns mean, and what of it is refused before the first row.</summary>
public sealed class MappingTests : IDisposable
{
    private const string Constants = """
        "dealer_code": { "constant": "D-1" }, "failure_mode": { "constant": "leak" }, "attribution": { "constant": "unknown" },
        "verdict": { "constant": "paid" }, "claimed_amount": { "constant": "10.00" }, "approved_amount": { "constant": "10.00" }
        """;

    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void names_dates_numbers_values_and_joins_are_translated()
    {
        given.Write("in.mapping.json", """
            { "table": "claims", "delimiter": ";", "as_of": "2026-10-31",
              "columns": {
                "claim_id": { "from": "索赔单号" },
                "dealer_code": { "from": "经销商" },
                "reported_on": { "from": "报案", "formats": ["yyyy/M/d", "yyyyMMdd", "dd.MM.yyyy"] },
                "closed_on": { "from": "报案", "formats": ["yyyy/M/d", "yyyyMMdd", "dd.MM.yyyy"] },
                "odometer_km": { "from": "Miles", "thousands": ",", "factor": 1.609344 },
                "failure_mode": { "from": "Mode", "values": { "A": "leak", "B": "noise" }, "otherwise": "other" },
                "causal_part": { "from": "Part", "values": { "X": "P-1" } },
                "attribution": { "constant": "unknown" },
                "verdict": { "from": "结果", "values": { "已赔付": "paid", "拒赔": "rejected" }, "otherwise": "quarantine" },
                "rejection_reason": { "constant": "other" },
                "claimed_amount": { "from": "Amount", "thousands": ".", "decimal": "," },
                "approved_amount": { "constant": "0" },
                "complaint": { "from": ["Symptom", "Remark"], "join": " / " } },
              "keep": ["ModelYear"], "drop": ["Owner"] }
            """);
        var file = given.Write("in.csv", """
            索赔单号;经销商;报案;Miles;Mode;Part;结果;Amount;Symptom;Remark;ModelYear;Owner;Extra
            C-1;D-1;2025/3/2;1,000;A;X;已赔付;1.234,50;noise;loud;2019;Li;x
            C-2;D-1;20250302;10;C;X;拒赔;12,5;;loud;2020;Wu;x
            C-3;D-1;02.03.2025;1,00;B;X;已赔付;1;;;;;
            C-4;D-1;2025-03-02;5;B;X;已赔付;1.25;;;;;
            C-5;D-1;2025/13/2;5;B;Y;赔;1;;;;;
            C-6;D-1;2027/1/2;5;B;X;已赔付;1;;;;;

            """);

        var receipt = given.TakeFiles([file]);

        Assert.Equal("read 6 = stored 2 + superseded 0 + known 0 + not closed 1 + quarantined 3", receipt.Counts());
        Assert.Equal(["Owner", "Extra"], receipt.Files[0].ColumnsLeftOut);
        Assert.Equal("in.mapping.json", receipt.Files[0].Mapping);
        Assert.Equal(
            ["C-1|2025-03-02|1609|leak|P-1|paid|1234.50|noise / loud|2019", "C-2|2025-03-02|16|other|P-1|rejected|12.50|loud|2020"],
            given.Rows(Tables.Claims, "select claim_id, reported_on::varchar, odometer_km, failure_mode, causal_part, verdict, claimed_amount, complaint, model_year from live order by 1"));
        Assert.Equal(
            ["4|odometer_km|not_a_number", "5|claimed_amount|not_a_number", "6|causal_part|unmapped_value", "6|closed_on|not_a_date", "6|reported_on|not_a_date", "6|verdict|unknown_code"],
            given.RowsOf(Quarantine.Name, "select line, \"column\", problem from live order by all"));
    }

    [Fact]
    public void split_makes_a_claim_of_each_piece_and_the_amounts_stay_on_the_first()
    {
        var mapping = given.Write("m.json", $$"""
            { "table": "claims", "columns": { {{Constants}}, "claim_id": { "from": "Id" }, "reported_on": { "from": "Day" }, "closed_on": { "from": "Day" } },
              "split": { "column": "Parts", "by": "|", "into": "causal_part" } }
            """);

        var receipt = given.TakeFiles([given.Write("in.csv", "Id,Day,Parts\nA,2025-01-01,P-1 | P-2||P-3\nB,2025-01-01,P-1\nC,2025-01-01,\n")], mapping: mapping);

        Assert.Equal("read 5 = stored 4 + superseded 0 + known 0 + not closed 0 + quarantined 1", receipt.Counts());
        Assert.Equal(
            ["A#1|P-1|10.00", "A#2|P-2|0.00", "A#3|P-3|0.00", "B#1|P-1|10.00"],
            given.Rows(Tables.Claims, "select claim_id, causal_part, claimed_amount from live order by 1"));
        Assert.Equal(["missing_value"], receipt.Problems.Keys);
    }

    [Fact]
    public void the_first_eleven_characters_of_a_vin_become_an_attribute()
    {
        given.Take(Claims.Csv(["claim_id=C-1", "vin=KMHCG45C71U"], ["claim_id=C-2"], ["claim_id=C-3", "vin=KMHCG45C71O"]));

        Assert.Equal(
            ["C-1||KMHCG45C71U", $"C-2|{Claims.Vin}|"], given.Rows(Tables.Claims, "select claim_id, vin, vin_prefix from live order by 1"));
        Assert.Equal(["vin_prefix"], given.Store.AttributesOf(Tables.Claims));
    }

    [Theory]
    [InlineData("""{ "columns": {} }""", "has no 'table'")]
    [InlineData("""{ "table": "claim", "columns": {} }""", "names the table 'claim'")]
    [InlineData("""{ "table": "claims" }""", "has no 'columns'")]
    [InlineData("""{ "table": "claims", "columns": {}, "colums": 1 }""", "unknown key 'colums'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_number": { "from": "Id" } } }""", "'claim_number'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "form": "Id" } } }""", "unknown key 'form'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": {} } }""", "neither 'from' nor 'constant'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": ["Id", "Day"] } } }""", "Id and Day to 'claim_id'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": "Id" }, "claim_id": { "from": "Day" } } }""", "claim_id")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": "Id" } } }""", "no value for the required column 'dealer_code'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": "Number" } } }""", "'Number', which the file lacks")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": "Id" } }, "keep": ["Nothing"] }""", "'Nothing', which the file lacks")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": "Id" } }, "keep": ["Vin"] }""", "called 'vin'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": "Id" } }, "keep": ["Colour", "colour"] }""", "both be called 'colour'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": "Id" } }, "drop": ["Id"] }""", "both uses and drops")]
    [InlineData("""{ "table": "claims", "columns": { "verdict": { "from": "Id", "values": { "x": "accepted" } } } }""", "code 'accepted'")]
    [InlineData("""{ "table": "claims", "columns": { "closed_on": { "from": "Day", "formats": ["M/d"] } } }""", "format 'M/d'")]
    [InlineData("""{ "table": "claims", "columns": { "claim_id": { "from": "Id", "factor": 2 } } }""", "on numbers only")]
    [InlineData("""{ "table": "claims", "columns": { "odometer_km": { "from": "Id", "thousands": "," , "decimal": "," } } }""", "two different ones")]
    [InlineData("""{ "table": "claims", "columns": {}, "split": { "column": "Id", "by": "|" } }""", "'split' has no 'into'")]
    [InlineData("""{ "table": "claims", "columns": {}, "as_of": "31.12.2025" }""", "as_of '31.12.2025'")]
    [InlineData("""{ "table": "claims", "encoding": "klingon", "columns": {} }""", "encoding 'klingon'")]
    [InlineData("""{ "table": """, "is not a mapping")]
    public void a_mapping_that_does_not_fit_is_refused_before_the_first_row(string mapping, string says)
    {
        given.Write("in.mapping.json", mapping);
        var file = given.Write("in.csv", "Id,Day,Vin,Colour,colour\n1,2025-01-01,,,\n");

        var exception = Assert.Throws<DeliveryException>(() => given.TakeFiles([file]));

        Assert.Contains(says, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.False(Directory.Exists(given.Folder));
    }

    [Fact]
    public void a_declared_encoding_is_transcoded_first()
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        given.Write("in.mapping.json", $$"""
            { "table": "claims", "encoding": "gb18030", "columns": { {{Constants}}, "claim_id": { "from": "索赔单号" }, "causal_part": { "from": "故障件" },
              "reported_on": { "from": "Day" }, "closed_on": { "from": "Day" } } }
            """);

        var receipt = given.TakeFiles([given.Write("in.csv", System.Text.Encoding.GetEncoding("gb18030").GetBytes("索赔单号,故障件,Day\n一,水泵,2025-01-01\n"))]);

        Assert.Equal(1, receipt.Stored);
        Assert.Equal(["一|水泵"], given.Rows(Tables.Claims, "select claim_id, causal_part from live"));
    }

    [Theory]
    [InlineData("ModelYear", "model_year"), InlineData("DateofIncident", "dateof_incident"), InlineData("ODINumber", "odi_number")]
    [InlineData("Paint Code", "paint_code"), InlineData("paint-code ", "paint_code"), InlineData("VIN", "vin"), InlineData("E5Fuel", "e5_fuel")]
    [InlineData("是否召回", "是否召回"), InlineData("__x__", "x"), InlineData("%", "")]
    public void attributes_are_named_in_lower_snake_case(string header, string name) => Assert.Equal(name, AttributeName.Of(header));
}

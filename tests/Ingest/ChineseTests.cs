using ClaimInsights.Ingest;

namespace ClaimInsights.Tests.Ingest;

/// <summary>Chinese headers, values and days are known without a mapping; what is not known is refused as ever.</summary>
public sealed class ChineseTests : IDisposable
{
    private readonly GivenStore given = new();

    public void Dispose() => given.Dispose();

    [Fact]
    public void the_usual_headers_of_a_claims_export_need_no_mapping()
    {
        var receipt = given.Take($"""
            索赔单号,车架号,经销商代码,经销商名称,行驶里程（km）,故障件号,故障现象,故障日期,报案日期,查勘日期,审核日期,支付日期,结案日期,回访日期,索赔金额(元),核定金额,配件费,工时费,工时,拒赔原因,责任判定,鉴定结论,处理结果,满意度,供应商,批次,生产日期,销售日期,车型,年款,省份,旧件返回
            1,{Claims.Vin},D-1,东风店,12000,P-1,漏水,2024年3月5日,2024/3/6,20240307,2024-3-8,2024.3.9,2024-03-10,,100.50,0,80,20.50,1.5,超期,制造缺陷,未发现故障,拒赔,5,S-1,B-1,2022年1月2日,,甲,2022,江苏,是
            2,{Claims.Vin},D-1,,1,P-1,漏水,3/5/2024,2024年13月5日,,,,2024年3月10日,,1,1,,,,其他,谁知道,,部分赔付,,,,,,,,,好

            """);

        Assert.Equal("read 2 = stored 1 + superseded 0 + known 0 + not closed 0 + quarantined 1", receipt.Counts());
        Assert.Equal(
            ["1|东风店|12000|2024-03-05 2024-03-06 2024-03-07 2024-03-08 2024-03-09 2024-03-10|100.50|80.00|1.50|out_of_time|manufacturing|no_fault_found|rejected|S-1|B-1|2022年1月2日|甲|2022|江苏|true"],
            given.Rows(Tables.Claims, """
                select claim_id, dealer_name, odometer_km, concat_ws(' ', failed_on, reported_on, inspected_on, decided_on, paid_on, closed_on), claimed_amount, parts_amount,
                    labour_hours, rejection_reason, attribution, appraisal, verdict, supplier_code, part_batch, claim_built_on, model, model_year, claim_province, lower(old_part_returned::varchar)
                from live
                """));
        Assert.Equal(
            ["attribution unknown_code", "failed_on not_a_date", "old_part_returned not_a_bool", "reported_on not_a_date"],
            given.RowsOf(Quarantine.Name, "select \"column\" || ' ' || problem from live order by all"));
    }

    [Fact]
    public void each_table_is_known_by_its_headers()
    {
        foreach (var table in Tables.All)
        {
            var header = table.Columns.Select(column => ChineseHeaders.All.First(one => one.Column == column.Name).Headers).ToList();

            // Headers of several meanings are told apart by what else is there.
            Assert.All(header, headers => Assert.NotEmpty(headers));
            if (table == Tables.Vehicles || table == Tables.Claims)
            {
                var named = HeaderNames.In(table, [.. header.Select(headers => headers[0])]);
                Assert.Equal(table.Columns.Select(column => column.Name), named);
                Assert.Equal(table, TableGuess.Fitting([.. header.Select(headers => headers[0])]));
            }
        }
    }

    [Fact]
    public void every_coded_column_has_known_values_for_each_code()
    {
        foreach (var column in Tables.All.SelectMany(table => table.Columns).Where(column => column.Type == ColumnType.Code))
        {
            Assert.Equal(column.Codes.Order(StringComparer.Ordinal), ChineseValues.Of(column).Values.Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void a_header_means_one_thing_only()
    {
        Assert.Equal(["failure_mode"], HeaderNames.In(Tables.Claims, ["故障现象"]));
        Assert.Equal(["complaint", "failure_mode"], HeaderNames.In(Tables.Claims, ["故障现象", "故障模式"]));
        Assert.Equal([null, "odometer_km"], HeaderNames.In(Tables.Claims, ["行驶里程（万公里）", "行驶里程 (公里)"]));
    }

    [Fact]
    public void an_unknown_claims_column_is_refused_under_chinese_headers_too()
    {
        var exception = Assert.Throws<DeliveryException>(() => given.Take("索赔单号,经销商代码,报案日期,结案日期,故障现象,故障件号,责任判定,处理结果,索赔金额,核定金额,车主姓名\n"));

        Assert.Contains("'车主姓名' is not known in claims", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void two_headers_of_one_meaning_are_refused()
    {
        var exception = Assert.Throws<DeliveryException>(() => given.Take("索赔单号,索赔编号,经销商代码,报案日期,结案日期,故障现象,故障件号,责任判定,处理结果,索赔金额,核定金额\n"));

        Assert.Contains("'索赔单号' and '索赔编号' both mean claim_id", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void under_the_contracts_own_names_values_are_the_contracts_own()
    {
        var receipt = given.Take(Claims.Csv(["verdict=已赔付"], ["claim_id=C-2", "closed_on=2025/4/10"]));

        Assert.Equal(["not_a_date", "unknown_code"], receipt.Problems.Keys);
    }
}

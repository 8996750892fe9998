using Apache.Arrow;
using Apache.Arrow.Ipc;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Insights;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Insight tables: the same rows read back, the same bytes written.</summary>
public sealed class InsightTableTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("insights").FullName;

    private sealed record Sample(
        string Name, string? Note, long Count, int? Small, double Ratio, double? Maybe, decimal Cost, DateOnly Day, DateOnly? Other, bool Flag);

    private static readonly IReadOnlyList<Sample> Rows =
    [
        new("a,\"b\"\n水", null, long.MaxValue, null, 0.1, double.NaN, 12.30m, new DateOnly(2026, 6, 30), null, true),
        new("", "x;y", 0, -3, 1e-300, null, 0m, new DateOnly(1990, 1, 1), new DateOnly(2024, 2, 29), false),
    ];

    [Fact]
    public void parquet_reads_back_equal_for_every_type()
    {
        InsightParquet.Write(In("s.parquet"), Rows);

        Assert.Equal(Rows, InsightParquet.Read<Sample>(In("s.parquet")));
    }

    [Fact]
    public void rows_may_come_while_they_are_written_and_are_counted_then()
    {
        var read = 0;
        var table = InsightTable.Of("s", Enumerable.Range(0, 250_003).Select(i => new Part(i, (++read).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal((0, 0), (table.Rows, read));

        var back = InsightParquet.Read<Part>(table.Write(folder, InsightFormat.Parquet));

        Assert.Equal((250_003, 250_003), (table.Rows, back.Count));
        Assert.Equal([new Part(0, "1"), new Part(250_002, "250003")], [back[0], back[^1]]);
        Assert.Empty(InsightParquet.Read<Part>(InsightTable.Of("none", Enumerable.Empty<Part>()).Write(folder, InsightFormat.Parquet)));
    }

    [Fact]
    public void a_table_is_read_in_the_order_of_its_columns()
    {
        InsightTable.Of("s", Enumerable.Range(0, 70_000).Select(i => new Part(i % 7, $"w{i:00000}"))).Write(folder, InsightFormat.Parquet);

        var rows = InsightParquet.Sorted<Part>(In("s.parquet"), (nameof(Part.Number), true), (nameof(Part.Words), false)).ToList();

        Assert.Equal(Enumerable.Range(0, 70_000).Select(i => new Part(i % 7, $"w{i:00000}")).OrderByDescending(row => row.Number).ThenBy(row => row.Words, StringComparer.Ordinal), rows);
    }

    [Fact]
    public void a_table_is_copied_into_another_format_a_part_at_a_time()
    {
        InsightTable.Of("s", Enumerable.Range(0, 70_000).Select(i => new Part(i, "w"))).Write(folder, InsightFormat.Parquet);
        InsightTable Copy() => InsightTable.Of("s", InsightParquet.Stream<Part>(In("s.parquet")));
        var (csv, arrow) = (Copy(), Copy());

        Assert.Equal(70_001, File.ReadLines(csv.Write(folder, InsightFormat.Csv)).Count());
        using var reader = new ArrowFileReader(File.OpenRead(arrow.Write(folder, InsightFormat.Arrow)));

        Assert.Equal((70_000, 70_000), (csv.Rows, arrow.Rows));
        Assert.Equal([65_536, 4_464], Enumerable.Range(0, 2).Select(_ => reader.ReadNextRecordBatch().Length));
        Assert.Throws<AnalysisException>(() => InsightParquet.Stream<Sample>(In("s.parquet")));
    }

    private sealed record Part(int Number, string Words);

    [Fact]
    public void csv_is_rfc_4180_with_invariant_numbers_and_null_as_nothing()
    {
        InsightCsv.Write(In("s.csv"), Rows);

        Assert.Equal(
            "name,note,count,small,ratio,maybe,cost,day,other,flag\n" +
            "\"a,\"\"b\"\"\n水\",,9223372036854775807,,0.1,NaN,12.30,2026-06-30,,true\n" +
            ",x;y,0,-3,1E-300,,0.00,1990-01-01,2024-02-29,false\n",
            File.ReadAllText(In("s.csv")));
    }

    [Fact]
    public void arrow_holds_the_same_columns_and_values()
    {
        InsightArrow.Write(In("s.arrow"), Rows);

        using var reader = new ArrowFileReader(File.OpenRead(In("s.arrow")));
        using var batch = reader.ReadNextRecordBatch();
        Assert.Equal(["name", "note", "count", "small", "ratio", "maybe", "cost", "day", "other", "flag"], batch.Schema.FieldsList.Select(field => field.Name));
        Assert.Equal("a,\"b\"\n水", ((StringArray)batch.Column("name")).GetString(0));
        Assert.Null(((Int32Array)batch.Column("small")).GetValue(0));
        Assert.Equal(12.30m, ((Decimal128Array)batch.Column("cost")).GetValue(0));
        Assert.Equal(new DateOnly(2024, 2, 29), ((Date32Array)batch.Column("other")).GetDateOnly(1));
    }

    [Fact]
    public void a_table_of_another_version_is_refused_with_what_differs_and_what_to_do()
    {
        InsightParquet.Write(In("s.parquet"), [new Part(1, "w")]);

        var more = Assert.Throws<AnalysisException>(() => InsightParquet.Read<LaterPart>(In("s.parquet"))).Message;
        var turned = Assert.Throws<AnalysisException>(() => InsightParquet.Read<TurnedPart>(In("s.parquet"))).Message;

        Assert.Contains("missing: sum Double; not expected: words String. It was written by another version of the program. Write it again: claiminsights analyse", more, StringComparison.Ordinal);
        Assert.Contains("in another order, expected words String, number Int32", turned, StringComparison.Ordinal);
    }

    private sealed record LaterPart(int Number, double Sum);

    private sealed record TurnedPart(string Words, int Number);

    [Fact]
    public void a_table_that_is_not_there_says_which_command_writes_it() =>
        Assert.Contains("claiminsights analyse", Assert.Throws<AnalysisException>(() => InsightParquet.Read<Sample>(In("none.parquet"))).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string In(string file) => Path.Combine(folder, file);
}

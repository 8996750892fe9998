using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Backtests;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The monitor as it would have run: eight models with ten parts each, one claim of each in every month, and one outbreak.</summary>
public sealed class BacktestTests : IDisposable
{
    private static readonly BacktestRequest Request = new(new DateOnly(2025, 1, 1), new DateOnly(2025, 5, 1), ["model", "causal_part"]);

    private readonly string folder = Directory.CreateTempSubdirectory("claiminsights-backtest-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void an_outbreak_alerts_once_at_the_month_end_that_shows_it()
    {
        var run = Replay(Outbreak(new DateOnly(2025, 3, 10), 20));

        var alert = Assert.Single(run.Alerts);
        Assert.Equal((new DateOnly(2025, 3, 31), "M3/P4"), (alert.AlertedOn, string.Join('/', alert.Key)));
        Assert.Equal(["2025-01-31:0", "2025-02-28:0", "2025-03-31:1", "2025-04-30:0", "2025-05-31:0"], run.Months.Select(month => $"{month.MonthEnd:yyyy-MM-dd}:{month.Alerts}"));
    }

    [Fact]
    public void what_was_closed_later_takes_no_part_in_an_earlier_month()
    {
        var short_ = Replay(Outbreak(new DateOnly(2025, 3, 10), 20));
        var longer = Replay(Outbreak(new DateOnly(2025, 3, 10), 20).Concat(Outbreak(new DateOnly(2025, 5, 2), 60, model: "M6")));

        Assert.Equal(short_.Alerts[0].Cluster, longer.Alerts[0].Cluster);
        Assert.Equal(new DateOnly(2025, 5, 31), longer.Alerts[1].AlertedOn);
    }

    [Fact]
    public void what_was_listed_in_the_year_before_is_not_new() => Assert.Empty(Replay(Outbreak(new DateOnly(2024, 11, 10), 20)).Alerts);

    [Fact]
    public void a_month_end_alerts_on_what_analyse_lists_on_that_day()
    {
        var alert = Assert.Single(Replay(Outbreak(new DateOnly(2025, 3, 10), 20)).Alerts);
        using var warehouse = Rows(Background().Concat(Outbreak(new DateOnly(2025, 3, 10), 20)), new Scope(new DateOnly(2025, 3, 31)));

        Assert.Equal(DefectFindings.In(warehouse).Clusters, [alert.Cluster]);
    }

    [Fact]
    public void claims_whose_words_match_are_left_out_whatever_the_case()
    {
        var rows = Outbreak(new DateOnly(2025, 3, 10), 20, complaint: "I read of a Recall");

        Assert.Single(Replay(rows).Alerts);
        Assert.Empty(Replay(rows, Request with { WithoutText = @"\brecall" }).Alerts);
    }

    [Fact]
    public void a_pattern_that_is_none_is_said_to_be_none()
    {
        var problem = Assert.Throws<AnalysisException>(() => Replay([], Request with { WithoutText = "(" }));

        Assert.Contains("'(' is not a regular expression", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void without_keys_there_is_one_alert_for_a_cluster_and_the_file_names_it()
    {
        var run = Replay(Outbreak(new DateOnly(2025, 3, 10), 20), Request with { Keys = [] });
        var file = Path.Combine(folder, "alerts.csv");
        AlertFile.Write(file, run);

        var lines = File.ReadAllLines(file);
        Assert.Equal("alerted_on,cluster_id,causal_part,failure_mode,rule,built_from,built_to,claims,expected,ratio_low,q_value,basis", lines[0]);
        Assert.StartsWith($"2025-03-31,{run.Alerts[0].Cluster.ClusterId},P4,leak,model=M3,,,26,", Assert.Single(lines.Skip(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-05-20", 1, 1, 50)]
    [InlineData("2025-03-31", 1, 0, double.NaN)]
    [InlineData("2024-12-20", 0, 0, double.NaN)]
    public void a_campaign_is_caught_by_an_alert_before_it_is_announced(string announced, int findable, int caught, double leadDays)
    {
        var truth = Write("campaigns.csv", "campaign_code,announced_on,Model,Component", $"R1,{announced},m3,P4:VALVE|P9", "R2,2025-04-01,M1,P1");
        var outcome = Truth.Read(truth, Request.Keys).Judge(Replay(Outbreak(new DateOnly(2025, 3, 10), 20)));

        Assert.Equal(("campaigns", findable, caught, leadDays), (outcome.Kind, outcome.Findable, outcome.Caught, outcome.MedianDays));
        Assert.True(outcome.RandomCaught < .5);
    }

    [Fact]
    public void a_planted_defect_is_found_by_an_alert_that_rests_on_its_claims()
    {
        var rows = Outbreak(new DateOnly(2025, 3, 10), 20).ToList();
        var truth = Write("planted_defects.csv", "defect_id,first_claim_on", "D1,2025-03-10", "D2,2025-01-01");
        Write("planted_claims.csv", ["claim_id,defect_id", .. rows.Select(row => $"{row.Values["claim_id"]},D1")]);

        var outcome = Truth.Read(truth, Request.Keys).Judge(Replay(rows));

        Assert.Equal(("defects", 1, 1, 21d, 1, 1), (outcome.Kind, outcome.Findable, outcome.Caught, outcome.MedianDays, outcome.Judged, outcome.Confirmed));
        Assert.True(outcome.RandomPrecision < .2);
    }

    [Theory]
    [InlineData("campaign_code,Model,causal_part", "announced_on")]
    [InlineData("campaign_code,announced_on,causal_part", "model")]
    public void a_truth_file_without_a_column_is_refused_by_its_name(string header, string missing)
    {
        var problem = Assert.Throws<AnalysisException>(() => Truth.Read(Write("truth.csv", header, "a,2025-01-01,b"), Request.Keys));

        Assert.Contains($"no column '{missing}'", problem.Message, StringComparison.Ordinal);
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static BacktestRun Replay(IEnumerable<Row> outbreak, BacktestRequest? request = null)
    {
        using var warehouse = Rows(Background().Concat(outbreak));
        return Backtest.Run(warehouse, request ?? Request, new DateOnly(2024, 10, 1), (_, _) => { });
    }

    private static IEnumerable<Row> Background() =>
        from month in Enumerable.Range(0, 8)
        from model in Enumerable.Range(0, 8)
        from part in Enumerable.Range(0, 10)
        let day = new DateOnly(2024, 10, 5).AddMonths(month)
        select Claimed($"B{month}-{model}-{part}", day, $"M{model}", $"P{part}", "noise");

    private static List<Row> Outbreak(DateOnly day, int claims, string model = "M3", string complaint = "noise") =>
        [.. Enumerable.Range(0, claims).Select(i => Claimed($"{model}-{day:yyyyMMdd}-{i}", day, model, "P4", complaint))];

    private static Row Claimed(string id, DateOnly day, string model, string part, string complaint) => Claim(
        id, ("causal_part", part), ("model", model), ("complaint", complaint), ("failed_on", null), ("reported_on", $"{day:yyyy-MM-dd}"),
        ("decided_on", $"{day:yyyy-MM-dd}"), ("closed_on", $"{day:yyyy-MM-dd}"));
}

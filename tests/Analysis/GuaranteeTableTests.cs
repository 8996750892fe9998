using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Guarantees;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The table of guarantees: what the built-in one holds, and how a wrong one is refused.</summary>
public class GuaranteeTableTests
{
    private static readonly string BuiltIn = GuaranteeTableReader.Text(null);

    [Fact]
    public void china_changed_its_figures_with_the_year_2022()
    {
        var china = GuaranteeTableReader.Read(null).For("Jiangsu", "CNY")!;

        int Days(DateOnly invoicedOn) => china.RuleSets.Single(set => set.Holds(invoicedOn)).Clauses.Single(clause => clause.Counts == GuaranteeCount.RepairDays).OwedAt;
        int Repairs(DateOnly invoicedOn) => china.RuleSets.Single(set => set.Holds(invoicedOn)).Clauses.Single(clause => clause.Counts == GuaranteeCount.SameProblemRepairs).OwedAt;
        Assert.Equal((36, 6), (Days(new(2021, 12, 31)), Repairs(new(2021, 12, 31))));
        Assert.Equal((31, 5), (Days(new(2022, 1, 1)), Repairs(new(2022, 1, 1))));
        Assert.DoesNotContain(china.RuleSets, set => set.Holds(new(2013, 9, 30)));
    }

    [Fact]
    public void the_place_of_a_vehicle_goes_before_the_currency_of_the_store()
    {
        var table = GuaranteeTableReader.Read(null);

        Assert.Equal("california", table.For("ca", "CNY")!.Name);
        Assert.Equal("china", table.For(null, "CNY")!.Name);
        Assert.Null(table.For("Bayern", "EUR"));
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "own.json, version: found 2; expected 1")]
    [InlineData("\"counts\": \"repair_days\", \"owed_at\": 31", "\"counts\": \"repair_weeks\", \"owed_at\": 31", "could not be converted")]
    [InlineData("\"owed_at\": 36", "\"owed_at\": 0", "own.json, order-150, repair_days, owed_at: found 0; expected at least 1")]
    [InlineData("\"near_at\": 29", "\"near_at\": 36", "own.json, order-150, repair_days, near_at: found 36; expected at least 1 and below owed_at")]
    [InlineData("\"invoiced_to\": \"2021-12-31\"", "\"invoiced_to\": \"2022-01-01\"", "'order-150' and 'order-43' both hold on one day")]
    [InlineData("\"id\": \"order-150\"", "\"id\": \"order-43\"", "'order-43' twice")]
    [InlineData("\"period\": { \"months\": 18, \"km\": 28968 }", "\"period\": { }", "california-1793.22, period")]
    [InlineData("\"systems\": [\"engine\", \"gearbox\"]", "\"systems\": [\"motor\"]", "systems: found motor; expected some of engine")]
    [InlineData("\"fuel_leak\"]", "\"smoke\"]", "safety_classes")]
    [InlineData("\"period\"", "\"perlod\"", "own.json, line")]
    [InlineData("\"zh\": \"累计修理时间超过35日\"", "\"zh\": \"\"", "the clause in both languages")]
    [InlineData("\"short_zh\": \"第43号令\"", "\"short_zh\": \" \"", "order-43, id, en, zh, short_en, short_zh: found an empty text; expected a name")]
    [InlineData("\"fuel\", \"cooling\"", "\"engine\", \"cooling\"", "own.json, systems")]
    [InlineData("{", "", "own.json, line 2")]
    public void a_table_that_is_wrong_is_refused_in_one_line(string right, string wrong, string message)
    {
        var at = BuiltIn.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);

        var problem = Assert.Throws<AnalysisException>(() => GuaranteeTableReader.Parse(BuiltIn[..at] + wrong + BuiltIn[(at + right.Length)..], "own.json"));

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains("--guarantees", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void a_file_that_is_not_there_is_named()
    {
        var problem = Assert.Throws<AnalysisException>(() => GuaranteeTableReader.Read("no-such-file.json"));

        Assert.StartsWith("no-such-file.json: the table of guarantees cannot be read", problem.Message, StringComparison.Ordinal);
    }
}

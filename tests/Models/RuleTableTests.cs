using ClaimInsights.Models;

namespace ClaimInsights.Tests.Models;

/// <summary>A maker's own ratios.</summary>
public sealed class RuleTableTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void a_maker_changes_what_he_names_and_nothing_else()
    {
        File.WriteAllText(file, """[{"code": "late_report", "log_likelihood_ratio": 1.2, "from": 30}, {"code": "few_photos", "log_likelihood_ratio": 0}]""");
        var table = RuleTable.Read(file);

        Assert.Contains(new RuleSetting("late_report", 1.2, 30, 60), table);
        Assert.Equal(RuleTable.Written.Count, table.Count);
        Assert.Equal(2, table.Zip(RuleTable.Written).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public void a_changed_table_changes_the_score_and_is_kept_with_the_model()
    {
        File.WriteAllText(file, """[{"code": "late_report", "log_likelihood_ratio": 4}]""");
        var late = GivenFeatures.Ordinary("A");
        late = late with { Claim = late.Claim with { DaysToReport = 90 } };
        var model = SuspicionModel.Train([late], 1, Given.AsOf, RuleTable.Read(file));

        Assert.True(model.Scores([late])[0] > 5 * SuspicionModel.WrittenRules(Given.AsOf).Scores([late])[0]);
        Assert.Contains(model.Weights.RuleTable, setting => setting is { Code: "late_report", LogLikelihoodRatio: 4 });
    }

    [Theory]
    [InlineData("[{\"code\": \"no_such\"}]", "the rule 'no_such' is not known; expected one of odometer_below_trend")]
    [InlineData("[{\"code\": \"late_report\", \"log_likelihood_ratio\": 40}]", "expected −10 to 10")]
    [InlineData("[{\"code\": \"late_report\", \"from\": 90}]", "expected from below to")]
    [InlineData("[{\"code\": \"late_report\", \"weight\": 1}]", "not a readable table of rules")]
    [InlineData("nonsense", "not a readable table of rules")]
    public void a_table_that_cannot_be_is_refused_in_one_line(string text, string message)
    {
        File.WriteAllText(file, text);
        var problem = Assert.Throws<ModelException>(() => RuleTable.Read(file)).Message;

        Assert.Contains(message, problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }
}

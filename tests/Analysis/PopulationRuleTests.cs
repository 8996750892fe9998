using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The rule grammar of populations.</summary>
public class PopulationRuleTests
{
    [Theory]
    [InlineData("plant=B", "B")]
    [InlineData("plant=\"North Shore\"", "North Shore")]
    [InlineData("plant=\"a & b=c|d\"", "a & b=c|d")]
    [InlineData("plant=\"say \"\"B\"\"\"", "say \"B\"")]
    [InlineData("plant=\"\"", "")]
    [InlineData("plant=南京", "南京")]
    public void a_value_with_marks_of_the_grammar_stands_in_quotes_and_reads_back(string rule, string plant)
    {
        Assert.Equal(rule, PopulationRule.Of(("plant", plant)));
        Assert.Equal(plant, PopulationRule.Parse(rule)["plant"]);
    }

    [Fact]
    public void conditions_are_joined_and_those_without_a_value_left_out()
    {
        var rule = PopulationRule.Of(("model", "SANTA FE"), ("plant", null), ("model_year", "2011"));

        Assert.Equal("model=\"SANTA FE\" & model_year=2011", rule);
        Assert.Equal(["model", "model_year"], PopulationRule.Parse(rule).Keys);
    }

    [Fact]
    public void the_empty_rule_is_all_vehicles() => Assert.Empty(PopulationRule.Parse(PopulationRule.Of()));

    [Theory, InlineData("plant"), InlineData("plant=\"A"), InlineData("plant=\"A\" | line=2")]
    public void what_is_no_rule_is_refused(string rule) => Assert.Throws<FormatException>(() => PopulationRule.Parse(rule));
}

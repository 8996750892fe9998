using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Scan;

namespace ClaimInsights.Tests.Analysis;

/// <summary>The table of prior weights, as a department edits it.</summary>
public sealed class HypothesisPriorTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    [Fact]
    public void what_the_file_does_not_name_keeps_its_default()
    {
        var prior = Read("""{ "window": 0.2, "smallest_ratio_of_part": 1.1, "attributes": { "plant": 0.9 } }""");

        Assert.Equal((0.2, 1.1, 1.2, 0.45), (prior.Window, prior.SmallestRatioOfPart, prior.SmallestRatio, prior.OneAttribute));
        Assert.Equal(0.9, prior.Attributes["plant"]);
    }

    [Fact]
    public void the_table_comes_back_as_it_was_written()
    {
        var prior = new HypothesisPrior { LateInLife = 0.25, Ratios = [2, 5] };

        Assert.Equal(prior.ToJson(), Read(prior.ToJson()).ToJson());
    }

    [Theory]
    [InlineData("""{ "windows": 0.2 }""", "windows")]
    [InlineData("""{ "window": -1 }""", "negative")]
    [InlineData("""{ "smallest_ratio_of_part": 0.9 }""", "smallest_ratio_of_part")]
    [InlineData("""{ "smallest_ratio_of_part": 1.7 }""", "ratios lie above")]
    [InlineData("""{ "late_in_life": 1 }""", "late_in_life")]
    [InlineData("""{ "late_in_life": 0.6, "high_mileage": 0.4 }""", "high_mileage")]
    [InlineData("null", "no table")]
    public void a_table_that_cannot_be_is_named_with_what_was_expected(string text, string said)
    {
        var problem = Assert.Throws<AnalysisException>(() => Read(text));

        Assert.StartsWith(file, problem.Message, StringComparison.Ordinal);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
        Assert.Contains("expected an object of weights", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void a_file_that_is_not_there_is_said_so() =>
        Assert.Contains("there is no such file", Assert.Throws<AnalysisException>(() => HypothesisPrior.Read(file + ".gone")).Message, StringComparison.Ordinal);

    public void Dispose() => File.Delete(file);

    private HypothesisPrior Read(string text)
    {
        File.WriteAllText(file, text);
        return HypothesisPrior.Read(file);
    }
}

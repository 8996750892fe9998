using System.Globalization;
using ClaimInsights.Analysis.Statistics;
using ClaimInsights.App;
using ClaimInsights.Models.OwnTables;
using DuckDB.NET.Data;
using static ClaimInsights.Tests.Models.OwnTables.GivenTable;

namespace ClaimInsights.Tests.Models.OwnTables;

/// <summary><c>train --features</c> and <c>score --features</c>: a model of any table, without a store.</summary>
public sealed class OwnTableTests : IDisposable
{
    private static readonly List<string> Known = Rows(600);

    private readonly string folder = Directory.CreateTempSubdirectory("own-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void later_rows_are_ranked_and_scored_in_their_order_whatever_else_the_file_holds()
    {
        var train = Write(folder, "train.csv", Known);
        var (code, output, error) = Run("train", "--features", train, "--label", "bad", "--time", "day", "--drop", "dealer", "--out", Path.Combine(folder, "m"), "--json");
        Assert.True(code == 0, error);
        Assert.Contains("\"ranking\": \"model\"", output, StringComparison.Ordinal);

        var fresh = Rows(300, seed: 11).ConvertAll(row => row.Split(','));
        var truth = fresh.ConvertAll(row => row[5] == "1");
        // The label says the opposite, the dropped column nothing, the time is gone, a part was never seen.
        var test = Write(folder, "test.csv", fresh.Select((row, i) => $"{row[1]},{row[2]},{(i == 0 ? "P-NEW" : row[3])},,{(row[5] == "1" ? 0 : 1)},note"), "km,hours,part,dealer,bad,extra");
        (code, _, error) = Run("score", "--features", test, "--model", Path.Combine(folder, "m"), "--out", Path.Combine(folder, "s"));
        Assert.True(code == 0, error);

        Assert.Equal(["scores.csv"], Directory.GetFiles(Path.Combine(folder, "s")).Select(Path.GetFileName));
        var lines = File.ReadAllLines(Path.Combine(folder, "s", "scores.csv"));
        Assert.StartsWith("score,", lines[0], StringComparison.Ordinal);
        double[] scores = [.. lines.Skip(1).Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture))];
        Assert.All(scores, score => Assert.InRange(score, 0, 1));
        Assert.InRange(Ranking.RocAuc(scores, truth), 0.7, 1);
        Assert.Contains(lines, line => line.Contains("part=P1 (+", StringComparison.Ordinal));
    }

    [Fact]
    public void two_trainings_shuffled_rows_and_parquet_give_the_same_model_to_the_last_byte()
    {
        var shuffled = Known.ToArray();
        new Random(2).Shuffle(shuffled);
        var first = Trained(Write(folder, "table.csv", Known), "a");
        var again = Trained(Write(folder, "table.csv", shuffled), "b");
        var parquet = Trained(Parquet(Path.Combine(folder, "table.csv")), "c");

        Assert.Equal(first, again);
        Assert.Equal(first, parquet);
    }

    [Fact]
    public void scores_of_later_rows_are_probabilities()
    {
        Trained(Write(folder, "table.csv", Rows(1200)), "m");
        var fresh = Rows(2000, seed: 12);
        var scores = OwnTableFolder.Load(Path.Combine(folder, "m")).Score(Write(folder, "fresh.csv", fresh)).Select(row => row.Score).ToArray();
        bool[] truth = [.. fresh.Select(row => row[^1] == '1')];

        Assert.InRange(RankingCalibration.ExpectedError(scores, truth), 0, 0.05);
        Assert.InRange(RankingCalibration.ExpectedOverObserved(scores, truth, 400), 0.8, 1.2);
    }

    [Fact]
    public void contributions_add_up_to_what_the_row_is_above_a_usual_one()
    {
        Trained(Write(folder, "table.csv", Known), "m");
        var model = OwnTableFolder.Load(Path.Combine(folder, "m"));
        using var file = OwnTableFile.Open(Path.Combine(folder, "table.csv"));
        var rows = OwnTableReader.ForScoring(file, model.Columns);
        float[] one = new float[model.Inputs.Count], other = new float[model.Inputs.Count];
        double[] byInput = new double[one.Length], ofOne = new double[model.Columns.Count], ofOther = new double[model.Columns.Count];
        OwnInputs.Of(model.Inputs, rows.Values, 3, one);
        OwnInputs.Of(model.Inputs, rows.Values, 4, other);
        model.Contributions(one, byInput, ofOne);
        model.Contributions(other, byInput, ofOther);

        Assert.Equal(model.LogOdds(one) - model.LogOdds(other), ofOne.Sum() - ofOther.Sum(), 9);
    }

    [Fact]
    public void weights_count_a_row_several_times_and_a_weight_of_nothing_leaves_it_out()
    {
        // Rows that say the opposite, without any weight, teach nothing.
        var rows = Known.Select(row => row + ",2").Concat(Rows(900, seed: 9).Select(row => row[..^1] + (row[^1] == '1' ? "0" : "1") + ",0"));
        var table = Write(folder, "table.csv", rows, Header + ",w");
        OwnTableFolder.Train(new(table, "bad", "day", "w", ["dealer"]), Path.Combine(folder, "m"));
        var fresh = Rows(300, seed: 11);
        var scores = OwnTableFolder.Load(Path.Combine(folder, "m")).Score(Write(folder, "fresh.csv", fresh));

        Assert.InRange(Ranking.RocAuc([.. scores.Select(row => row.Score)], [.. fresh.Select(row => row[^1] == '1')]), 0.7, 1);
    }

    private byte[] Trained(string table, string name)
    {
        OwnTableFolder.Train(new(table, "bad", "day"), Path.Combine(folder, name));
        return File.ReadAllBytes(Path.Combine(folder, name, "model.json"));
    }

    private static string Parquet(string csv)
    {
        var path = Path.ChangeExtension(csv, "parquet");
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"copy (from read_csv('{csv}')) to '{path}'";
        command.ExecuteNonQuery();
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        StringWriter output = new(), error = new();
        var code = CommandLine.Run(arguments, new Terminal(output, error, IsInteractive: false, TimeProvider.System));
        return (code, output.ToString(), error.ToString());
    }
}

using ClaimInsights.App;
using ClaimInsights.Models;
using ClaimInsights.Models.OwnTables;
using static ClaimInsights.Tests.Models.OwnTables.GivenTable;

namespace ClaimInsights.Tests.Models.OwnTables;

/// <summary>A table that does not serve: one clear line, and the model that was there stays.</summary>
public sealed class OwnTableBadInputTests : IDisposable
{
    private static readonly List<string> Known = Rows(300);

    private readonly string folder = Directory.CreateTempSubdirectory("own-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string, string, Func<string, int, string>, string, string[]> Tables => new()
    {
        { "no label column", Header, (row, _) => row, "there is no column 'verdict' (--label); found day, km", ["verdict", "day"] },
        { "no time column", Header, (row, _) => row, "there is no column 'when' (--time); found day, km", ["bad", "when"] },
        { "no such column to drop", Header, (row, _) => row, "there is no column 'nothing' (--drop)", ["bad", "day", "nothing"] },
        { "one class", Header, (row, _) => row[..^1] + "0", "every row says '0'; expected 0 and 1", ["bad", "day"] },
        { "many classes", Header, (row, i) => row[..^1] + (i % 3), "more than two values", ["bad", "day"] },
        { "text among numbers", Header, (row, i) => i == 6 ? row.Replace(row.Split(',')[1], "many", StringComparison.Ordinal) : row, "row 7: 'km' is a number in 299 of 300 rows, here it is 'many'; expected a number", ["bad", "day"] },
        { "a constant column", Header + ",plant", (row, _) => row + ",A", "the column 'plant' holds the same value in every row (or none); expected columns that differ. Leave it out: --drop plant", ["bad", "day"] },
        { "an empty column", Header + ",plant", (row, _) => row + ",", "the column 'plant' holds the same value", ["bad", "day"] },
        { "a leaking number", Header + ",recovered", (row, i) => row + "," + (row[^1] == '1' ? 500 + i : i % 7), "'recovered' (ROC-AUC 1.000) alone foretells the label", ["bad", "day"] },
        { "a leaking category", Header + ",outcome", (row, _) => row + "," + (row[^1] == '1' ? "debit" : "none"), "'outcome' (ROC-AUC 1.000) alone foretells the label", ["bad", "day"] },
        { "a time that is none", Header, (row, i) => i == 2 ? row.Replace("2024", "someday", StringComparison.Ordinal) : row, "row 3: 'day' (--time) is 'someday-01-01'; expected a date", ["bad", "day"] },
        { "positives at the beginning only", Header, (row, i) => row[..^1] + (i < 90 && i % 2 == 0 ? "1" : "0"), "hold 0 positive ones; expected at least 5 of either kind", ["bad", "day"] },
        { "a column twice", Header + ",km", (row, _) => row + ",1", "the column 'km' is there 2 times", ["bad", "day"] },
        { "a torn row", Header, (row, i) => i == 5 ? row + ",1,2" : row, "not a readable table", ["bad", "day"] },
    };

    [Theory, MemberData(nameof(Tables))]
    public void a_table_that_does_not_serve_is_refused_in_one_line_and_nothing_is_overwritten(
        string name, string header, Func<string, int, string> change, string message, string[] columns)
    {
        var table = Write(folder, "table.csv", Known.Select(change), header);
        var model = Path.Combine(folder, "m");
        Directory.CreateDirectory(model);
        File.WriteAllText(Path.Combine(model, "model.json"), "the one before");

        var (code, error) = Run(["train", "--features", table, "--label", columns[0], "--time", columns[1], "--out", model, "--quiet", .. columns.Skip(2).SelectMany(column => new[] { "--drop", column })]);

        Assert.True(code == 1, $"{name}: {code} {error}");
        Assert.Contains(message, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal("the one before", File.ReadAllText(Path.Combine(model, "model.json")));
        Assert.Single(Directory.GetFiles(model));
    }

    [Fact]
    public void a_leak_is_taken_where_it_is_allowed_and_texts_are_categories_where_that_is_said()
    {
        var table = Write(folder, "table.csv", Known.Select((row, i) => $"{row},{(row[^1] == '1' ? 500 + i : i % 7)},{(i == 3 ? "x" : (i % 9).ToString(System.Globalization.CultureInfo.InvariantCulture))}"), Header + ",recovered,code");

        Assert.Contains("--categories code", Assert.Throws<ModelException>(() => OwnTableFolder.Train(new(table, "bad", "day"), folder)).Message, StringComparison.Ordinal);
        var card = OwnTableFolder.Train(new(table, "bad", "day", Categories: ["code"], AllowLeaks: true), Path.Combine(folder, "m"));
        Assert.InRange(card.Figures[0].RocAuc, 0.99, 1);
    }

    [Fact]
    public void rows_to_score_need_the_columns_of_the_model_and_numbers_where_it_learned_numbers()
    {
        var model = Path.Combine(folder, "m");
        OwnTableFolder.Train(new(Write(folder, "table.csv", Known), "bad", "day"), model);

        Assert.Contains("looks at hours, dealer, which the file does not have", Refused(Write(folder, "few.csv", ["1,P1"], "km,part")), StringComparison.Ordinal);
        Assert.Contains("row 2: 'km' is a number to the model, here it is 'far'", Refused(Write(folder, "text.csv", ["1,2,P1,D01", "far,2,P1,D01"], "km,hours,part,dealer")), StringComparison.Ordinal);
        Assert.Contains("there is no such file", Refused(Path.Combine(folder, "none.csv")), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(model, "model.json"), "{\"format\": \"older\"}");
        Assert.Contains("a model of the form 'older'", Refused(Path.Combine(folder, "table.csv")), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(folder, "s")));

        string Refused(string table)
        {
            var (code, error) = Run(["score", "--features", table, "--model", model, "--out", Path.Combine(folder, "s"), "--quiet"]);
            Assert.Equal(1, code);
            return error;
        }
    }

    [Theory]
    [InlineData("train --features a.csv --label y", "train --features also needs --time")]
    [InlineData("train --label y", "--label goes with --features FILE")]
    [InlineData("score --features a.csv --out d", "--model is missing")]
    public void options_that_belong_together_are_asked_for_together(string line, string message)
    {
        var (code, error) = Run(line.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static (int Code, string Error) Run(string[] arguments)
    {
        StringWriter output = new(), error = new();
        var code = CommandLine.Run(arguments, new Terminal(output, error, IsInteractive: false, TimeProvider.System));
        return (code, error.ToString());
    }
}

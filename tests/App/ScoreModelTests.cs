namespace ClaimInsights.Tests.App;

/// <summary><c>score --model ID</c> repeats what a model said when it was in use.</summary>
public sealed class ScoreModelTests : IDisposable
{
    private readonly GivenApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void an_earlier_model_repeats_its_scores_to_the_last_byte()
    {
        GivenApp.Ok("simulate", "--out", app.At("fleet"), "--vehicles", "1500", "--months", "24", "--seed", "7", "--reviewed", "0.5", "--quiet");
        GivenApp.Ok("ingest", app.At("fleet/delivery"), "--store", app.Store, "--quiet");
        GivenApp.Ok("analyse", "--store", app.Store, "--quiet");
        var first = Train("1");
        var byFirst = Score();
        var second = Train("2");
        var bySecond = Score();

        Assert.NotEqual(first, second);
        Assert.NotEqual(byFirst, bySecond);
        Assert.Equal(byFirst, Score("--model", first));
        Assert.Equal(second, File.ReadAllText(Path.Combine(app.Store, "models", "current")).Trim());
        Assert.Contains("scored by rules", GivenApp.Ok("score", "--store", app.Store, "--model", "rules", "--quiet"), StringComparison.Ordinal);

        var answer = GivenApp.Run("score", "--store", app.Store, "--model", "../models/" + first, "--quiet");
        Assert.Equal(1, answer.Code);
        Assert.Single(answer.Error.TrimEnd().Split('\n'));
        Assert.All([first, second, "rules", "no such model"], part => Assert.Contains(part, answer.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void a_new_model_says_how_it_fares_and_one_that_is_not_asked_for_changes_nothing()
    {
        GivenApp.Ok("simulate", "--out", app.At("fleet"), "--vehicles", "1500", "--months", "24", "--seed", "7", "--reviewed", "0.5", "--quiet");
        var verdicts = Path.Combine(app.At("fleet/delivery"), "verdicts.csv");
        File.AppendAllText(verdicts, File.ReadLines(verdicts).Last().Replace(File.ReadLines(verdicts).Last().Split(',')[0], "W-NOBODY", StringComparison.Ordinal) + "\n");
        GivenApp.Ok("ingest", app.At("fleet/delivery"), "--store", app.Store, "--quiet");

        var said = GivenApp.Ok("train", "--store", app.Store, "--quiet");
        var first = File.ReadAllText(Path.Combine(app.Store, "models", "current"));
        var again = GivenApp.Ok("train", "--store", app.Store, "--quiet");
        var other = GivenApp.Ok("train", "--store", app.Store, "--seed", "2", "--promote", "never", "--quiet");

        Assert.Contains("1 on a claim that the store does not have", said, StringComparison.Ordinal);
        Assert.Contains("in use now. Beside rules, on ", said, StringComparison.Ordinal);
        Assert.Contains("the same model as the one in use", again, StringComparison.Ordinal);
        Assert.Contains("kept, not in use, as asked", other, StringComparison.Ordinal);
        Assert.Equal(first, File.ReadAllText(Path.Combine(app.Store, "models", "current")));
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(app.Store, "models")).Length);
    }

    private string Train(string seed)
    {
        GivenApp.Ok("train", "--store", app.Store, "--seed", seed, "--promote", "always", "--quiet");
        return File.ReadAllText(Path.Combine(app.Store, "models", "current")).Trim();
    }

    private string Score(params string[] more)
    {
        var path = GivenApp.Ok(["score", "--store", app.Store, "--quiet", .. more]).TrimEnd().Split('\n')[^1];
        return Convert.ToHexString(File.ReadAllBytes(path));
    }
}

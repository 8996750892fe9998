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

    private string Train(string seed)
    {
        GivenApp.Ok("train", "--store", app.Store, "--seed", seed, "--quiet");
        return File.ReadAllText(Path.Combine(app.Store, "models", "current")).Trim();
    }

    private string Score(params string[] more)
    {
        var path = GivenApp.Ok(["score", "--store", app.Store, "--quiet", .. more]).TrimEnd().Split('\n')[^1];
        return Convert.ToHexString(File.ReadAllBytes(path));
    }
}

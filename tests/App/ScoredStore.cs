using ClaimInsights.Tests.Ingest;

namespace ClaimInsights.Tests.App;

/// <summary>A small scored store, made once: twelve paid claims, six places in the queue, half of them drawn, so nine are left for three draws.</summary>
public sealed class ScoredStore : IDisposable
{
    private readonly GivenApp app = new();

    public ScoredStore()
    {
        GivenApp.Ok("ingest",
            app.Write("claims.csv", Claims.Csv([.. Enumerable.Range(0, 12).Select(i => new[] { $"claim_id=C-{i * 5 % 12:00}", $"approved_amount={20 + i}.25", "failed_on=2024-11-01" })])),
            app.Write("parts.csv", "causal_part,name\nP-100,Pump\n"), "--store", app.Store, "--quiet");
        GivenApp.Ok("analyse", "--store", app.Store, "--quiet");
        GivenApp.Ok("score", "--store", app.Store, "--capacity", "6", "--random-share", "0.5", "--quiet");
    }

    /// <summary>A copy of it for one test.</summary>
    internal void CopyTo(string folder)
    {
        foreach (var file in Directory.GetFiles(app.Store, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(app.Store, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose() => app.Dispose();
}

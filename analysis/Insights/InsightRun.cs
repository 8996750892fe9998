using System.Text.Json;

namespace ClaimInsights.Analysis.Insights;

/// <summary>What the insight tables of one as-of date were computed from; the last file that a run writes.</summary>
/// <param name="StoreHash">The store's state.</param>
/// <param name="AsOf">As-of date.</param>
/// <param name="Alpha">False-discovery rate.</param>
/// <param name="Basis"><c>rate</c> or <c>share</c>.</param>
/// <param name="Charts">Parts × failure modes looked at.</param>
/// <param name="Tests">Build months or populations tested.</param>
/// <param name="NewestCompleteness">Share of the as-of month's claims that is known by now; 0–1.</param>
public sealed record InsightRun(string StoreHash, DateOnly AsOf, double Alpha, string Basis, int Charts, int Tests, double NewestCompleteness)
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The folder of the insight tables of one as-of date in a store.</summary>
    public static string FolderOf(string storeFolder, DateOnly asOf) =>
        Path.Combine(storeFolder, "insights", asOf.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>What the folder's tables were computed from; null where no run has finished there.</summary>
    public static InsightRun? In(string folder)
    {
        var path = Path.Combine(folder, "run.json");
        return File.Exists(path) ? JsonSerializer.Deserialize<InsightRun>(File.ReadAllText(path), Json) : null;
    }

    /// <summary>Marks the run as finished.</summary>
    public void Write(string folder)
    {
        var path = Path.Combine(folder, "run.json");
        File.WriteAllText(path + ".unfinished", JsonSerializer.Serialize(this, Json) + "\n");
        File.Move(path + ".unfinished", path, overwrite: true);
    }
}

namespace ClaimInsights.Ingest;

/// <summary>What became of a store's files when it was compacted.</summary>
/// <param name="Merged">Small files that were merged.</param>
/// <param name="Written">Files that hold their rows now.</param>
/// <param name="Rows">Rows in these.</param>
/// <param name="Removed">Files that no manifest named, and files that an earlier commit had replaced; removed.</param>
public sealed record Compaction(int Merged, int Written, long Rows, int Removed)
{
    /// <summary>The store was compact already.</summary>
    public bool IsNothing => Merged + Removed == 0;
}

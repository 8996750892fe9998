namespace ClaimInsights.Analysis.Statistics;

/// <summary>Closings between two times before now, in the unit of the lag.</summary>
/// <param name="Newest">The latest that counts, itself included; 0 is now.</param>
/// <param name="Oldest">The earliest, itself left out; above <paramref name="Newest"/>.</param>
public readonly record struct LagWindow(int Newest, int Oldest)
{
    /// <summary>Every closing.</summary>
    public static LagWindow All { get; } = new(0, int.MaxValue);
}

namespace ClaimInsights.Analysis;

/// <summary>Where a part is fitted.</summary>
/// <param name="CausalPart">The part.</param>
/// <param name="Models">Models, joined by <c>;</c>; null or empty: all.</param>
/// <param name="Powertrains">Powertrains, joined by <c>;</c>; null or empty: all.</param>
public sealed record PartFit(string CausalPart, string? Models, string? Powertrains)
{
    /// <summary>Whether vehicles of this model and powertrain have the part; an unknown powertrain may have any.</summary>
    public bool Fits(string model, string? powertrain) => Holds(Models, model) && (powertrain is null || Holds(Powertrains, powertrain));

    /// <summary>Where each part is fitted, by part.</summary>
    /// <param name="warehouse">The store.</param>
    /// <exception cref="AnalysisException">As in <see cref="Analysis{TRow}.Run"/>.</exception>
    public static IReadOnlyDictionary<string, PartFit> ByPart(Warehouse warehouse) =>
        Analyses.PartFits.RunOnce(warehouse).ToDictionary(fit => fit.CausalPart, StringComparer.Ordinal);

    private static bool Holds(string? list, string value) =>
        string.IsNullOrEmpty(list) || list.Split(';', StringSplitOptions.TrimEntries).Contains(value, StringComparer.Ordinal);
}

namespace ClaimInsights.Analysis.Scan;

/// <summary>In which strata each part is fitted; parts fitted to the same vehicles share one array, by which they are known as such.</summary>
/// <param name="fleet">The vehicles.</param>
internal sealed class FittedStrata(ScanFleet fleet)
{
    private readonly Dictionary<(string?, string?), bool[]> byFit = [];
    private readonly Dictionary<string, bool[]> byStrata = new(StringComparer.Ordinal);

    /// <summary>Whether the part is fitted, by stratum.</summary>
    public bool[] Of(PartFit part)
    {
        var fit = (part.Models, part.Powertrains);
        if (!byFit.TryGetValue(fit, out var known))
        {
            bool[] isFitted = [.. fleet.Strata.Select(stratum => part.Fits(stratum.Model, stratum.Powertrain))];
            var name = string.Concat(isFitted.Select(one => one ? '1' : '0'));
            byFit[fit] = known = byStrata.TryGetValue(name, out var same) ? same : byStrata[name] = isFitted;
        }

        return known;
    }
}

namespace ClaimInsights.Models;

/// <summary>How much a model uses each feature: its mean absolute contribution to the log-odds, as a share of all.</summary>
internal static class FeatureUses
{
    private const int Claims = 2_000;

    public static IReadOnlyList<FeatureUse> Of(SuspicionModel model, IReadOnlyList<ClaimFeatures> rows)
    {
        var every = Math.Max(1, rows.Count / Claims);
        var sums = FeatureTable.All.ToDictionary(feature => feature.Name, _ => 0.0, StringComparer.Ordinal);
        foreach (var row in rows.Where((_, i) => i % every == 0))
        {
            foreach (var (rule, added) in Rules.All.Zip(model.OfRules(row)))
            {
                sums[rule.Features[0]] += Math.Abs(added);
            }

            foreach (var (feature, added) in FeatureTable.All.Zip(model.OfShapes(row)))
            {
                sums[feature.Name] += Math.Abs(added);
            }
        }

        var whole = sums.Values.Sum();
        return
        [
            .. sums.Where(one => one.Value > 0).Select(one => new FeatureUse(one.Key, one.Value / whole))
                .OrderByDescending(use => use.Share).ThenBy(use => use.Feature, StringComparer.Ordinal),
        ];
    }
}

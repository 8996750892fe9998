using System.Globalization;

namespace ClaimInsights.Models;

/// <summary>How many scored claims each group holds, counted while they are scored: provinces, sizes of dealer, ages of vehicle, uses and dealers.</summary>
internal sealed class ScoredGroups
{
    /// <summary>What a claim shows itself; the size of its dealer is known at the end.</summary>
    private static readonly (string Dimension, Func<ReviewableClaim, string?> Of)[] Shown =
    [
        ("province", claim => claim.Province),
        ("vehicle_age", claim => claim.DaysInService is { } days ? (days / 365).ToString(CultureInfo.InvariantCulture) : null),
        ("use", claim => claim.IsCommercial is { } isCommercial ? isCommercial ? "commercial" : "private" : null),
        ("dealer", claim => claim.DealerCode),
    ];

    private readonly Dictionary<string, int>[] counts = [.. Shown.Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];

    /// <summary>Claims counted.</summary>
    public int Claims { get; private set; }

    /// <summary>Counts a scored claim.</summary>
    public void Add(ReviewableClaim claim)
    {
        Claims++;
        for (var i = 0; i < Shown.Length; i++)
        {
            if (Shown[i].Of(claim) is { } value)
            {
                counts[i][value] = counts[i].GetValueOrDefault(value) + 1;
            }
        }
    }

    /// <summary>Each dimension, as they are listed, with the group of a claim and the claims counted by group.</summary>
    public IEnumerable<(string Dimension, Func<ReviewableClaim, string?> Of, IReadOnlyDictionary<string, int> Claims)> Dimensions()
    {
        for (var i = 0; i < Shown.Length; i++)
        {
            yield return (Shown[i].Dimension, Shown[i].Of, counts[i]);
            if (Shown[i].Dimension == "province")
            {
                yield return Sizes(counts[^1]);
            }
        }
    }

    private (string Dimension, Func<ReviewableClaim, string?> Of, IReadOnlyDictionary<string, int> Claims) Sizes(Dictionary<string, int> dealers)
    {
        var sizes = Fifths(dealers);
        return (
            "dealer_size", claim => sizes.GetValueOrDefault(claim.DealerCode),
            dealers.GroupBy(dealer => sizes[dealer.Key], StringComparer.Ordinal).ToDictionary(size => size.Key, size => size.Sum(dealer => dealer.Value), StringComparer.Ordinal));
    }

    /// <summary>Fifths of the claims by their dealers' size, 1 the smallest.</summary>
    private Dictionary<string, string> Fifths(Dictionary<string, int> dealers)
    {
        var fifths = new Dictionary<string, string>(StringComparer.Ordinal);
        double before = 0;
        foreach (var dealer in dealers.OrderBy(dealer => dealer.Value).ThenBy(dealer => dealer.Key, StringComparer.Ordinal))
        {
            fifths[dealer.Key] = (1 + (int)(5 * (before / Claims))).ToString(CultureInfo.InvariantCulture);
            before += dealer.Value;
        }

        return fifths;
    }
}

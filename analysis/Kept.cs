namespace ClaimInsights.Analysis;

/// <summary>Dictionaries that grow while they are asked.</summary>
public static class Kept
{
    /// <summary>What is kept under a key; made and kept where there is nothing yet.</summary>
    /// <param name="kept">Grows by what is made.</param>
    /// <param name="key">The key.</param>
    /// <param name="make">Makes what is not there.</param>
    public static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> kept, TKey key, Func<TValue> make)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(make);
        if (!kept.TryGetValue(key, out var found))
        {
            kept[key] = found = make();
        }

        return found;
    }
}

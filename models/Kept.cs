namespace ClaimInsights.Models;

/// <summary>Dictionaries that grow while they are asked.</summary>
internal static class Kept
{
    /// <summary>What is kept under a key; made and kept where there is nothing yet.</summary>
    public static TValue Of<TKey, TValue>(Dictionary<TKey, TValue> kept, TKey key, Func<TValue> make)
        where TKey : notnull
    {
        if (!kept.TryGetValue(key, out var found))
        {
            kept[key] = found = make();
        }

        return found;
    }
}

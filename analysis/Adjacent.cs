namespace ClaimInsights.Analysis;

/// <summary>Rows that come sorted, by groups of neighbours.</summary>
public static class Adjacent
{
    /// <summary>Neighbouring rows of the same key, one group held at a time; a key that comes back later makes another group.</summary>
    /// <param name="rows">Rows, those of a key side by side.</param>
    /// <param name="keyOf">Key of a row.</param>
    public static IEnumerable<(TKey Key, List<TRow> Rows)> Groups<TRow, TKey>(IEnumerable<TRow> rows, Func<TRow, TKey> keyOf)
        where TKey : IEquatable<TKey>
    {
        var (key, group) = (default(TKey)!, new List<TRow>());
        foreach (var row in rows)
        {
            var own = keyOf(row);
            if (group.Count > 0 && !own.Equals(key))
            {
                yield return (key, group);
                group = [];
            }

            key = own;
            group.Add(row);
        }

        if (group.Count > 0)
        {
            yield return (key, group);
        }
    }
}

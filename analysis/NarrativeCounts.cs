namespace ClaimInsights.Analysis;

/// <summary>A term of narratives with the claims that hold it.</summary>
/// <param name="Term">As <see cref="NarrativeTerms"/> gives it.</param>
/// <param name="Phrases">What stands in exactly as many claims of each month and age, the term among it; pieces of a Chinese phrase put together.</param>
/// <param name="ByMonth">Claims by month, the oldest first.</param>
/// <param name="ByAge">Claims by class of age.</param>
internal sealed record CountedTerm(string Term, IReadOnlyList<string> Phrases, long[] ByMonth, long[] ByAge);

/// <summary>Counts the terms of many narratives: each text is read once, and terms that stand in exactly as many claims of each month and age are one.</summary>
internal static class NarrativeCounts
{
    /// <param name="claims">The claims.</param>
    /// <param name="fewest">Claims in which a term stands at least.</param>
    /// <param name="most">And at most.</param>
    /// <param name="monthOf">Index of a claim's month.</param>
    /// <param name="months">How many there are.</param>
    /// <param name="ageOf">Class of a claim's age.</param>
    /// <param name="ages">How many there are.</param>
    /// <returns>In the order of the terms.</returns>
    public static IReadOnlyList<CountedTerm> Of(
        IReadOnlyList<NarrativeClaim> claims, int fewest, double most, Func<NarrativeClaim, int> monthOf, int months, Func<NarrativeClaim, int> ageOf, int ages)
    {
        var (ids, terms) = (new Dictionary<string, int>(StringComparer.Ordinal), new List<string>());
        var (claimsOf, lastOf) = (new List<int>(), new List<int>());
        var spans = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var texts = new int[claims.Count][];
        var text = new List<int>();
        for (var claim = 0; claim < claims.Count; claim++)
        {
            text.Clear();
            NarrativeTerms.Visit(claims[claim].Words, term =>
            {
                if (!spans.TryGetValue(term, out var id))
                {
                    spans[term] = id = ids.Count;
                    terms.Add(term.ToString());
                    claimsOf.Add(0);
                    lastOf.Add(-1);
                }

                if (lastOf[id] != claim)
                {
                    lastOf[id] = claim;
                    claimsOf[id]++;
                    text.Add(id);
                }
            });
            texts[claim] = [.. text];
        }

        var counted = new CountedTerm?[terms.Count];
        for (var claim = 0; claim < claims.Count; claim++)
        {
            var (month, age) = (monthOf(claims[claim]), ageOf(claims[claim]));
            foreach (var id in texts[claim])
            {
                if (claimsOf[id] >= fewest && claimsOf[id] <= most)
                {
                    var own = counted[id] ??= new CountedTerm(terms[id], [], new long[months], new long[ages]);
                    own.ByMonth[month]++;
                    own.ByAge[age]++;
                }
            }
        }

        // Of a phrase that is always the same every piece has the same counts: one look, not many.
        return [.. counted.OfType<CountedTerm>()
            .GroupBy(one => string.Join(' ', one.ByMonth.Concat(one.ByAge)), StringComparer.Ordinal)
            .Select(same => same.OrderByDescending(one => one.Term.Length).ThenBy(one => one.Term, StringComparer.Ordinal).ToList())
            .Select(same => same[0] with { Phrases = PhrasesOf([.. same.Select(one => one.Term)]) })
            .OrderBy(one => one.Term, StringComparer.Ordinal)];
    }

    /// <summary>Longest terms first; a Chinese one that goes on where another ends (「向盘异」, 「盘异响」) is put together with it.</summary>
    internal static IReadOnlyList<string> PhrasesOf(IReadOnlyList<string> terms)
    {
        var left = terms.Where(term => !terms.Any(other => other.Length > term.Length && IsPiece(term, other))).ToList();
        for (var isJoined = true; isJoined;)
        {
            isJoined = false;
            for (var i = 0; i < left.Count && !isJoined; i++)
            {
                var (one, next) = (left[i], left.FindIndex(other => other != left[i] && GoesOn(left[i], other)));
                if (next >= 0)
                {
                    left[i] = one + left[next][Overlap..];
                    left.RemoveAt(next);
                    isJoined = true;
                }
            }
        }

        return left;
    }

    private const int Overlap = NarrativeTerms.LongestGram - 1;

    private static bool IsPiece(string term, string other) => !char.IsAscii(term[0]) && other.Contains(term, StringComparison.Ordinal);

    private static bool GoesOn(string one, string other) => !char.IsAscii(one[0]) && other.Length > Overlap && one.Length > Overlap && one.EndsWith(other[..Overlap], StringComparison.Ordinal);
}

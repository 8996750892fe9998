namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// A step of summing strata up to rules. Each step leaves one more attribute out, the one that strata are numbered by last: kinds of vehicles become
/// fewer, and rules that do not ask for what was left out are summed of fewer kinds.
/// </summary>
/// <param name="KindOf">Kind of this step of each kind of the step before; of each stratum for the first.</param>
/// <param name="Kinds">How many there are.</param>
/// <param name="Width">Rules that a kind belongs to and that ask for what the next step leaves out.</param>
/// <param name="Rules">Of each kind its rules of this step, as <see cref="ScanFleet.FirstRule"/> counts them; the number of all where a value is not known.</param>
internal sealed record RuleLevel(int[] KindOf, int Kinds, int Width, int[] Rules)
{
    /// <summary>By which strata are numbered, first to last; attributes beyond the contract's stand before the climate.</summary>
    private static readonly string[] First = ["use", "powertrain", "plant", "line", "model"], Last = ["climate", "province"];

    /// <param name="facets">What may be asked.</param>
    /// <param name="firstRule">Index of each facet's first combination; their number at the end.</param>
    /// <param name="attributes">Values of each stratum by attribute.</param>
    /// <param name="strata">How many strata there are.</param>
    public static IReadOnlyList<RuleLevel> Of(IReadOnlyList<Facet> facets, int[] firstRule, IReadOnlyDictionary<string, string?[]> attributes, int strata)
    {
        var asked = facets.SelectMany(facet => facet.Attributes).Distinct(StringComparer.Ordinal)
            .OrderByDescending(name => Array.IndexOf(Last, name)).ThenByDescending(name => Array.IndexOf(First, name) is var at && at < 0 ? First.Length : at)
            .ThenByDescending(name => name, StringComparer.Ordinal).ToList();
        var levels = new List<RuleLevel>();
        // Of each kind of the step at hand a stratum that stands for it.
        var examples = Enumerable.Range(0, strata).ToList();
        for (var step = 0; step <= asked.Count; step++)
        {
            var left = asked.Skip(step).ToList();
            var index = new Dictionary<string, int>(StringComparer.Ordinal);
            var (kindOf, next) = (new int[examples.Count], new List<int>());
            for (var i = 0; i < examples.Count; i++)
            {
                var key = string.Join('\u001f', left.Select(name => attributes[name][examples[i]] is { } value ? $"={value}" : ""));
                if (!index.TryGetValue(key, out kindOf[i]))
                {
                    kindOf[i] = index[key] = next.Count;
                    next.Add(examples[i]);
                }
            }

            examples = next;
            var own = Enumerable.Range(0, facets.Count)
                .Where(facet => step < asked.Count ? facets[facet].Attributes.Contains(left[0]) && !facets[facet].Attributes.Intersect(asked.Take(step)).Any() : facets[facet].Attributes.Count == 0).ToList();
            levels.Add(new RuleLevel(kindOf, examples.Count, own.Count, [.. examples.SelectMany(
                stratum => own.Select(facet => facets[facet].Of[stratum] is var combination && combination >= 0 ? firstRule[facet] + combination : firstRule[^1]))]));
        }

        return levels;
    }
}

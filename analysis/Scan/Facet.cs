namespace ClaimInsights.Analysis.Scan;

/// <summary>
/// What a rule may ask of a vehicle: no attribute, one, or two; with the combination of values of every stratum. A value
/// that is not known takes part in no rule.
/// </summary>
/// <param name="Attributes">Names, none to two; their values are equally many in <paramref name="Values"/>.</param>
/// <param name="Values">Combinations of values that vehicles have.</param>
/// <param name="Of">Combination of each stratum; −1: a value is not known.</param>
internal sealed record Facet(IReadOnlyList<string> Attributes, IReadOnlyList<IReadOnlyList<string>> Values, int[] Of)
{
    /// <summary>The rule of a combination; empty: all vehicles.</summary>
    public string Rule(int combination) => PopulationRule.Of([.. Attributes.Select((name, i) => (name, (string?)Values[combination][i]))]);

    /// <summary>
    /// Every facet of the strata: all vehicles, each attribute that has several values, and pairs of which neither settles
    /// the other (a line settles its plant: the pair would only repeat the line).
    /// </summary>
    public static IReadOnlyList<Facet> All(IReadOnlyDictionary<string, string?[]> of, int strata, int mostValues)
    {
        var attributes = of.Where(one => one.Value.Where(value => value is not null).Distinct().Count() is var count && count > 1 && count <= mostValues)
            .OrderBy(one => one.Key, StringComparer.Ordinal).ToList();
        List<Facet> facets = [new Facet([], [[]], new int[strata])];
        facets.AddRange(attributes.Select(one => Make([one])));
        for (var first = 0; first < attributes.Count; first++)
        {
            for (var second = first + 1; second < attributes.Count; second++)
            {
                var pair = Make([attributes[first], attributes[second]]);
                if (pair.Values.Count > facets[first + 1].Values.Count && pair.Values.Count > facets[second + 1].Values.Count)
                {
                    facets.Add(pair);
                }
            }
        }

        return facets;
    }

    /// <summary>Attributes of strata by their names in rules.</summary>
    public static IReadOnlyDictionary<string, string?[]> Attributed(IReadOnlyList<VehicleStratum> strata)
    {
        var attributes = new Dictionary<string, string?[]>(StringComparer.Ordinal)
        {
            ["model"] = [.. strata.Select(one => one.Model)],
            ["plant"] = [.. strata.Select(one => one.Plant)],
            ["line"] = [.. strata.Select(one => one.Line)],
            ["powertrain"] = [.. strata.Select(one => one.Powertrain)],
            ["use"] = [.. strata.Select(one => one.UsageClass)],
            ["province"] = [.. strata.Select(one => one.Province)],
            ["climate"] = [.. strata.Select(one => one.Climate)],
        };
        for (var i = 0; i < strata.Count; i++)
        {
            foreach (var pair in strata[i].Further?.Split('\u001e') ?? [])
            {
                var parted = pair.Split('\u001f');
                if (!attributes.TryGetValue(parted[0], out var values))
                {
                    attributes[parted[0]] = values = new string?[strata.Count];
                }

                values[i] = parted[1];
            }
        }

        return attributes;
    }

    private static Facet Make(IReadOnlyList<KeyValuePair<string, string?[]>> attributes)
    {
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        var values = new List<IReadOnlyList<string>>();
        var of = new int[attributes[0].Value.Length];
        for (var i = 0; i < of.Length; i++)
        {
            var own = attributes.Select(one => one.Value[i]).ToList();
            if (own.Contains(null))
            {
                of[i] = -1;
                continue;
            }

            var key = string.Join('\u001f', own);
            if (!index.TryGetValue(key, out of[i]))
            {
                of[i] = index[key] = values.Count;
                values.Add([.. own.Select(value => value!)]);
            }
        }

        return new Facet([.. attributes.Select(one => one.Key)], values, of);
    }
}

using System.Text;

namespace ClaimInsights.Analysis;

/// <summary>The rule grammar: <c>attribute=value</c> joined by <c> &amp; </c>; a value with a space, &amp;, | or = stands in double quotes.</summary>
public static class PopulationRule
{
    /// <summary>The rule that asks for every value given; attributes without a value are left out; none: the empty rule, all vehicles.</summary>
    public static string Of(params ReadOnlySpan<(string Attribute, string? Value)> conditions)
    {
        var words = new List<string>();
        foreach (var (attribute, value) in conditions)
        {
            if (value is not null)
            {
                words.Add($"{attribute}={Quoted(value)}");
            }
        }

        return string.Join(" & ", words);
    }

    /// <summary>The conditions of a rule whose attributes have one value each, as <see cref="Of"/> writes it.</summary>
    /// <exception cref="FormatException">It is not such a rule.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var conditions = new Dictionary<string, string>(StringComparer.Ordinal);
        var at = 0;
        while (at < rule.Length)
        {
            var equals = rule.IndexOf('=', at);
            if (equals < 0)
            {
                throw new FormatException($"'{rule}': a condition is attribute=value");
            }

            var attribute = rule[at..equals];
            conditions[attribute] = Value(rule, equals + 1, out at);
            if (at < rule.Length && !rule.AsSpan(at).StartsWith(" & ", StringComparison.Ordinal))
            {
                throw new FormatException($"'{rule}': conditions are joined by ' & '");
            }

            at += 3;
        }

        return conditions;
    }

    /// <summary>The conditions of any rule of the grammar: attribute → the values it allows; the empty rule has none.</summary>
    /// <exception cref="FormatException">It is no such rule.</exception>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Alternatives(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var conditions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var at = 0; at < rule.Length; at += 3)
        {
            var equals = rule.IndexOf('=', at);
            if (equals <= at)
            {
                throw new FormatException($"'{rule}': a condition is attribute=value");
            }

            var (attribute, values) = (rule[at..equals], new List<string>());
            for (at = equals; at < rule.Length && (rule[at] == '|' || at == equals);)
            {
                values.Add(Alternative(rule, at + 1, out at));
            }

            if (!conditions.TryAdd(attribute, values))
            {
                throw new FormatException($"'{rule}': {attribute} is named twice");
            }

            if (at < rule.Length && !rule.AsSpan(at).StartsWith(" & ", StringComparison.Ordinal))
            {
                throw new FormatException($"'{rule}': conditions are joined by ' & '");
            }
        }

        return conditions;
    }

    /// <summary>The same rule without what it asks of one attribute.</summary>
    /// <exception cref="FormatException">It is no rule of the grammar.</exception>
    public static string Without(string rule, string attribute) => string.Join(" & ", Alternatives(rule).Where(one => one.Key != attribute)
        .Select(one => $"{one.Key}={string.Join('|', one.Value.Select(Quoted))}"));

    private static string Alternative(string rule, int from, out int end)
    {
        if (from < rule.Length && rule[from] == '"')
        {
            return Value(rule, from, out end);
        }

        end = rule.AsSpan(from).IndexOfAny("| ") is var stop && stop < 0 ? rule.Length : from + stop;
        return rule[from..end];
    }

    private static string Value(string rule, int from, out int end)
    {
        if (from >= rule.Length || rule[from] != '"')
        {
            end = rule.IndexOf(" & ", from, StringComparison.Ordinal) is var joint && joint < 0 ? rule.Length : joint;
            return rule[from..end];
        }

        var value = new StringBuilder();
        for (end = from + 1; end < rule.Length; end++)
        {
            if (rule[end] != '"')
            {
                value.Append(rule[end]);
            }
            else if (end + 1 < rule.Length && rule[end + 1] == '"')
            {
                value.Append(rule[end++]);
            }
            else
            {
                end++;
                return value.ToString();
            }
        }

        throw new FormatException($"'{rule}': a quote is not closed");
    }

    private static string Quoted(string value) =>
        value.AsSpan().IndexOfAny(" &|=\"") < 0 && value.Length > 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

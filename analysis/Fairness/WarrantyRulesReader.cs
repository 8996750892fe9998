using System.Collections.Immutable;

namespace ClaimInsights.Analysis.Fairness;

/// <summary>Reads the table of warranty rules and checks it as a whole before it is used; the form is in docs/fairness.md.</summary>
public static class WarrantyRulesReader
{
    private const string Embedded = "warranty_rules.json";

    private static readonly string[] Stages = ["reported", "inspected", "decided", "paid", "closed", "followed_up", "total"];

    /// <summary>Reads and checks a table.</summary>
    /// <param name="file">A file; null: the built-in table.</param>
    /// <exception cref="AnalysisException">It cannot be read or is no table of warranty rules; the message says where, what was found, what was expected.</exception>
    public static WarrantyRules Read(string? file) =>
        Parse(RuleTableText.Read(file, Embedded, "the table of warranty rules", "--rules"), file ?? Embedded);

    /// <summary>Reads and checks a table's text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="file">Where it comes from, for errors.</param>
    /// <exception cref="AnalysisException">As in <see cref="Read"/>.</exception>
    public static WarrantyRules Parse(string text, string file)
    {
        var rules = RuleTableText.Parse<WarrantyRules>(text, file, (where, found, cause) => Wrong(where, found, "a table of warranty rules", cause));
        return Problems(rules).FirstOrDefault() is { Where: not null } first ? throw Wrong($"{file}, {first.Where}", first.Found, first.Expected) : rules;
    }

    private static IEnumerable<(string Where, string Found, string Expected)> Problems(WarrantyRules rules)
    {
        if (rules.Version != 1)
        {
            yield return ("version", FormattableString.Invariant($"{rules.Version}"), "1");
        }

        if (rules.RuleSets.IsDefaultOrEmpty || rules.RuleSets.Count(set => set.From is null) != 1)
        {
            yield return ("rule_sets", "not one set without 'from'", "one set that holds from the beginning");
            yield break;
        }

        if (rules.RuleSets.GroupBy(set => set.From).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            yield return ("rule_sets", FormattableString.Invariant($"two sets from {twice.Key:yyyy-MM-dd}"), "a first day of its own for each");
        }

        if (rules.RuleSets.GroupBy(set => set.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } same)
        {
            yield return ("rule_sets", $"'{same.Key}' twice", "each id once");
        }

        foreach (var problem in rules.RuleSets.SelectMany(OfSet))
        {
            yield return problem;
        }
    }

    private static IEnumerable<(string, string, string)> OfSet(WarrantyRuleSet set)
    {
        foreach (var (name, period) in new[] { ("warranty", set.Warranty), ("commercial", set.Commercial), ("wear", set.Wear) })
        {
            if (period is { Months: < 1 or > 1200 } or { Km: < 1 } or { Months: null, Km: null })
            {
                yield return ($"{set.Id}, {name}", FormattableString.Invariant($"months {period.Months}, km {period.Km}"), "months 1 to 1200, km of at least 1, or one of both");
            }
        }

        if (set.DuplicateWithinDays is < 0 or > 3650)
        {
            yield return ($"{set.Id}, duplicate_within_days", FormattableString.Invariant($"{set.DuplicateWithinDays}"), "0 to 3650");
        }

        if (set.Maintenance is { Months: < 1 or > 1200 })
        {
            yield return ($"{set.Id}, maintenance", FormattableString.Invariant($"months {set.Maintenance.Months}"), "1 to 1200");
        }

        foreach (var target in set.StageTargets ?? ImmutableSortedDictionary<string, int>.Empty)
        {
            if (!Stages.Contains(target.Key) || target.Value < 0)
            {
                yield return ($"{set.Id}, stage_targets", FormattableString.Invariant($"{target.Key} {target.Value}"), $"days of at least 0 for {string.Join(", ", Stages)}");
            }
        }
    }

    private static AnalysisException Wrong(string where, string found, string expected, Exception? inner = null)
    {
        var message = $"{where}: found {found}; expected {expected}. Mend the table, or leave --rules out for the built-in one";
        return inner is null ? new AnalysisException(message) : new AnalysisException(message, inner);
    }
}

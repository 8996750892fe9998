using ClaimInsights.Ingest;

namespace ClaimInsights.Analysis.Guarantees;

/// <summary>Reads a table of guarantees and checks it as a whole before it is used; the form is in docs/three-guarantees.md.</summary>
public static class GuaranteeTableReader
{
    private const string Embedded = "three_guarantees.json";

    /// <summary>The table's text: of a file, or of the defaults.</summary>
    /// <param name="file">A file; null: the defaults (China's orders 150 and 43, California).</param>
    /// <exception cref="AnalysisException">The file cannot be read.</exception>
    public static string Text(string? file) => RuleTableText.Read(file, Embedded, "the table of guarantees", "--guarantees");

    /// <summary>Reads and checks a table.</summary>
    /// <param name="file">As in <see cref="Text"/>.</param>
    /// <exception cref="AnalysisException">It is not a table of guarantees; the message says where, what was found, what was expected.</exception>
    public static GuaranteeTable Read(string? file) => Parse(Text(file), file ?? Embedded);

    /// <summary>Reads and checks a table's text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="file">Where it comes from, for errors.</param>
    /// <exception cref="AnalysisException">As in <see cref="Read"/>.</exception>
    public static GuaranteeTable Parse(string text, string file)
    {
        GuaranteeTable table;
        try
        {
            table = RuleTableText.Parse<GuaranteeTable>(text, file, (where, found, cause) => Wrong(where, found, "a table of guarantees", cause));
        }
        catch (ArgumentException problem)
        {
            throw Wrong($"{file}, systems", problem.Message.ReplaceLineEndings(" ").TrimEnd('.'), "each name under one system", problem);
        }

        if (Problems(table).FirstOrDefault() is { Where: not null } first)
        {
            throw Wrong($"{file}, {first.Where}", first.Found, first.Expected);
        }

        return table;
    }

    private static IEnumerable<(string Where, string Found, string Expected)> Problems(GuaranteeTable table)
    {
        if (table.Version != 1)
        {
            yield return ("version", FormattableString.Invariant($"{table.Version}"), "1");
        }

        if (table.Jurisdictions.Count == 0)
        {
            yield return ("jurisdictions", "none", "at least one");
        }

        foreach (var twice in table.RuleSets.GroupBy(set => set.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return ("rule_sets", $"'{twice.Key}' twice", "each id once");
        }

        foreach (var jurisdiction in table.Jurisdictions)
        {
            foreach (var problem in Spans(jurisdiction).Concat(jurisdiction.RuleSets.SelectMany(set => OfRuleSet(set, table))))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<(string, string, string)> Spans(GuaranteeJurisdiction jurisdiction)
    {
        if (jurisdiction.RuleSets.Count == 0)
        {
            yield return (jurisdiction.Name, "no rule set", "at least one");
        }

        var sets = jurisdiction.RuleSets.OrderBy(set => set.InvoicedFrom ?? DateOnly.MinValue).ToList();
        foreach (var set in sets.Where(set => set.InvoicedTo < set.InvoicedFrom))
        {
            yield return (set.Id, "invoiced_to before invoiced_from", "a span of days");
        }

        foreach (var (before, after) in sets.Zip(sets.Skip(1)).Where(pair => (pair.First.InvoicedTo ?? DateOnly.MaxValue) >= (pair.Second.InvoicedFrom ?? DateOnly.MinValue)))
        {
            yield return (jurisdiction.Name, $"'{before.Id}' and '{after.Id}' both hold on one day", "spans that do not overlap");
        }
    }

    private static IEnumerable<(string, string, string)> OfRuleSet(GuaranteeRuleSet set, GuaranteeTable table)
    {
        if (set.Clauses.Count == 0)
        {
            yield return (set.Id, "no clause", "at least one");
        }

        if (new[] { set.Id, set.En, set.Zh, set.ShortEn ?? set.Id, set.ShortZh ?? set.Id }.Any(string.IsNullOrWhiteSpace))
        {
            yield return ($"{set.Id}, id, en, zh, short_en, short_zh", "an empty text", "a name, and what it is called in both languages; short names may be left out");
        }

        if (set.ExtendedWarrantyAt < 2)
        {
            yield return ($"{set.Id}, extended_warranty_at", FormattableString.Invariant($"{set.ExtendedWarrantyAt}"), "at least 2");
        }

        foreach (var twice in set.Clauses.GroupBy(clause => clause.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return (set.Id, $"clause '{twice.Key}' twice", "each id once");
        }

        foreach (var (where, window) in set.Clauses.Where(clause => clause.Within is not null).Select(clause => ($"{set.Id}, {clause.Id}, within", clause.Within!)).Prepend(($"{set.Id}, period", set.Period)))
        {
            if (window is { Months: null, Days: null, Km: null } or { Months: not null, Days: not null } or { Months: < 1 or > 1200 } or { Days: < 1 or > 36_500 } or { Km: < 1 })
            {
                yield return (where, window.ToString(), "months (up to 1200) or days (up to 36500), kilometres, or both; each at least 1");
            }
        }

        foreach (var problem in set.Clauses.SelectMany(clause => OfClause(clause, table).Select(one => ($"{set.Id}, {clause.Id}, {one.Where}", one.Found, one.Expected))))
        {
            yield return problem;
        }
    }

    private static IEnumerable<(string Where, string Found, string Expected)> OfClause(GuaranteeClause clause, GuaranteeTable table)
    {
        if (clause.OwedAt < 1)
        {
            yield return ("owed_at", FormattableString.Invariant($"{clause.OwedAt}"), "at least 1");
        }

        if (clause.NearAt is { } near && (near < 1 || near >= clause.OwedAt))
        {
            yield return ("near_at", FormattableString.Invariant($"{near}"), "at least 1 and below owed_at");
        }

        if (clause.Id is "" or GuaranteeRuleSet.ExtendedWarranty || string.IsNullOrWhiteSpace(clause.En) || string.IsNullOrWhiteSpace(clause.Zh))
        {
            yield return ("id, en, zh", "an empty text or a name that is taken", "a name and the clause in both languages");
        }

        if (clause.Counts == GuaranteeCount.SafetyFaults)
        {
            var known = Tables.FailureModes.Find("safety_class")!.Codes!;
            if (clause.SafetyClasses is not { Count: > 0 } classes || classes.Except(known).Any())
            {
                yield return ("safety_classes", string.Join(", ", clause.SafetyClasses ?? []), "some of " + string.Join(", ", known));
            }
        }

        if (clause.Counts is GuaranteeCount.AssemblyReplacements or GuaranteeCount.MainPartReplacements or GuaranteeCount.MajorReplacements
            && (clause.Systems is not { Count: > 0 } systems || systems.Except(table.Systems.Keys).Any()))
        {
            yield return ("systems", string.Join(", ", clause.Systems ?? []), "some of " + string.Join(", ", table.Systems.Keys));
        }
    }

    private static AnalysisException Wrong(string where, string found, string expected, Exception? cause = null)
    {
        var message = $"{where}: found {(found.Length == 0 ? "nothing" : found)}; expected {expected}. Mend the table of guarantees, or leave --guarantees out to use the built-in one";
        return cause is null ? new AnalysisException(message) : new AnalysisException(message, cause);
    }
}

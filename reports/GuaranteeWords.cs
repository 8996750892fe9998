using ClaimInsights.Analysis.Guarantees;

namespace ClaimInsights.Reports;

/// <summary>A row of the watch in words; the clauses' own words come with their table.</summary>
internal sealed class GuaranteeWords(GuaranteeTable? table, Words words)
{
    private readonly Dictionary<string, GuaranteeRuleSet> sets = (table?.RuleSets ?? []).ToDictionary(set => set.Id, StringComparer.Ordinal);

    /// <summary>The clause with its article and rule set; its id where the table does not have it.</summary>
    public string Clause(ThreeGuarantee row)
    {
        var set = sets.GetValueOrDefault(row.RuleSet);
        var clause = row.Clause == GuaranteeRuleSet.ExtendedWarranty ? set?.Offer : set?.Clauses.FirstOrDefault(one => one.Id == row.Clause);
        var text = clause is null ? row.Clause : words.Either(clause.En, clause.Zh);
        var named = words.Either(set?.ShortEn, set?.ShortZh) ?? row.RuleSet;
        return row.Article.Length == 0 ? text : words.Say("guarantees.article", text, named, row.Article);
    }

    /// <summary>The counter beside its limit.</summary>
    public string Counter(ThreeGuarantee row) => row.CounterAtMost is { } most && most > row.Counter
        ? words.Say("guarantees.counter_range", Figures.Count(row.Counter), Figures.Count(most), Figures.Count(row.Limit))
        : words.Say("guarantees.counter", Figures.Count(row.Counter), Figures.Count(row.Limit));

    /// <summary>When the window ends, in time and distance.</summary>
    public string Ends(ThreeGuarantee row) => row.EndsAtKm is { } km
        ? words.Say("guarantees.ends", Figures.Day(row.EndsOn), Figures.Count(km))
        : Figures.Day(row.EndsOn);

    /// <summary>What is not known.</summary>
    public string NotKnown(ThreeGuarantee row) => row.Unknown is null ? Figures.None
        : words.List(row.Unknown.Split(';').Select(code => words.Code("not_known", code)));
}

using ClaimInsights.Analysis.Statistics;

namespace ClaimInsights.Analysis;

/// <summary>
/// Claims whose narratives are alike and have become more, whatever they are coded as: defects hide under wrong codes. Claims of listed clusters are left
/// out; a share of claims, not a rate. An insight table: the parameters are its columns.
/// </summary>
/// <param name="Terms">What they have in common, the surest first, joined by <c>;</c>.</param>
/// <param name="Month">First day of the newest whole month of closing: the one that is judged.</param>
/// <param name="Periods">1: the month itself; 3: the three months up to it.</param>
/// <param name="Claims">Claims with the first term closed in them (of a store of more than 200,000, among every so-manieth claim).</param>
/// <param name="Expected">What the two years before the last quarter let expect of as many claims of the same ages.</param>
/// <param name="Ratio">Claims ÷ expected.</param>
/// <param name="RatioLow">Lower 95 % limit (Garwood).</param>
/// <param name="RatioHigh">Upper limit.</param>
/// <param name="PValue">Chance of so many claims with the first term, or more, set right by how much all terms waver.</param>
/// <param name="QValue">Adjusted for the number of terms that were looked at (Benjamini &amp; Hochberg).</param>
/// <param name="Codes">Part and failure mode codes among them.</param>
/// <param name="TopPart">The part that most of them are coded as.</param>
/// <param name="TopMode">The failure mode that goes with it.</param>
/// <param name="TopShare">Share of them so coded; 0–1.</param>
/// <param name="IsSpread">No code has more than half of them: no chart of part and failure mode can show it.</param>
/// <param name="ExampleClaimIds">Up to five of them, the latest first, joined by <c>;</c>.</param>
public sealed record NarrativeGroup(
    string Terms,
    DateOnly Month,
    int Periods,
    long Claims,
    double Expected,
    double Ratio,
    double RatioLow,
    double RatioHigh,
    double PValue,
    double QValue,
    int Codes,
    string TopPart,
    string TopMode,
    double TopShare,
    bool IsSpread,
    string ExampleClaimIds)
{
    private const int Fewest = 10, MostTerms = 6, Examples = 5;

    /// <summary>Ages by so many months, up to four years, and those not known.</summary>
    private const int AgeMonths = 3, Ages = 18;

    /// <summary>A term in more of all claims than this names nothing in particular.</summary>
    private const double Common = 0.2;

    /// <summary>Terms of which so many of the claims are the same are one group.</summary>
    private const double Alike = 0.5;

    private const double Spread = 0.5;

    private static readonly CountMonitorOptions Options = CountMonitorOptions.Months;

    /// <summary>Groups that stand out, the surest first.</summary>
    /// <param name="warehouse">Its listed clusters are known.</param>
    public static IReadOnlyList<NarrativeGroup> In(Warehouse warehouse)
    {
        ArgumentNullException.ThrowIfNull(warehouse);
        return Of(Analyses.NarrativeClaims.Run(warehouse), warehouse.Scope);
    }

    internal static IReadOnlyList<NarrativeGroup> Of(IReadOnlyList<NarrativeClaim> claims, Scope scope)
    {
        var newest = CalendarMonths.NewestWhole(scope.AsOf);
        var from = claims.Count == 0 ? newest : claims.Min(claim => claim.Month);
        var months = CalendarMonths.Between(from, newest) + 1;
        if (months < Options.Excluded + Options.Fewest + 1)
        {
            return [];
        }

        int At(NarrativeClaim claim) => CalendarMonths.Between(from, claim.Month);
        // Old vehicles speak of wear: each month's claims are taken at their ages, so that a fleet that grows older is no news.
        var claimsOfAge = new double[Ages, months];
        // The pieces of one delivered row tell one story: they count once.
        var cases = claims.DistinctBy(CaseOf, StringComparer.Ordinal).ToList();
        foreach (var claim in cases)
        {
            claimsOfAge[AgeOf(claim), At(claim)]++;
        }

        var judged = NarrativeCounts.Of(cases, Fewest, Common * cases.Count, At, months, AgeOf, Ages)
            .Select(term => (Term: term, Count: CountMonitor.At(term.ByMonth, AtTheirAges(term.ByAge, claimsOfAge), months - 1, Options)!.Value)).ToList();
        // Language drifts: where all words waver more than counts do, a word has to stand out from that.
        var p = EmpiricalNull.Adjust([.. judged.Select(one => one.Count.PValue)]);
        var q = FalseDiscovery.BenjaminiHochberg(p);
        var standing = judged.Select((one, i) => (one.Term, Count: one.Count with { PValue = p[i] }, Q: q[i]))
            .Where(one => CalendarOnset.StandsOut(one.Count, one.Q, scope))
            .OrderBy(one => one.Count.PValue).ThenByDescending(one => one.Term.Term.Length).ThenBy(one => one.Term.Term, StringComparer.Ordinal).ToList();
        return standing.Count == 0 ? [] : Group(standing, [.. claims.Where(claim => At(claim) >= months - Options.Summed)], newest);
    }

    /// <summary>Claims of each month × the share of claims of their age, in all months, that hold the term.</summary>
    private static double[] AtTheirAges(long[] byAge, double[,] claimsOfAge)
    {
        var months = claimsOfAge.GetLength(1);
        var expected = new double[months];
        for (var age = 0; age < Ages; age++)
        {
            double all = 0;
            for (var month = 0; month < months; month++)
            {
                all += claimsOfAge[age, month];
            }

            for (var month = 0; month < months && byAge[age] > 0; month++)
            {
                expected[month] += claimsOfAge[age, month] * byAge[age] / all;
            }
        }

        return [.. expected.Select(one => Math.Max(one, 1e-6))];
    }

    private static string CaseOf(NarrativeClaim claim) => claim.ClaimId.Split('#')[0];

    private static int AgeOf(NarrativeClaim claim) => claim.MonthsInService is { } months ? 1 + Math.Clamp(months / AgeMonths, 0, Ages - 2) : 0;

    /// <summary>The surest term takes those with it that name the same claims, then the surest of what is left.</summary>
    private static List<NarrativeGroup> Group(List<(CountedTerm Term, WatchedCount Count, double Q)> standing, List<NarrativeClaim> recent, DateOnly newest)
    {
        var texts = recent.Select(claim => NarrativeTerms.Of(claim.Words)).ToList();
        var holders = standing.ToDictionary(one => one.Term.Term, one => Enumerable.Range(0, recent.Count).Where(i => texts[i].Contains(one.Term.Term)).ToHashSet(), StringComparer.Ordinal);
        var groups = new List<NarrativeGroup>();
        var left = standing.ToList();
        while (left.Count > 0)
        {
            var (first, count, q) = left[0];
            bool Same(CountedTerm term) => holders[first.Term].Intersect(holders[term.Term]).Count() is var both && both >= Alike * Math.Min(holders[first.Term].Count, holders[term.Term].Count);
            var alike = left.Where(one => Same(one.Term)).Select(one => one.Term).ToList();
            left.RemoveAll(one => alike.Contains(one.Term));
            var own = holders[first.Term].Select(i => recent[i]).Where(claim => claim.Month > newest.AddMonths(-count.Summed)).OrderByDescending(claim => claim.Month).ThenBy(claim => claim.ClaimId, StringComparer.Ordinal).ToList();
            var codes = own.GroupBy(claim => (claim.CausalPart, claim.FailureMode)).OrderByDescending(code => code.Count())
                .ThenBy(code => code.Key.CausalPart, StringComparer.Ordinal).ThenBy(code => code.Key.FailureMode, StringComparer.Ordinal).ToList();
            var (share, ratio) = (codes[0].Count() / (double)own.Count, RateInterval.Poisson(count.Observed, count.Expected));
            groups.Add(new(
                string.Join(';', Named(alike.SelectMany(term => term.Phrases))), newest, count.Summed, count.Observed, count.Expected, ratio.Rate, ratio.Low, ratio.High, count.PValue, q,
                codes.Count, codes[0].Key.CausalPart, codes[0].Key.FailureMode, share, share <= Spread, string.Join(';', own.DistinctBy(CaseOf, StringComparer.Ordinal).Take(Examples).Select(claim => claim.ClaimId))));
        }

        return groups;
    }

    /// <summary>Of a Chinese phrase every piece is a term: pieces of one that is named already are left out.</summary>
    private static List<string> Named(IEnumerable<string> terms)
    {
        var named = new List<string>();
        foreach (var term in terms)
        {
            if (named.Count < MostTerms && !named.Exists(other => other.Contains(term, StringComparison.Ordinal) || term.Contains(other, StringComparison.Ordinal)))
            {
                named.Add(term);
            }
        }

        return named;
    }
}

using ClaimInsights.Analysis;

namespace ClaimInsights.Reports.Pages;

/// <summary>What speaks for a cluster being the maker's defect, or against it: its shape over life, what its texts say, what appraisals and reviews found, what is replaced with it.</summary>
internal static class ClusterEvidenceText
{
    private const int MostParts = 3;

    /// <summary>A list of sentences; nothing where nothing is known.</summary>
    public static Html Of(DefectCluster cluster, ClusterTables tables, Words words)
    {
        List<Html> said = [.. Sentences(cluster, tables, words).Select(Page.Item)];
        return said.Count == 0 ? Html.None : $"<ul class=\"evidence\">\n{said}</ul>\n";
    }

    private static IEnumerable<string> Sentences(DefectCluster cluster, ClusterTables tables, Words words)
    {
        if (cluster is { Stretch: { } stretch, StretchClaims: { } claims, StretchExpected: { } expected })
        {
            yield return words.Say("cluster.stretch", words.Code("stretch", stretch), Figures.Count(claims), Figures.Number(expected));
        }

        if (cluster.Shape is { } shape and not "unclear")
        {
            yield return words.Code("shape", shape);
        }

        if (cluster.Terms is { Length: > 0 } terms)
        {
            yield return words.Say("cluster.terms", words.List(terms.Split(';')));
        }

        if (Appraised(cluster, tables, words) is { } appraised)
        {
            yield return appraised;
        }

        if (Replaced(cluster, tables, words) is { } replaced)
        {
            yield return replaced;
        }

        if (tables.Reviews.FirstOrDefault(one => one.ClusterId == cluster.ClusterId) is { } review)
        {
            var found = words.Say("cluster.reviewed", Figures.Count(review.Reviewed), Figures.Count(review.OwnerCaused), Figures.PercentRange(review.ShareLow, review.ShareHigh));
            yield return review.IsDoubtful ? $"{found} {words["cluster.doubtful"]}" : found;
        }
    }

    private static string? Appraised(DefectCluster cluster, ClusterTables tables, Words words)
    {
        var findings = tables.Appraisals.Where(one => one.ClusterId == cluster.ClusterId).OrderByDescending(one => one.Claims).ToList();
        return findings.Count == 0 ? null : words.Say(
            "cluster.appraised", Figures.Count(findings[0].Appraised), Figures.Count(findings[0].Appraised + findings[0].Unappraised),
            words.List(findings.Where(one => one.Claims > 0).Select(one => words.Say(
                one.RestShare is null ? "cluster.appraisal" : "cluster.appraisal_beside", words.Code("appraisal", one.Appraisal), Figures.Count(one.Claims),
                Figures.Percent(one.Share, 0), Figures.PercentRange(one.ShareLow, one.ShareHigh, 0), Figures.Percent(one.RestShare ?? 0, 0)))));
    }

    /// <summary>Parts replaced more often than elsewhere, as far as that is sure.</summary>
    private static string? Replaced(DefectCluster cluster, ClusterTables tables, Words words)
    {
        var more = tables.Parts.Where(one => one.ClusterId == cluster.ClusterId && one.LiftLow > 1).Take(MostParts).ToList();
        return more.Count == 0 ? null : words.Say(
            "cluster.replaced",
            words.List(more.Select(one => words.Say("cluster.replaced_part", one.ReplacedPart, Figures.Count(one.Claims), Figures.Count(one.OfClaims), Figures.Ratio(one.Lift), Figures.RatioRange(one.LiftLow, one.LiftHigh)))));
    }
}

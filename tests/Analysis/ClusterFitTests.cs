using System.Globalization;
using ClaimInsights.Analysis;
using ClaimInsights.Ingest;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Analysis;

/// <summary>Claims that fitted a cluster when they were decided: what was listed at the last month end before, with what was known then.</summary>
public class ClusterFitTests
{
    [Fact]
    public void a_claim_fits_only_what_was_listed_before_its_decision()
    {
        using var warehouse = Rows(Fleet());

        var fits = ClusterFit.In(warehouse);

        // The first claims of the vehicles built in June were decided before anything was known; that of other vehicles fits nothing.
        Assert.DoesNotContain(fits, fit => fit.ClaimId.StartsWith("C06-02", StringComparison.Ordinal));
        Assert.Contains(fits, fit => fit.ClaimId.StartsWith("C06-05", StringComparison.Ordinal));
        Assert.All(fits, fit => Assert.StartsWith("C06-", fit.ClaimId, StringComparison.Ordinal));
        Assert.All(fits, fit => Assert.InRange(fit.Ratio, 2, 20));
    }

    [Fact]
    public void what_becomes_known_later_changes_no_earlier_fit()
    {
        using var all = Rows(Fleet());
        using var earlier = Rows(Fleet(), new Scope(new DateOnly(2026, 5, 31)));
        var known = ClusterFit.In(earlier);

        Assert.NotEmpty(known);
        Assert.Equal(known, ClusterFit.In(all).Where(fit => !fit.ClaimId.StartsWith("C06-06", StringComparison.Ordinal)));
    }

    [Fact]
    public void claims_whose_words_are_left_out_are_not_scanned()
    {
        var rows = Fleet().Select(row => row.Table == Tables.Claims && row.Values["claim_id"]!.StartsWith("C06-", StringComparison.Ordinal)
            ? row with { Values = new Dictionary<string, string?>(row.Values) { ["complaint"] = "known from the recall" } } : row).ToList();
        using var all = Rows(rows);
        using var without = Rows(rows, new Scope(AsOf, WithoutText: @"\brecall"));

        Assert.NotEmpty(DefectFindings.In(all).Clusters);
        Assert.Empty(DefectFindings.In(without).Clusters);
    }

    /// <summary>200 vehicles of each month of 2025, sold in January 2026; in every month from February on two claims of each build month, of June's eight.</summary>
    internal static IEnumerable<Row> Fleet()
    {
        for (var month = 1; month <= 12; month++)
        {
            for (var i = 0; i < 200; i++)
            {
                yield return Vehicle($"V{month:00}{i:000}", ("built_on", $"2025-{month:00}-10"), ("in_service_on", "2026-01-15"));
            }

            for (var i = 0; i < (month == 6 ? 40 : 10); i++)
            {
                var perMonth = month == 6 ? 8 : 2;
                var day = new DateOnly(2026, 2 + (i / perMonth), 12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                yield return Claim(
                    $"C{month:00}-{day[5..7]}-{i:000}", ("vin", $"V{month:00}{i:000}"), ("dealer_code", $"D{i % 7}"), ("failed_on", day), ("reported_on", day), ("decided_on", day), ("closed_on", day));
            }
        }
    }
}

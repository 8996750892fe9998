using System.Globalization;
using ClaimInsights.Analysis;

namespace ClaimInsights.Tests.Analysis;

/// <summary>
/// 2,256 bleed systems, 19 failures (Meeker &amp; Escobar 1998, Statistical Methods for Reliability Data, appendix C): base D has 11 % of the hours and
/// ten of the failures, and wears out, which the pooled Weibull plot hides. Each system is taken as a vehicle sold its hours, as days, before the as-of date.
/// </summary>
public sealed class BleedSystemTests
{
    [Fact]
    public void the_one_rule_is_base_d_and_it_wears_out()
    {
        var file = Repository.Golden is { } golden ? Path.Combine(golden, "life", "bleed.csv") : null;
        Assert.SkipUnless(File.Exists(file), "no golden data beside the repository");
        using var warehouse = Given.Rows(Rows(file!));
        var findings = ClusterEvidence.Add(warehouse, DefectFindings.In(warehouse));

        var cluster = Assert.Single(findings.Clusters);
        Assert.Equal(("base=D", 10, "wear_out"), (cluster.Rule, cluster.Claims, cluster.Shape));
        // R, others' rate by equal age: 1.04 expected
        Assert.InRange(cluster.Expected, 0.7, 2.5);
    }

    private static IEnumerable<Row> Rows(string file)
    {
        var number = 0;
        foreach (var cells in File.ReadLines(file).Skip(1).Select(line => line.Split(',').Select(cell => cell.Trim('"')).ToArray()))
        {
            var sold = Given.AsOf.AddDays(-int.Parse(cells[0], CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            for (var i = 0; i < int.Parse(cells[2], CultureInfo.InvariantCulture); i++)
            {
                var vin = $"V{number++:0000}";
                yield return Given.Vehicle(vin, ("built_on", sold), ("in_service_on", sold), ("base", cells[3]), ("warranty_months", "240"), ("warranty_km", "9000000"));
                if (cells[1] == "Failed")
                {
                    var day = Given.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                    yield return Given.Claim($"C{vin}", ("vin", vin), ("failed_on", day), ("reported_on", day), ("decided_on", day), ("closed_on", day), ("dealer_code", $"D{number}"));
                }
            }
        }
    }
}

using System.Text.RegularExpressions;
using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Dossiers;
using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Ingest;
using ClaimInsights.Reports;
using ClaimInsights.Reports.Dossiers;
using static ClaimInsights.Tests.Given;

namespace ClaimInsights.Tests.Reports;

/// <summary>The page about one claim or vehicle: its facts, terms, likes and what would change the outcome.</summary>
public class DossierTests
{
    private const string Vin = "LSVAA11A1P1000001";
    private const string Evil = "<script>alert('x')</script>&\"";

    /// <summary>Sold on 1 February 2025 for 36 months and 100,000 km.</summary>
    private static readonly Row[] Rows =
    [
        Vehicle(Vin), Vehicle("LSVAA11A1P1000002"),
        Make(Tables.Services, [("odometer_km", "8000")], ("vin", Vin), ("serviced_on", "2025-08-01"), ("dealer_code", "D9"), ("authorised", "true")),
        Claim("OLD", ("vin", Vin), ("failed_on", "2025-10-01"), ("odometer_km", "11000")),
        Claim("C1", ("vin", Vin), ("odometer_km", "14000"), ("verdict", "rejected"), ("rejection_reason", "out_of_time"), ("approved_amount", "0"), ("repair_in_on", "2026-03-01"),
            ("repair_out_on", "2026-03-04"), ("parts_amount", "60"), ("labour_amount", "30"), ("sublet_amount", "10"), ("other_amount", "0"), ("photos", "0"), ("old_part_returned", "true")),
        Claim("C1", ("version", "2"), ("vin", Vin), ("odometer_km", "14000"), ("verdict", "rejected"), ("rejection_reason", "out_of_time"), ("approved_amount", "0"), ("closed_on", "2026-04-10"), ("appeal", "upheld"),
            ("photos", "0"), ("old_part_returned", "true"), ("complaint", Evil)),
        Claim("L1", ("vin", "LSVAA11A1P1000002")), Claim("L2", ("vin", "LSVAA11A1P1000002"), ("failed_on", "2025-03-01")), Claim("L3"), Claim("L4", ("verdict", "withdrawn")),
        Claim("X", ("failure_mode", "crack")),
    ];

    [Fact]
    public void a_claim_is_told_with_its_versions_its_vehicle_and_like_claims()
    {
        var dossier = OfClaim("C1");

        Assert.Equal(2, dossier.Claim!.Version);
        Assert.Equal(["OLD 1", "C1 1", "C1 2"], dossier.Versions.Select(one => $"{one.ClaimId} {one.Version}"));
        Assert.Equal(new DateOnly(2028, 2, 1), dossier.Vehicle!.WarrantyEndsOn);
        Assert.Equal(8000, dossier.Services.Single().OdometerKm);
        // Like C1 at 13 months: OLD at 8 and L1 at 13; L2 at 1 month and L3 of an unknown age are not; withdrawn and other modes are left out.
        Assert.Equal([new LikeClaim("paid", null, false, 2), new LikeClaim("paid", null, true, 2)], dossier.LikeClaims);
        // OLD alone is paid: one repair.
        Assert.Equal(1, dossier.Guarantees.Single(row => row.Clause == "same_problem").Counter);
    }

    [Fact]
    public void the_page_says_what_the_terms_left_and_what_would_change_the_outcome()
    {
        var page = Page("C1", Language.English);

        // From 1 March 2026 to 1 February 2028: 702 days.
        Assert.Contains("36 months from 2025-02-01, to 2028-02-01", page, StringComparison.Ordinal);
        Assert.Contains("702 day(s) left", page, StringComparison.Ordinal);
        Assert.Contains("86,000 km left", page, StringComparison.Ordinal);
        Assert.Contains("Rejected as out of time, but by the data the failure lies inside", page, StringComparison.Ordinal);
        Assert.Contains("rejected: out of time", page, StringComparison.Ordinal);
        Assert.Contains("version 1 closed: rejected: out of time, approved 0.00", page, StringComparison.Ordinal);
        Assert.Contains("version 2 closed: rejected: out of time, approved 0.00, appeal upheld", page, StringComparison.Ordinal);
        Assert.Contains("Evidence to supply: Photos, ", page, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out_of_time", "2028-02-02", "14000", "the failure lies 1 day(s) past the end")]
    [InlineData("out_of_mileage", "2026-03-01", "100000", "by the data the reading lies inside: the limit is 100,000 km, 0 km left")]
    [InlineData("out_of_mileage", "2026-03-01", "100001", "the reading lies 1 km past the limit")]
    [InlineData("commercial_use", "2026-03-01", "14000", "but the vehicle is registered as private")]
    [InlineData("lack_of_maintenance", "2026-03-01", "14000", "services known before the failure: 1, the last on 2025-08-01")]
    [InlineData("unauthorised_shop", "2026-03-01", "14000", "Whether the shop is authorised is not recorded")]
    [InlineData("duplicate", "2026-03-01", "14000", "no other claim of this part within 30 days")]
    [InlineData("owner_damage", "2026-03-01", "14000", "No technical appraisal backs the reason")]
    public void each_reason_is_held_against_the_data(string reason, string failedOn, string km, string sentence)
    {
        Row[] rows =
        [
            .. Rows.Take(4),
            Claim("R", ("vin", Vin), ("failed_on", failedOn), ("reported_on", failedOn), ("decided_on", null), ("closed_on", "2028-06-01"), ("odometer_km", km), ("verdict", "rejected"), ("rejection_reason", reason)),
        ];
        using var warehouse = Given.Rows(rows, new Scope(new DateOnly(2028, 6, 30)));

        Assert.Contains(sentence, DossierReport.Compose(Input(Dossier.OfClaim(warehouse, "R", Rules, "CNY"), Language.English)), StringComparison.Ordinal);
    }

    [Fact]
    public void what_the_data_hold_is_text_and_both_languages_say_the_same()
    {
        foreach (var language in new[] { Language.English, Language.Chinese })
        {
            var whole = Page("C1", language);
            var page = Regex.Replace(whole, "base64,[^\"]*", "");
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\{\d\}|NaN|(?i)fraud|欺诈", page);
            Assert.DoesNotMatch("(?i)https?:|@import|url\\(|onload", page);
            System.Xml.Linq.XDocument.Parse(Regex.Replace(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|img|br)([^>]*)>", "<$1$2/>"));
            Assert.Equal(whole, Page("C1", language));
        }

        Assert.Contains("以超期拒赔，但按数据故障在期内", Page("C1", Language.Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void a_vehicle_has_a_page_without_a_claim_and_a_claim_without_a_vehicle_has_one_too()
    {
        using var warehouse = Given.Rows(Rows);
        var vehicle = Dossier.OfVehicle(warehouse, Vin, Rules, "CNY");
        Assert.Equal(["OLD", "C1"], vehicle.Claims.Select(one => one.ClaimId));
        Assert.Contains($"Vehicle {Vin}", DossierReport.Compose(Input(vehicle, Language.English)), StringComparison.Ordinal);

        var claim = Dossier.OfClaim(warehouse, "L3", Rules, "CNY");
        Assert.Equal(["L3"], claim.Versions.Select(one => one.ClaimId));
        Assert.Contains("the claim names no vehicle", DossierReport.Compose(Input(claim, Language.English)), StringComparison.Ordinal);
    }

    [Fact]
    public void what_the_store_does_not_know_is_one_clear_line()
    {
        using var warehouse = Given.Rows(Rows);

        foreach (var problem in new[]
        {
            Assert.Throws<AnalysisException>(() => Dossier.OfClaim(warehouse, "no'ne", Rules, "CNY")),
            Assert.Throws<AnalysisException>(() => Dossier.OfVehicle(warehouse, "LSVAA11A1P1000009", Rules, "CNY")),
        })
        {
            Assert.Contains("2026-06-30", problem.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', problem.Message);
        }
    }

    [Fact]
    public void no_claim_id_leads_out_of_the_folder()
    {
        var folder = Directory.CreateTempSubdirectory("claiminsights-dossier").FullName;
        try
        {
            foreach (var id in new[] { "../../C1", "/etc/C1", "..", "a/b", "a\\b", "索赔1", new string('x', 300), "C:\\x", "a\0b" })
            {
                using var warehouse = Given.Rows([Claim(id.Replace("\0", "", StringComparison.Ordinal))]);
                var path = DossierReport.Write(Input(Dossier.OfClaim(warehouse, id.Replace("\0", "", StringComparison.Ordinal), Rules, "CNY"), Language.Chinese), folder);
                Assert.Equal(Path.GetFullPath(folder), Path.GetDirectoryName(Path.GetFullPath(path)));
            }

            Assert.NotEqual(DossierReport.FileName("a/b"), DossierReport.FileName("a\\b"));
            Assert.Equal("dossier-C-1_x.html", DossierReport.FileName("C-1_x"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static readonly GuaranteeTable Rules = GuaranteeTableReader.Read(null);

    private static Dossier OfClaim(string id)
    {
        using var warehouse = Given.Rows(Rows);
        return Dossier.OfClaim(warehouse, id, Rules, "CNY");
    }

    private static string Page(string id, Language language) => DossierReport.Compose(Input(OfClaim(id), language));

    private static DossierInput Input(Dossier dossier, Language language) => new(dossier, Rules, language, "CNY", code => code, new Dictionary<string, string>());
}

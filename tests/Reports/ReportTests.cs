using System.Text.RegularExpressions;
using ClaimInsights.Reports;

namespace ClaimInsights.Tests.Reports;

/// <summary>The folder that a report is.</summary>
public class ReportTests
{
    private static readonly Language[] Languages = [Language.English, Language.Chinese];

    public static TheoryData<Language, string> Samples => new(
        from language in Languages
        from name in new[] { "full", "share", "empty", "empty share" }
        select (language, name));

    [Theory, MemberData(nameof(Samples))]
    public void a_page_shows_only_charts_that_exist_and_reaches_for_nothing_outside(Language language, string name)
    {
        var (pages, pictures) = Report.Compose(Sample(name, language));

        Assert.Equal(["fairness", "guarantees", "index", "learning", "management", "promptness", "quality", "rejections", "review"], pages.Keys.Order(StringComparer.Ordinal));
        foreach (var (page, text) in pages)
        {
            Assert.DoesNotMatch("(?i)https?:|<script|@import|url\\(|onload|srcset", text);
            Assert.All(Regex.Matches(text, "src=\"charts/([^\"]+)\\.png\"").Select(match => match.Groups[1].Value), chart => Assert.Contains(chart, pictures.Keys));
            Assert.All(Regex.Matches(text, "href=\"([^\"]+)\\.html\"").Select(match => match.Groups[1].Value), link => Assert.Contains(link, pages.Keys));
            Assert.DoesNotMatch("(?i)fraud|欺诈|骗", text);
            Assert.DoesNotMatch(@"\{\d\}|NaN|Infinity|∞", text);
            Assert.True(text.Length > 1500, page);
        }
    }

    [Theory, MemberData(nameof(Samples))]
    public void a_page_is_well_formed(Language language, string name)
    {
        foreach (var text in Report.Compose(Sample(name, language)).Pages.Values)
        {
            var markup = Regex.Replace(text.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|img|br)([^>]*)>", "<$1$2/>");
            var root = System.Xml.Linq.XDocument.Parse(markup).Root!;
            foreach (var table in root.Descendants("table"))
            {
                var columns = table.Element("thead")!.Element("tr")!.Elements().Count();
                Assert.All(table.Element("tbody")!.Elements(), row => Assert.Equal(columns, row.Elements().Count()));
            }
        }
    }

    [Fact]
    public void the_same_input_gives_the_same_bytes()
    {
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();

        var index = Report.Write(SampleReport.Full(Language.Chinese), first.Path);
        Report.Write(SampleReport.Share(Language.English), second.Path);
        Report.Write(SampleReport.Full(Language.Chinese), second.Path);

        Assert.Equal(Path.Combine(first.Path, "index.html"), index);
        Assert.Equal(Contents(first.Path), Contents(second.Path));
    }

    [Fact]
    public void what_the_data_hold_is_text_and_never_markup()
    {
        const string Evil = "<script>alert('x')</script>&\"";
        var full = SampleReport.Full();
        var input = full with
        {
            Currency = "<b>",
            Clusters = [.. full.Clusters.Select(cluster => cluster with { ClusterId = Evil, CausalPart = Evil, FailureMode = Evil, Rule = Evil, ExampleClaimIds = Evil, SafetyClass = Evil, State = Evil, Shape = Evil, Terms = Evil, Stretch = Evil, StretchClaims = 9, StretchExpected = 2 })],
            Scored = full.Scored with { Queue = [.. full.Scored.Queue.Select(one => new QueuedClaim(one.Suspicion with { ClaimId = Evil, ClusterId = Evil }, one.Claim with { DealerCode = Evil, CausalPart = Evil, FailureMode = Evil }))] },
            RejectionCauses = [.. full.RejectionCauses.Select(row => row with { Reason = row.Reason + Evil })],
            DealerRejections = [.. full.DealerRejections.Select(row => row with { DealerCode = row.DealerCode + Evil })],
            Standings = [new(Evil, 1, 1)],
            ThreeGuarantees = [.. full.ThreeGuarantees.Select(row => row with { Model = Evil, RuleSet = Evil, Clause = Evil, Subject = Evil, Article = Evil, ClaimIds = Evil, Unknown = Evil })],
            Decisions = SampleDecisions.Of(Evil),
            CalendarOnsets = [.. full.CalendarOnsets.Select(row => row with { CausalPart = Evil, FailureMode = Evil })],
            NarrativeGroups = [.. full.NarrativeGroups.Select(row => row with { Terms = Evil, TopPart = Evil, TopMode = Evil, ExampleClaimIds = Evil })],
            Review = SampleReviews.Of(Evil),
            ClusterTables = SampleClusterTables.Of(Evil, Evil),
            WordReason = reason => reason + Evil,
            PartNames = new Dictionary<string, string> { [Evil] = Evil },
            Model = full.Model! with { ModelId = Evil, Notes = [Evil], Figures = [.. full.Model.Figures.Select(row => row with { Ranking = row.Ranking + Evil })] },
        };

        foreach (var text in Report.Compose(input).Pages.Values)
        {
            Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        }

        Assert.Contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;", Report.Compose(input).Pages["review"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "(?i)\\brates?\\b")]
    [InlineData(Language.Chinese, "(?<!概)率")]
    public void a_store_without_vehicles_is_told_in_shares_never_in_rates(Language language, string rate)
    {
        foreach (var input in new[] { SampleReport.Share(language), SampleReport.Empty(language, "share") })
        {
            var (pages, pictures) = Report.Compose(input);
            foreach (var text in pages.Values)
            {
                Assert.DoesNotMatch(rate, text);
                Assert.Contains(language == Language.English ? "share of claims" : "在索赔中的占比", text, StringComparison.Ordinal);
            }

            Assert.All(pictures.Values, picture => Assert.DoesNotMatch(rate, picture.Title + picture.Answer));
        }
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Chinese)]
    public void where_there_are_no_rows_words_stand_instead_of_a_chart(Language language)
    {
        var (pages, pictures) = Report.Compose(SampleReport.Empty(language));

        Assert.Empty(pictures);
        Assert.All(pages.Values, text => Assert.DoesNotContain("<img", text, StringComparison.Ordinal));
        Assert.All(pages.Values, text => Assert.Contains("class=\"nothing\"", text + (text.Contains("<p>", StringComparison.Ordinal) ? "class=\"nothing\"" : ""), StringComparison.Ordinal));
    }

    [Fact]
    public void the_number_of_charts_looked_at_and_the_kind_of_interval_are_printed()
    {
        var quality = Report.Compose(SampleReport.Full()).Pages["quality"];

        Assert.Contains("1,234 charts", quality, StringComparison.Ordinal);
        Assert.Contains("Garwood 95% interval, not adjusted for having been selected", quality, StringComparison.Ordinal);
        Assert.Contains("EB05", Report.Compose(SampleReport.Share()).Pages["quality"], StringComparison.Ordinal);
    }

    [Fact]
    public void a_suppliers_share_among_rates_is_marked_and_has_no_detail_of_its_own()
    {
        var share = SampleReport.Full().Clusters[0] with { Basis = "share", Rule = "supplier_code=S2", BuiltFrom = null, BuiltTo = null, Vehicles = null, State = null };

        var page = Report.Compose(SampleReport.Full() with { Clusters = [share] }).Pages["quality"];

        Assert.Contains("<span class=\"state\">share of claims</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("The first clusters in detail", page, StringComparison.Ordinal);
        Assert.Contains("the supplier&#39;s claims for the part are compared with the other suppliers&#39;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void a_cluster_in_detail_tells_what_speaks_for_it_and_against_it()
    {
        var full = SampleReport.Full();
        var cluster = full.Clusters[0] with { Shape = "wear_out", Terms = "leak;渗漏", Stretch = "late_in_life", StretchClaims = 31, StretchExpected = 9.4, LifeQValue = .002, AnytimeQValue = .03 };

        var page = Report.Compose(full with { Clusters = [cluster] }).Pages["quality"];
        var bare = Report.Compose(full with { Clusters = [cluster with { Shape = "unclear", Terms = null, Stretch = null, AnytimeQValue = .2 }], ClusterTables = new() }).Pages["quality"];

        Assert.Contains("over all month ends so far: q 0.002. Proven whenever one stops to look, however months depend on each other (e-BH): q 0.03", page, StringComparison.Ordinal);
        Assert.DoesNotContain("e-BH", bare, StringComparison.Ordinal);
        Assert.Contains("<li>Found from 12 months in service on: there 31 claims where 9.4 were expected; over all ages it may drown.</li>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"state\">from 12 months in service on</span>", page, StringComparison.Ordinal);
        Assert.Contains("<li>The excess grows with months in service.</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li>Words that set its texts apart: leak, 渗漏.</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li>Appraisals of 12 of its 42 claims: confirmed defect 8 (67%, 95% Wilson 39–86%; other claims 50%), no fault found 4 (33%, 95% Wilson 14–61%).</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li>Replaced along with it more often than elsewhere: GASKET-9 on 12 of 42 claims (4.5 times as often, 95% 2.4–7.2).</li>", page, StringComparison.Ordinal);
        Assert.Contains("found caused by the owner: 6 (95% Wilson interval 35.4–87.9%). That is far more than elsewhere: look at the claims before the part.</li>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<ul class=\"evidence\">", bare, StringComparison.Ordinal);
    }

    [Fact]
    public void a_queued_claim_tells_what_is_suspected_and_what_would_clear_it()
    {
        var full = SampleReport.Full();

        var review = Report.Compose(full).Pages["review"];
        var uncalibrated = Report.Compose(full with { Model = full.Model! with { Calibrated = false } }).Pages["review"];

        Assert.Contains(
            "Most likely: impact (80%). Would help to clear it: photos, the old part (score then 12.0%). Like it: W8 (confirmed), W9 (cleared).", review, StringComparison.Ordinal);
        Assert.Contains("Most likely: water (60%).</p>", review, StringComparison.Ordinal);
        Assert.Contains("Would help to clear it: photos, the old part. Like it", uncalibrated, StringComparison.Ordinal);
    }

    [Fact]
    public void dealers_out_of_the_ordinary_stand_apart_from_the_queue_with_what_sets_them_apart()
    {
        var review = Report.Compose(SampleReport.Full()).Pages["review"];

        Assert.Contains("lie three spreads or more from everyone&#39;s: 2.", review, StringComparison.Ordinal);
        Assert.Contains("2041R · WP-2041", review, StringComparison.Ordinal);
        Assert.Contains("<strong>920 (310)</strong>", review, StringComparison.Ordinal);
        Assert.Contains(">5.6 (3.1)<", review, StringComparison.Ordinal);
        Assert.Contains("No dealer&#39;s operation on a part is out of the ordinary.", Report.Compose(SampleReport.Full() with { Review = new() }).Pages["review"], StringComparison.Ordinal);
    }

    [Fact]
    public void a_long_list_is_cut_on_the_page_and_says_so()
    {
        var full = SampleReport.Full();
        var many = Enumerable.Range(1, 61).Select(number => full.Clusters[0] with { ClusterId = $"K-{number}", DealerDominated = false }).ToList();

        var quality = Report.Compose(full with { Clusters = many }).Pages["quality"];

        Assert.Contains("The first 60 of 61 listed clusters", quality, StringComparison.Ordinal);
    }

    [Fact]
    public void what_stands_out_no_longer_is_counted_apart()
    {
        var full = SampleReport.Full();
        var cluster = full.Clusters.First(one => !one.DealerDominated);

        var pages = Report.Compose(full with { Clusters = [cluster, cluster with { ClusterId = "K-F", State = "fading", QValue = 0.6 }] }).Pages;

        Assert.Contains("Clusters listed: 1;", pages["quality"], StringComparison.Ordinal);
        Assert.Contains("Besides, 1 stood out within the last six months", pages["quality"], StringComparison.Ordinal);
        Assert.Contains("charts looked at: 1.", pages["index"], StringComparison.Ordinal);
    }

    [Fact]
    public void a_column_that_would_say_the_same_of_every_cluster_is_left_out()
    {
        var full = SampleReport.Full();
        var alike = full with { Currency = "", Clusters = [.. full.Clusters.Select(cluster => cluster with { DealerShare = 1, SafetyClass = null })] };

        Assert.Contains("<th scope=\"col\" class=\"text\">Safety class", Report.Compose(full).Pages["quality"], StringComparison.Ordinal);
        Assert.DoesNotContain("Safety class</th>", Report.Compose(alike).Pages["quality"], StringComparison.Ordinal);
        Assert.DoesNotContain("approved cost", Report.Compose(alike).Pages["index"], StringComparison.Ordinal);
    }

    [Fact]
    public void a_score_that_is_not_calibrated_is_no_percentage()
    {
        var full = SampleReport.Full();
        var rules = full with { Model = full.Model! with { ModelId = "rules", Calibrated = false, TrainingLabels = 0, Figures = [], Calibration = [], Notes = ["uncalibrated", "too_few_verdicts|12|1"] } };

        var review = Report.Compose(rules).Pages["review"];

        Assert.Contains("uncalibrated", review, StringComparison.Ordinal);
        Assert.DoesNotContain("<td class=\"number\">82.8%</td>", review, StringComparison.Ordinal);
        Assert.Contains("<td class=\"number\">82.8%</td>", Report.Compose(full).Pages["review"], StringComparison.Ordinal);
    }

    [Fact]
    public void each_standing_of_the_guarantees_has_its_list_and_the_overview_leads_there()
    {
        var pages = Report.Compose(SampleReport.Full()).Pages;

        Assert.Contains("a replacement or a refund: 1. One step away: 2. Candidates for a longer warranty: 1. Undecided, because something is not known: 2. Replaced, refunded or extended already: 1.", pages["guarantees"], StringComparison.Ordinal);
        Assert.Contains("more than 30 cumulative repair days (order 43, 24(4))", pages["guarantees"], StringComparison.Ordinal);
        Assert.Contains("C10, C11, C12", pages["guarantees"], StringComparison.Ordinal);
        Assert.Contains("0 to 1 of 1", pages["guarantees"], StringComparison.Ordinal);
        Assert.Contains("safety class of the failure, private or commercial use", pages["guarantees"], StringComparison.Ordinal);
        Assert.Contains("href=\"guarantees.html\">Vehicles that meet the conditions of a replacement or a refund: 1; one step away: 2", pages["index"], StringComparison.Ordinal);
    }

    [Fact]
    public void three_readers_get_a_sentence_each()
    {
        var summaries = Report.Summaries(SampleReport.Full());

        Assert.Equal(3, summaries.Count);
        Assert.StartsWith("Defect clusters that stand out of 1,234 charts looked at: 11.", summaries[0], StringComparison.Ordinal);
    }

    [Fact]
    public void a_folder_that_cannot_be_made_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "taken");
        File.WriteAllText(file, "");

        var problem = Assert.Throws<ReportException>(() => Report.Write(SampleReport.Empty(), file));

        Assert.Contains(file, problem.Message, StringComparison.Ordinal);
        Assert.Contains("--out", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void samples_can_be_looked_at()
    {
        var folder = Environment.GetEnvironmentVariable("CLAIMINSIGHTS_SAMPLE_REPORTS");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "CLAIMINSIGHTS_SAMPLE_REPORTS names no folder to write sample reports to");
        foreach (var language in Languages)
        {
            Report.Write(SampleReport.Full(language), Path.Combine(folder, $"full-{language}"));
            Report.Write(SampleReport.Share(language), Path.Combine(folder, $"share-{language}"));
            Report.Write(SampleReport.Empty(language), Path.Combine(folder, $"empty-{language}"));
            Report.Write(SampleReport.Extreme(language), Path.Combine(folder, $"extreme-{language}"));
        }
    }

    private static ReportInput Sample(string name, Language language) => name switch
    {
        "full" => SampleReport.Full(language),
        "share" => SampleReport.Share(language),
        "empty" => SampleReport.Empty(language),
        _ => SampleReport.Empty(language, "share"),
    };

    private static List<(string Name, string Bytes)> Contents(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(folder, file), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))).Order()];

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("claiminsights-report").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}

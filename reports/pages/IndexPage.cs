using ClaimInsights.Analysis;
using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>For whoever opens the report: three summaries for three readers, key figures, what changed.</summary>
internal sealed class IndexPage(ReportInput input, Judgement judgement, ChartStyle style, Gallery gallery)
{
    private static readonly string[] Readers = ["quality", "review", "management"];
    private readonly Words words = style.Words;
    private readonly List<DefectCluster> defects = [.. input.Clusters.Where(cluster => !cluster.DealerDominated)];
    private readonly IReadOnlyList<DefectCluster> standingOut = input.StandingOut;

    public string Write() => Page.Of("index", input, words, $"{Cards()}{Guarantees()}{KeyFigures()}{Changes()}{First()}");

    /// <summary>The three summaries, one sentence each: for quality, review and management.</summary>
    public IReadOnlyList<string> Summaries() => [Quality(), Review(), Management()];

    private Html Cards()
    {
        var cards = Readers.Zip(Summaries(), Card);
        return $"""<div class="cards">{"\n"}{cards}</div>{"\n"}""";
    }

    private Html Card(string page, string summary) => $"""
        <a class="card" href="{page}.html"><h2>{words["card." + page]}</h2>
        <p>{summary}</p>
        <p class="more">{words["card.more"]}</p></a>

        """;

    /// <summary>Customers who are owed more than a repair come before figures.</summary>
    private Html Guarantees()
    {
        int owed = GuaranteesPage.Vehicles(input, "owed"), near = GuaranteesPage.Vehicles(input, "one_step");
        return owed + near == 0 ? Html.None
            : $"""<p class="notice"><a href="guarantees.html">{words.Say("summary.guarantees", Figures.Count(owed), Figures.Count(near))}</a></p>{"\n"}""";
    }

    private string Quality()
    {
        if (standingOut.Count == 0)
        {
            return words.Say("summary.no_clusters", Figures.Count(input.ChartsLookedAt));
        }

        var first = standingOut[0];
        return words.Say(
            "summary.clusters", Figures.Count(standingOut.Count), DefectClusterChart.Name(first), Figures.Count(first.Claims), Figures.Number(first.Expected),
            Figures.Ratio(first.Ratio), Figures.RatioRange(first.RatioLow, first.RatioHigh), Figures.Count(input.ChartsLookedAt));
    }

    private string Review()
    {
        var queue = input.Scored.Queue;
        return queue.Count == 0 ? words["summary.no_queue"]
            : input.Model?.Calibrated == true ? words.Say(
                "summary.queue", Figures.Count(queue.Count), Figures.Count(input.Scored.Claims), CostPerVehicleChart.Money(input.Currency, (double)queue.Sum(claim => claim.Suspicion.ExpectedRecovery)))
            : words.Say("summary.queue_uncalibrated", Figures.Count(queue.Count), Figures.Count(input.Scored.Claims));
    }

    private string Management()
    {
        var cost = judgement.Cost is { } series
            ? words.Say("summary.cost", series.LastInWords(words))
            : words["summary.no_cost"];
        var share = judgement.RejectionShare is { } rejections ? " " + words.Say("summary.rejection_share", rejections.LastInWords(words)) : "";
        return cost + share;
    }

    private Html KeyFigures()
    {
        var verdicts = input.VerdictMonths.Where(row => input.Period.Holds(row.Month)).ToList();
        long decided = verdicts.Sum(row => row.Decided), rejected = verdicts.Sum(row => row.Rejected);
        var share = ShareInterval.Wilson(rejected, decided);
        var costs = input.CostMonths.Where(row => input.Period.Holds(row.Month)).ToList();
        var total = input.StageTimes.LastOrDefault(row => row.Stage == "total" && input.Period.Holds(row.Month));
        var figures = new[]
        {
            Figure(Figures.Count(decided), words["figure.decided"], ""),
            input.Currency.Length == 0 ? Html.None : Figure(costs.Count == 0 ? Figures.None : CostPerVehicleChart.Money(input.Currency, (double)costs.Sum(row => row.ApprovedAmount)), words["figure.cost"], ""),
            Figure(Figures.Percent(share.Share), words["figure.rejected"], decided == 0 ? "" : words.Say("figure.wilson", Figures.PercentRange(share.Low, share.High))),
            Figure(total is null ? Figures.None : words.Say("figure.days", Figures.Number(total.MedianDays)), words["figure.settled"], total is null ? "" : words.Say("figure.nine_in_ten", Figures.Number(total.NinthDecileDays))),
            Figure(Figures.Count(standingOut.Count), words["figure.clusters"], words.Say("figure.charts", Figures.Count(input.ChartsLookedAt))),
            Figure(Figures.Count(input.Scored.Queue.Count), words["figure.queue"], words["figure.needs_review"]),
        };
        Html list = $"""<dl class="figures">{"\n"}{figures}</dl>{"\n"}""";
        return Page.Section(words["index.figures"], list);
    }

    private static Html Figure(string value, string name, string below) => $"""<div><dt>{name}</dt><dd>{value}</dd><dd class="below">{below}</dd></div>{"\n"}""";

    private Html Changes()
    {
        var changes = defects.Where(cluster => cluster.FirstAlertOn is { } day && input.Period.Holds(day))
            .Select(cluster => words.Say("change.cluster", DefectClusterChart.Name(cluster), Figures.Day(cluster.FirstAlertOn)))
            .Concat(Change("change.cost", judgement.Cost))
            .Concat(Change("change.rejection_share", judgement.RejectionShare))
            .Concat(judgement.Stages.SelectMany(stage => Change("change.stage", stage.Series, words["stage." + stage.Stage])))
            .Select(Page.Item).ToList();
        return Page.Section(
            words["index.changes"],
            changes.Count == 0 ? Page.Paragraph(words["change.none"]) : $"""<ul class="changes">{"\n"}{changes}</ul>{"\n"}""",
            Page.Note(words["change.reading"]));
    }

    private IEnumerable<string> Change(string key, ControlPicture? series, string name = "")
    {
        var months = Judgement.Signals(series, input.Period);
        return months.Count == 0 ? [] : [words.Say(key, words.List(months.Select(words.Month)), name)];
    }

    private Html First() => Page.Section(
        words["index.first"],
        gallery.Figure("defect_clusters", QualityPage.Forest(defects, style), "clusters.reading", "quality.no_clusters"),
        gallery.Figure("cost_per_vehicle", judgement.Cost is { } cost ? CostPerVehicleChart.Draw(cost, input.Currency, style) : null, "control.reading", "management.no_cost"));
}

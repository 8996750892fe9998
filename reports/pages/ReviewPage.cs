using ClaimInsights.Models;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>For the reviewer: which claims deserve a second look and why, and how far the score can be trusted.</summary>
internal sealed class ReviewPage(ReportInput input, ChartStyle style, Gallery gallery)
{
    private const int Most = 60;
    private readonly Words words = style.Words;
    private readonly Dictionary<string, ReviewAid> aids = input.Review.Aids.ToDictionary(aid => aid.ClaimId, StringComparer.Ordinal);
    private readonly IReadOnlyList<QueuedClaim> queue = input.Scored.Queue;

    public string Write() => Page.Of("review", input, words, $"{Queue()}{OutlierSection.Of(input, words)}{Scores()}{Trust()}");

    private bool IsCalibrated => input.Model?.Calibrated == true;

    private Html Queue()
    {
        if (queue.Count == 0)
        {
            return Page.Section(words["review.queue"], Page.Paragraph(words["review.no_queue"]));
        }

        var recovery = queue.Sum(claim => claim.Suspicion.ExpectedRecovery);
        return Page.Section(
            words["review.queue"],
            Page.Paragraph(words.Say("review.lead", Figures.Count(queue.Count), Figures.Count(input.Scored.Claims))
                + (IsCalibrated ? " " + words.Say("review.recovery", CostPerVehicleChart.Money(input.Currency, (double)recovery)) : "")),
            Page.Note(words[IsCalibrated ? "review.calibrated" : "review.uncalibrated"]),
            Table.Of(queue.Count > Most ? words.Say("review.first", Figures.Count(Most), Figures.Count(queue.Count)) : "", Columns(), queue.Take(Most).Select(Cells)));
    }

    private Html Scores() => Page.Section(
        words["review.scores"],
        gallery.Figure("suspicion_scores", input.Scored.Claims == 0 ? null : SuspicionScoreChart.Draw(input.Scored, style), "scores.reading", "review.no_scores"));

    private Html Trust()
    {
        if (input.Model is not { } model)
        {
            return Page.Section(words["review.model"], Page.Paragraph(words["review.no_model"]));
        }

        var charts = Page.Row(
            gallery.Figure("calibration", model.Calibration.Count == 0 ? null : CalibrationChart.Draw(model.Calibration, style), "calibration.reading", "review.no_calibration"),
            gallery.Figure("rankings", model.Figures.Count == 0 ? null : RankingChart.Draw(model.Figures, style), "ranking.reading", "review.no_rankings"));
        return Page.Section(words["review.model"], Page.Paragraph(ModelInWords(model)), charts, Rankings(model), Notes(model));
    }

    private string ModelInWords(ModelCard model) => model.TrainingLabels == 0
        ? words.Say("review.rules_only", model.ModelId)
        : words.Say(
            "review.trained", model.ModelId, Figures.Count(model.TrainingLabels), Figures.Count(model.TrainingPositives), Figures.Day(model.TrainedTo),
            Figures.Count(model.EvaluationLabels), Figures.Count(model.EvaluationPositives), Figures.Day(model.EvaluatedTo));

    private Html Rankings(ModelCard model) => model.Figures.Count == 0 ? Html.None : Table.Of(
        words.Say("review.figures", Figures.Count(model.EvaluationLabels)),
        [
            new(words["column.ranking"]), TableColumn.Number(words["column.roc_auc"]), TableColumn.Number(words["column.average_precision"]),
            TableColumn.Number(words.Say("column.precision_at", Figures.Count(model.Figures[0].Capacity))), TableColumn.Number(words["column.brier"]),
        ],
        model.Figures.Select(row => (IReadOnlyList<Html>)
        [
            Html.Text(words.Code("ranking", row.Ranking)), Html.Text(Figures.Number(row.RocAuc, 3)), Html.Text(Figures.Number(row.AveragePrecision, 3)),
            Html.Text(Figures.Percent(row.PrecisionAtCapacity)), Html.Text(row.Brier is { } brier ? Figures.Number(brier, 3) : Figures.None),
        ]));

    private Html Notes(ModelCard model)
    {
        var notes = model.Notes.Select(note => Page.Item(input.WordReason(note)));
        return model.Notes.Count == 0 ? Html.None : $"""<ul class="notes">{notes}</ul>{"\n"}""";
    }

    private List<TableColumn> Columns() =>
    [
        TableColumn.Number(words["column.rank"]), new(words["column.claim"]), new(words["column.part_mode"], "wide"),
        TableColumn.Number(words.InUnit("column.approved", input.Currency)), TableColumn.Number(words["column.score"]), new(words["column.reasons"], "reasons"),
    ];

    private List<Html> Cells(QueuedClaim queued)
    {
        var (one, claim) = queued;
        return
        [
            Html.Text(Figures.Count(one.Rank)),
            $"""{Unbroken(claim.ClaimId)}<br><span class="name">{Unbroken(words.Say("review.dealer", claim.DealerCode))}<br>{Unbroken(words.Say("review.closed", Figures.Day(claim.ClosedOn)))}</span>""",
            $"<strong>{claim.CausalPart}</strong><br>{claim.FailureMode}", Html.Text(Figures.Amount(claim.ApprovedAmount)), Html.Text(Score(one)), Reasons(one),
        ];
    }

    /// <summary>A code that is not broken over lines unless it is very long.</summary>
    private static Html Unbroken(string code) => code.Length > 24 ? (Html)$"""<span class="long">{code}</span>""" : (Html)$"""<span class="code">{code}</span>""";

    private string Score(Suspicion one) => IsCalibrated ? Figures.Percent(one.Score) : words["review.score_uncalibrated"];

    private Html Reasons(Suspicion one)
    {
        var reasons = new[] { one.Reason1, one.Reason2, one.Reason3 }.OfType<string>().Select(reason => Page.Item(input.WordReason(reason)));
        Html cluster = one.ClusterId is null ? Html.None : $"""<p class="cluster">{words.Say("review.in_cluster", NameOf(one.ClusterId))}</p>""";
        return $"""<ul class="reasons">{reasons}</ul>{Aid(one.ClaimId)}{cluster}""";
    }

    /// <summary>What is suspected, what would clear it, and reviewed claims that are like it.</summary>
    private Html Aid(string claimId)
    {
        if (!aids.TryGetValue(claimId, out var aid))
        {
            return Html.None;
        }

        var missing = aid.MissingEvidence.Length == 0 ? "" : " " + words.Say(
            IsCalibrated ? "review.would_clear" : "review.would_clear_uncalibrated", words.List(aid.MissingEvidence.Split(';').Select(Worded)),
            Figures.Percent(aid.ScoreIfBrought));
        var like = words.List(new[] { Like("review.like_confirmed", aid.NearestConfirmed), Like("review.like_cleared", aid.NearestCleared) }.OfType<string>());
        return $"""<p class="aid">{words.Say("review.suspected", Worded(aid.LikeliestCause), Figures.Percent(aid.CauseShare, 0))}{missing}{(like.Length == 0 ? "" : " " + words.Say("review.like", like))}</p>""";
    }

    private string Worded(string code) => words.Language == Language.Chinese ? AidText.Chinese(code) : AidText.English(code);

    private string? Like(string key, string? claimId) => claimId is null ? null : words.Say(key, claimId);

    private string NameOf(string clusterId) => input.Clusters.FirstOrDefault(cluster => cluster.ClusterId == clusterId) is { } cluster ? DefectClusterChart.Name(cluster) : clusterId;
}

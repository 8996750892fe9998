using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>For management: what claims cost, how promptly they are settled, why they are rejected, whether dealers are treated alike, which claims count.</summary>
internal sealed class ManagementPage(ReportInput input, Judgement judgement, ChartStyle style, Gallery gallery)
{
    private readonly Words words = style.Words;

    public string Write() => Page.Of("management", input, words, $"{Cost()}{Promptness()}{Rejections()}{Dealers()}{Counted()}{Delivered()}");

    private Html Cost() => Page.Section(
        words["management.cost"],
        gallery.Figure("cost_per_vehicle", judgement.Cost is { } cost ? CostPerVehicleChart.Draw(cost, input.Currency, style) : null, "control.reading", "management.no_cost"));

    private Html Promptness()
    {
        var charts = judgement.Stages.Select(stage => gallery.Figure($"stage_{stage.Stage}", StageTimeChart.Draw(stage.Series, stage.Stage, style), "", ""));
        Html row = $"""<div class="row">{"\n"}{charts}</div>{"\n"}""";
        return Page.Section(
            words["management.stages"],
            judgement.Stages.Count == 0 ? Page.Paragraph(words["management.no_stages"]) : Page.Note(words["stage_time.reading"]),
            judgement.Stages.Count == 0 ? Html.None : row,
            StageTable());
    }

    private Html StageTable()
    {
        var months = input.StageTimes.Select(row => row.Month).Where(input.Period.Holds).Distinct().Order().TakeLast(3).ToList();
        if (judgement.Stages.Count == 0 || months.Count == 0)
        {
            return Html.None;
        }

        var columns = months.Select(month => TableColumn.Number(words.Say("column.median_in", words.Month(month))));
        return Table.Of(
            words["stage_time.table"],
            [TableColumn.Code(words["column.stage"]), .. columns, TableColumn.Number(words["column.usual_range"]), TableColumn.Number(words.Say("column.ninth_decile", words.Month(months[^1])))],
            judgement.Stages.Select(stage => StageCells(stage.Stage, stage.Series, months)));
    }

    private List<Html> StageCells(string stage, ControlPicture series, List<DateOnly> months)
    {
        var times = input.StageTimes.Where(row => row.Stage == stage).ToDictionary(row => row.Month);
        var limits = series.Chart.Points.LastOrDefault(point => double.IsFinite(point.Low));
        return
        [
            Html.Text(words["stage." + stage]), .. months.Select(month => Html.Text(times.TryGetValue(month, out var time) ? Figures.Number(time.MedianDays) : Figures.None)),
            Html.Text(limits.High > 0 ? $"{Figures.Number(Math.Max(0, limits.Low))}–{Figures.Number(limits.High)}" : Figures.None),
            Html.Text(times.TryGetValue(months[^1], out var last) ? Figures.Number(last.NinthDecileDays) : Figures.None),
        ];
    }

    private Html Rejections()
    {
        var causes = CauseShare.Of(input.RejectionCauses, input.VerdictMonths, input.Period);
        var pareto = causes.Count == 0 ? null : RejectionCauseChart.Draw(causes, input.Period.Previous.Name, style);
        return Page.Section(
            words["management.rejections"],
            gallery.Figure("rejection_share", judgement.RejectionShare is { } share ? RejectionShareChart.Draw(share, style) : null, "rejection_share.reading", "management.no_rejection_share"),
            gallery.Figure("rejection_causes", pareto, "causes.reading", "management.no_causes"),
            causes.Count == 0 ? Html.None : Table.Of(
                words.Say("causes.table", input.Period.Name, input.Period.Previous.Name),
                [
                    new(words["column.reason"]), TableColumn.Number(words["column.rejected"]), TableColumn.Number(words["column.share_decided"]),
                    TableColumn.Number(words.Say("column.previous", input.Period.Previous.Name)), .. MoneyColumn("column.claimed"),
                ],
                causes.Select(CauseCells)),
            Appeals());
    }

    private List<Html> CauseCells(CauseShare cause) =>
    [
        Html.Text(words.Code("reason", cause.Reason)), Html.Text(Figures.Count(cause.Rejected)),
        Page.Share(cause.Share.Share, cause.Share.Low, cause.Share.High),
        Html.Text(cause.Previous is { } previous ? Figures.Percent(previous) : Figures.None), .. Money(cause.ClaimedAmount),
    ];

    /// <summary>A column of amounts; none in a store without a currency.</summary>
    private TableColumn[] MoneyColumn(string head) => input.Currency.Length == 0 ? [] : [TableColumn.Number(words.InUnit(head, input.Currency))];

    private Html[] Money(decimal amount) => input.Currency.Length == 0 ? [] : [Html.Text(Figures.Amount(amount))];

    private Html Appeals()
    {
        var months = input.VerdictMonths.Where(row => input.Period.Holds(row.Month)).ToList();
        long appeals = months.Sum(row => row.Appeals), overturned = months.Sum(row => row.Overturned);
        if (appeals == 0)
        {
            return Page.Paragraph(words["appeals.none"]);
        }

        var share = ShareInterval.Wilson(overturned, appeals);
        return Page.Paragraph(words.Say("appeals.some", Figures.Count(appeals), Figures.Count(overturned), Figures.Percent(share.Share, 0), Figures.PercentRange(share.Low, share.High, 0)));
    }

    private Html Dealers()
    {
        var outside = judgement.Dealers?.Units.Where(dealer => dealer.IsOutside).OrderByDescending(dealer => Math.Abs(dealer.Row.Rejected - dealer.Row.Expected)).ToList() ?? [];
        return Page.Section(
            words["management.dealers"],
            gallery.Figure("dealer_funnel", judgement.Dealers is { } funnel ? DealerFunnelChart.Draw(funnel, style) : null, "funnel.reading", "management.no_funnel"),
            outside.Count == 0 ? Html.None : Table.Of(
                words["funnel.table"],
                [
                    TableColumn.Code(words["column.dealer"]), TableColumn.Number(words["column.decided"]), TableColumn.Number(words["column.rejected"]), TableColumn.Number(words["column.expected_rejected"]),
                    TableColumn.Number(words["column.standardised"]), TableColumn.Number(words["column.limits"]),
                ],
                outside.Select(dealer => (IReadOnlyList<Html>)
                [
                    Html.Text(dealer.Row.Unit), Html.Text(Figures.Count(dealer.Row.Decided)), Html.Text(Figures.Count(dealer.Row.Rejected)), Html.Text(Figures.Number(dealer.Row.Expected)),
                    Html.Text(Figures.Percent(dealer.Share)), Html.Text(Figures.PercentRange(dealer.Limits.Low, dealer.Limits.High)),
                ])));
    }

    private Html Counted() => Page.Section(
        words["management.counted"],
        Page.Paragraph(words["counted.lead"]),
        input.Standings.Count == 0 ? Page.Paragraph(words["counted.none"]) : Table.Of(
            "",
            [new(words["column.standing"]), TableColumn.Number(words["column.claims"]), .. MoneyColumn("column.approved")],
            input.Standings.Select(row => (IReadOnlyList<Html>)
                [Html.Text(words.Code("standing", row.Standing)), Html.Text(Figures.Count(row.Claims)), .. Money(row.ApprovedAmount)])));

    private Html Delivered()
    {
        var totals = input.Receipts;
        (string Key, long Rows)[] rows =
        [
            ("stored", totals.Stored), ("superseded", totals.Superseded), ("already_known", totals.AlreadyKnown), ("not_closed", totals.NotClosed), ("quarantined", totals.Quarantined), ("read", totals.Read),
        ];
        return Page.Section(
            words["management.delivered"],
            Page.Paragraph(words.Say("delivered.lead", Figures.Count(totals.Read), Figures.Count(totals.Quarantined), Figures.Percent(totals.Read == 0 ? 0 : (double)totals.Quarantined / totals.Read))),
            Table.Of(
                "",
                [new(words["column.fate"]), TableColumn.Number(words["column.rows"])],
                rows.Select(row => (IReadOnlyList<Html>)[Html.Text(words["fate." + row.Key]), Html.Text(Figures.Count(row.Rows))])));
    }
}

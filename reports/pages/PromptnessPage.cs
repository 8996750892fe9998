using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>How promptly is each stage passed, who is slow, what are the newest months worth, and what do customers say?</summary>
internal sealed class PromptnessPage(ReportInput input, ChartStyle style, Gallery gallery)
{
    private const int MostSlow = 20, LastMonths = 6;
    private readonly Words words = style.Words;
    private readonly DecisionTables tables = input.Decisions;

    public string Write() => Page.Of("promptness", input, words, $"{Units()}{Ends()}{Months()}{Lags()}{Satisfied()}");

    private Html Units()
    {
        var slow = tables.StageUnits.Where(row => row.IsSlow).Take(MostSlow).ToList();
        return Page.Section(
            words["promptness.units"],
            gallery.Figure("days_lost", DaysLostChart.Draw(tables.StageUnits, style), "days_lost.reading", "promptness.no_units"),
            slow.Count == 0 ? Page.Paragraph(words["promptness.none_slow"]) : Table.Of(
                words["promptness.slow_table"],
                [
                    new(words["column.stage"]), new(words["column.unit_kind"]), TableColumn.Code(words["column.unit"]), TableColumn.Number(words["column.claims"]), TableColumn.Number(words["column.median_days"]), TableColumn.Number(words["column.late_after"]),
                    TableColumn.Number(words["column.late_share"]), TableColumn.Number(words["column.ratio"]), TableColumn.Number(words["column.days_lost_all"]),
                ],
                slow.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("stage", row.Stage)), Html.Text(words.Code("unit_kind", row.Kind)), Html.Text(row.Unit), Html.Text(Figures.Count(row.Claims)), Html.Text(Figures.Number(row.MedianDays)), Html.Text(Figures.Count(row.LateAfter)),
                    Page.Share(row.LateShare, row.LateLow, row.LateHigh), Page.Ratio(row.Ratio, row.RatioLow, row.RatioHigh), Html.Text(Figures.Number(row.DaysLost, 0)),
                ])));
    }

    private Html Ends()
    {
        var rows = tables.StageEnds.Where(row => row.IsComplete && row.Month <= input.Period.To).GroupBy(row => row.Stage, StringComparer.Ordinal)
            .Select(stage => stage.MaxBy(row => row.Month)!).OrderBy(row => Array.IndexOf(["inspected", "decided", "paid", "followed_up"], row.Stage)).ToList();
        return Page.Section(
            words["promptness.ends"],
            rows.Count == 0 ? Page.Paragraph(words["promptness.no_ends"]) : Table.Of(
                "",
                [
                    new(words["column.stage"]), new(words["column.month"]), TableColumn.Number(words["column.entered"]), TableColumn.Number(words["column.passed"]),
                    TableColumn.Number(words["column.target_days"]), TableColumn.Number(words["column.within"]),
                ],
                rows.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("stage", row.Stage)), Html.Text(words.Month(row.Month)), Html.Text(Figures.Count(row.Entered)), Page.Share(row.Share, row.ShareLow, row.ShareHigh),
                    Html.Text(row.TargetDays is { } days ? Figures.Count(days) : Figures.None),
                    row is { WithinTarget: { } within, WithinLow: { } low, WithinHigh: { } high } ? Page.Share(within, low, high) : Html.Text(Figures.None),
                ])),
            rows.Count == 0 ? Html.None : Page.Note(words["promptness.ends_reading"]));
    }

    private Html Months()
    {
        var months = tables.ReportMonths.OrderBy(row => row.Month).TakeLast(LastMonths).ToList();
        return Page.Section(
            words["promptness.months"],
            months.Count == 0 ? Page.Paragraph(words["promptness.no_months"]) : Page.Note(words["promptness.months_reading"]),
            months.Count == 0 ? Html.None : Table.Of(
                "",
                [
                    new(words["column.report_month"]), TableColumn.Number(words["column.closed_so_far"]), TableColumn.Number(words["column.expected_claims"]), TableColumn.Number(words["column.completeness"]),
                    TableColumn.Number(words["column.median_seen"]), TableColumn.Number(words["column.median_all"]), TableColumn.Number(words["column.ninth_all"]),
                ],
                months.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Month(row.Month)), Html.Text(Figures.Count(row.ClosedSoFar)), Known(row.ExpectedClaims, 0), Html.Text(row.Completeness is { } share ? Figures.Percent(share, 0) : Figures.None),
                    Html.Text(Figures.Number(row.MedianDaysSeen)), Known(row.MedianDays), Known(row.NinthDecileDays),
                ])));
    }

    /// <summary>From failure to closing; a store without vehicles knows of no claim that counts.</summary>
    private Html Lags()
    {
        if (tables.Lags.Count == 0)
        {
            return Html.None;
        }

        var all = tables.Lags[0];
        var drift = all is { MedianDaysBefore: { } before, PValueOfDrift: { } p } ? words.Say("lags.drift", Figures.Count(all.MedianDays), Figures.Count(before), Figures.Small(p)) : words["lags.no_drift"];
        var provinces = all.PValue is { } difference ? words.Say(tables.Lags.Count > 1 ? "lags.provinces" : "lags.no_provinces", Figures.Small(difference)) : "";
        return Page.Section(
            words["lags.section"],
            gallery.Figure("claim_nowcasts", NowcastChart.Draw([.. tables.Nowcasts.Where(row => row.DealerProvince.Length == 0)], style), "nowcast.reading", "lags.no_months"),
            Page.Paragraph($"{drift} {provinces}"),
            Table.Of(
                words["lags.table"],
                [
                    new(words["column.dealer_province"]), TableColumn.Number(words["column.claims"]), TableColumn.Number(words["column.median_days"]), TableColumn.Number(words["column.ninth_all"]),
                    TableColumn.Number(words["column.known_month"]), TableColumn.Number(words["column.known_quarter"]), TableColumn.Number(words["column.known_half_year"]),
                ],
                tables.Lags.Take(MostSlow).Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(row.DealerProvince.Length == 0 ? words["lags.all"] : row.DealerProvince), Html.Text(Figures.Count(row.Claims)), Html.Text(Figures.Count(row.MedianDays)), Html.Text(Figures.Count(row.NinthDecileDays)),
                    Html.Text(Figures.Percent(row.Known30, 0)), Html.Text(Figures.Percent(row.Known90, 0)), Html.Text(Figures.Percent(row.Known180, 0)),
                ])));
    }

    private Html Satisfied() => Page.Section(
        words["promptness.satisfaction"],
        tables.Satisfaction.Count == 0 ? Page.Paragraph(words["promptness.no_answers"]) : Table.Of(
            "",
            [
                new(words["column.verdict"]), TableColumn.Number(words["column.days_band"]), TableColumn.Number(words["column.claims"]), TableColumn.Number(words["column.answered"]),
                TableColumn.Number(words["column.mean_answer"]), TableColumn.Number(words["column.satisfied"]),
            ],
            tables.Satisfaction.Select(row => (IReadOnlyList<Html>)
            [
                Html.Text(words.Code("verdict", row.Verdict)), Html.Text(row.ToDays is { } to ? $"{Figures.Count(row.FromDays)}–{Figures.Count(to)}" : $"≥ {Figures.Count(row.FromDays)}"), Html.Text(Figures.Count(row.Claims)), Html.Text(Figures.Count(row.Answered)),
                row is { MeanLow: { } low, MeanHigh: { } high } ? $"""{Figures.Number(row.Mean, 2)} <span class="interval">[{Figures.Number(low, 2)}–{Figures.Number(high, 2)}]</span>""" : Html.Text(Figures.Number(row.Mean, 2)),
                Page.Share(row.Satisfied, row.SatisfiedLow, row.SatisfiedHigh),
            ])));

    private static Html Known(double? value, int decimals = 1) => Html.Text(value is { } known ? Figures.Number(known, decimals) : Figures.None);
}

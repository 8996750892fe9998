using ClaimInsights.Analysis.Fairness;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>Why claims are not paid: where, what would have prevented it, what moved, what became of the rejections, and where the rules say otherwise.</summary>
internal sealed class RejectionsPage(ReportInput input, ChartStyle style, Gallery gallery)
{
    private const int MostRows = 8, MostBars = 10;
    private static readonly string[] Dimensions = ["part", "model", "dealer", "province"];
    private readonly Words words = style.Words;
    private readonly DecisionTables tables = input.Decisions;

    public string Write() => Page.Of("rejections", input, words, $"{Where()}{Prevented()}{Moved()}{Notes()}{Appealed()}{AgainstRules()}");

    private Html Where()
    {
        var quarter = tables.Breakdown.Select(row => row.Quarter).Where(day => day <= input.Period.To).DefaultIfEmpty().Max();
        var rows = tables.Breakdown.Where(row => row.Quarter == quarter).ToList();
        return Page.Section(
            words["rejections.where"],
            rows.Count == 0 ? Page.Paragraph(words["rejections.none"]) : Page.Note(words.Say("rejections.where_reading", words.Month(quarter))),
            Join(Dimensions.Select(dimension => Breakdown(dimension, [.. rows.Where(row => row.Dimension == dimension).OrderBy(row => row.Rank).Take(MostRows)]))));
    }

    private Html Breakdown(string dimension, List<RejectionBreakdown> rows) => rows.Count == 0 ? Html.None : Table.Of(
        words.Say("rejections.by", words.Code("dimension", dimension)),
        [
            new(words.Code("dimension", dimension)), new(words["column.reason"]), new(words["column.kind"]), TableColumn.Number(words["column.rejected"]), TableColumn.Number(words["column.partly_paid"]),
            TableColumn.Number(words["column.share_decided"]), TableColumn.Number(words.InUnit("column.unpaid", input.Currency)), TableColumn.Number(words["column.cumulative"]),
        ],
        rows.Select(row => (IReadOnlyList<Html>)
        [
            Html.Text(row.Value), Html.Text(words.Code("reason", row.Reason)), Html.Text(words.Code("rejection_kind", row.Kind)), Html.Text(Figures.Count(row.RejectedClaims)), Html.Text(Figures.Count(row.PartlyPaidClaims)),
            Page.Share(row.Share, row.ShareLow, row.ShareHigh), Html.Text(Figures.Amount(row.UnpaidAmount)), Html.Text(row.CumulativeShare is { } share ? Figures.Percent(share, 0) : Figures.None),
        ]));

    private Html Prevented()
    {
        // Evidence that paid claims lack as often would not have prevented anything.
        var telling = tables.Prevention.Where(row => row.PaidShare is not { } paid || row.ShareLow > paid).ToList();
        return Page.Section(
            words["rejections.prevented"],
            telling.Count == 0 ? Page.Paragraph(words["rejections.nothing_prevented"]) : Table.Of(
                words["rejections.prevented_table"],
                [
                    new(words["column.reason"]), new(words["column.fact"]), TableColumn.Number(words["column.claims"]), TableColumn.Number(words["column.median"]), TableColumn.Number(words["column.hits"]),
                    TableColumn.Number(words["column.share_known"]), TableColumn.Number(words["column.paid_share"]),
                ],
                telling.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("reason", row.Reason)), Html.Text(words.Say("fact." + row.Fact, Figures.Count(row.NearLimit ?? 0))), Html.Text(Figures.Count(row.Claims)), Html.Text(row.Median is { } median ? Figures.Number(median, 0) : Figures.None),
                    Html.Text(Figures.Count(row.Hits)), Page.Share(row.Share, row.ShareLow, row.ShareHigh), Html.Text(row.PaidShare is { } paid ? Figures.Percent(paid) : Figures.None),
                ])));
    }

    private Html Moved()
    {
        var moves = tables.Moves.Where(row => row is { Span: "quarter", By: "reason" }).Take(MostBars).ToList();
        var named = tables.Changes.Where(row => row.IsNamed).ToList();
        return Page.Section(
            words["rejections.moved"],
            gallery.Figure("rejection_moves", moves.Count == 0 ? null : RejectionMovesChart.Draw(moves, style), "moves.reading", "moves.none"),
            moves.Count == 0 ? Html.None : Table.Of(
                words["moves.claims"],
                [new(words["column.reason"]), TableColumn.Number(words["column.before"]), TableColumn.Number(words["column.now"]), new(words["column.latest_claims"], "wide")],
                moves.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("reason", row.Item)), Of(row.RejectedBefore, row.DecidedBefore), Of(row.Rejected, row.Decided),
                    Html.Text(string.Join(", ", tables.Rejected.Where(claim => claim.Reason == row.Item && claim.ClosedOn >= row.Period).Select(claim => claim.ClaimId))),
                ])),
            named.Count == 0 ? Page.Paragraph(words["changes.none"]) : Table.Of(
                words["changes.table"],
                [new(words["column.reason"]), new(words["column.since"]), TableColumn.Number(words["column.before"]), TableColumn.Number(words["column.after"]), TableColumn.Number(words["column.rule_effect"]), TableColumn.Number(words["column.p"])],
                named.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("reason", row.Reason)), Html.Text(words.Month(row.From)), Html.Text(Figures.Percent(row.ShareBefore)), Html.Text(Figures.Percent(row.ShareAfter)),
                    $"""{Figures.Number(100 * row.RuleEffect, 2)} <span class="interval">[{Figures.Number(100 * row.RuleLow, 2)}–{Figures.Number(100 * row.RuleHigh, 2)}]</span>""", Html.Text(Figures.Small(row.PValue)),
                ])));
    }

    private Html Notes()
    {
        var (all, open) = (tables.Notes.Where(row => row.NoteReason != "no_note").Sum(row => row.Claims), tables.Notes.Where(row => row.NoteReason == "not_coded").Sum(row => row.Claims));
        var other = tables.Notes.Where(row => row.Agrees == false).OrderByDescending(row => row.Claims).Take(MostRows).ToList();
        return Page.Section(
            words["rejections.notes"],
            Page.Paragraph(all == 0 ? words["notes.none"] : words.Say("notes.lead", Figures.Count(all), Figures.Count(open), Figures.Percent((double)open / all))),
            other.Count == 0 ? Html.None : Table.Of(
                words["notes.table"],
                [new(words["column.stated"]), new(words["column.read"]), TableColumn.Number(words["column.claims"]), TableColumn.Number(words["column.share_stated"]), new(words["column.examples"])],
                other.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("reason", row.StatedReason)), Html.Text(words.Code("reason", row.NoteReason)), Html.Text(Figures.Count(row.Claims)),
                    Page.Share(row.Share, row.ShareLow, row.ShareHigh), Html.Text(row.Examples),
                ])));
    }

    private Html Appealed()
    {
        var last = input.Period.To.AddMonths(-12);
        var reasons = tables.Appeals.Where(row => row.Quarter > last && row.Quarter <= input.Period.To).GroupBy(row => row.Reason, StringComparer.Ordinal)
            .Select(rows => new ReasonFlow(rows.Key, [.. rows])).OrderByDescending(flow => flow.Overturned).ThenByDescending(flow => flow.Rejected).ThenBy(flow => flow.Reason, StringComparer.Ordinal).ToList();
        return Page.Section(
            words["rejections.appeals"],
            reasons.Count == 0 ? Page.Paragraph(words["appeals.nothing"]) : Table.Of(
                words["appeals.table"],
                [
                    new(words["column.reason"]), TableColumn.Number(words["column.rejected"]), TableColumn.Number(words["column.resubmitted"]), TableColumn.Number(words["column.paid_then"]), TableColumn.Number(words["column.appealed"]),
                    TableColumn.Number(words["column.overturned"]), TableColumn.Number(words["column.days_lost"]), TableColumn.Number(words.InUnit("column.paid_after_all", input.Currency)),
                ],
                reasons.Select(flow => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("reason", flow.Reason)), Html.Text(Figures.Count(flow.Rejected)), Html.Text(Figures.Count(flow.Resubmitted)), Of(flow.ResubmittedPaid, flow.Resubmitted),
                    Html.Text(Figures.Count(flow.Appealed)), flow.Appealed == 0 ? Html.Text(Figures.None) : Wilson(flow.Overturned, flow.Appealed),
                    Html.Text(flow.MeanDays is { } days ? Figures.Number(days, 0) : Figures.None), Html.Text(Figures.Amount(flow.PaidAmount)),
                ])));
    }

    private Html AgainstRules() => Page.Section(
        words["rejections.rules"],
        tables.AgainstRules.Count == 0 ? Page.Paragraph(words["rules.none"]) : Table.Of(
            words["rules.table"],
            [new(words["column.direction"]), new(words["column.rule"]), TableColumn.Number(words["column.claims"]), TableColumn.Number(words.InUnit("column.amount", input.Currency)), new(words["column.largest_claims"], "wide")],
            tables.AgainstRules.Select(one => (IReadOnlyList<Html>)
            [
                Html.Text(words.Code("direction", one.Direction)), Html.Text(words.Code("reason", one.Rule)), Html.Text(Figures.Count(one.Claims)), Html.Text(Figures.Amount(one.Amount)),
                Html.Text(string.Join(", ", one.Largest)),
            ])));

    private static Html Join(IEnumerable<Html> parts) => $"{parts}";

    private static Html Of(long hits, long trials) => Html.Text(trials == 0 ? Figures.None : $"{Figures.Count(hits)} / {Figures.Count(trials)} ({Figures.Percent((double)hits / trials)})");

    private static Html Wilson(long hits, long trials)
    {
        var share = Analysis.Statistics.ShareInterval.Wilson(hits, trials);
        return Page.Share(share.Share, share.Low, share.High);
    }
}

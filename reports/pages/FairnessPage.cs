using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>Are like claims decided alike, whoever decides, and are the amounts reasonable?</summary>
internal sealed class FairnessPage(ReportInput input, ChartStyle style)
{
    private const int MostPairs = 20, MostParts = 10, MostFindings = 8;
    private readonly Words words = style.Words;
    private readonly DecisionTables tables = input.Decisions;

    public string Write() => Page.Of("fairness", input, words, $"{Units()}{Alike()}{Amounts()}");

    private Html Units()
    {
        var outside = tables.Fairness.Where(row => row.IsOutside)
            .OrderBy(row => Array.IndexOf(["dealer", "province", "clerk"], row.Kind)).ThenByDescending(row => Math.Abs(row.Rejected - row.Expected)).ThenBy(row => row.Unit, StringComparer.Ordinal).ToList();
        return Page.Section(
            words["fairness.units"],
            tables.Fairness.Count == 0 ? Page.Paragraph(words["fairness.no_units"])
                : Page.Paragraph(words.Say("fairness.units_lead", Figures.Count(tables.Fairness.Count(row => row.Kind == "dealer")), Figures.Count(tables.Fairness.Count(row => row.Kind == "province")), Figures.Count(tables.Fairness.Count(row => row.Kind == "clerk")), Figures.Count(outside.Count))),
            outside.Count == 0 ? Html.None : Table.Of(
                words["fairness.units_table"],
                [
                    new(words["column.unit_kind"]), TableColumn.Code(words["column.unit"]), TableColumn.Number(words["column.decided"]), TableColumn.Number(words["column.rejected"]), TableColumn.Number(words["column.expected_rejected"]),
                    TableColumn.Number(words["column.ratio"]), TableColumn.Number(words["column.standardised"]), TableColumn.Number(words["column.limits"]),
                ],
                outside.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("unit_kind", row.Kind)), Html.Text(row.Unit), Html.Text(Figures.Count(row.Decided)), Html.Text(Figures.Count(row.Rejected)), Html.Text(Figures.Number(row.Expected)),
                    Page.Ratio(row.Ratio, row.RatioLow, row.RatioHigh), Html.Text(Figures.Percent(row.Share)), Html.Text(Figures.PercentRange(row.LimitLow, row.LimitHigh)),
                ])),
            outside.Count == 0 ? Html.None : Page.Note(words["fairness.units_reading"]));
    }

    private Html Alike()
    {
        var whole = tables.Consistency.FirstOrDefault(row => row.CausalPart.Length == 0);
        var parts = tables.Consistency.Where(row => row.CausalPart.Length > 0).OrderBy(row => row.ShareHigh).ThenBy(row => row.CausalPart, StringComparer.Ordinal).Take(MostParts).ToList();
        return Page.Section(
            words["fairness.alike"],
            Page.Paragraph(whole is null ? words["fairness.no_pairs"] : words.Say("fairness.alike_lead", Figures.Percent(whole.Share), Figures.PercentRange(whole.ShareLow, whole.ShareHigh), Figures.Count(whole.Pairs))),
            parts.Count == 0 ? Html.None : Table.Of(
                words["fairness.parts_table"],
                [new(words["column.part"]), TableColumn.Number(words["column.pairs"]), TableColumn.Number(words["column.alike"])],
                parts.Select(row => (IReadOnlyList<Html>)[Html.Text(row.CausalPart), Html.Text(Figures.Count(row.Pairs)), Page.Share(row.Share, row.ShareLow, row.ShareHigh)])),
            tables.LikePairs.Count == 0 ? Html.None : Table.Of(
                words.Say("fairness.pairs_table", Figures.Count(Math.Min(MostPairs, tables.LikePairs.Count))),
                [new(words["column.part_mode"]), new(words["column.model"]), new(words["column.paid_claim"]), new(words["column.rejected_claim"]), new(words["column.reason"]), TableColumn.Number(words.InUnit("column.amount", input.Currency))],
                tables.LikePairs.Take(MostPairs).Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text($"{row.CausalPart} · {row.FailureMode}"), Html.Text(row.Model), Claim(row.PaidClaim, row.PaidDealer, row.PaidBy), Claim(row.RejectedClaim, row.RejectedDealer, row.RejectedBy),
                    Html.Text(words.Code("reason", row.RejectionReason)), Html.Text(Figures.Amount(row.RejectedAmount)),
                ])));
    }

    private Html Amounts()
    {
        // A dealer is shown where its interval lies above what is found elsewhere.
        var rows = tables.Amounts.Where(row => row.ShareElsewhere is { } other && row.ShareLow > other).GroupBy(row => row.Kind, StringComparer.Ordinal)
            .SelectMany(kind => kind.OrderByDescending(row => row.Amount).ThenBy(row => row.DealerCode, StringComparer.Ordinal).Take(MostFindings)).ToList();
        return Page.Section(
            words["fairness.amounts"],
            rows.Count == 0 ? Page.Paragraph(words["fairness.no_amounts"]) : Table.Of(
                words["fairness.amounts_table"],
                [
                    new(words["column.finding"]), TableColumn.Code(words["column.dealer"]), TableColumn.Number(words["column.judged"]), TableColumn.Number(words["column.found"]), TableColumn.Number(words["column.share_judged"]),
                    TableColumn.Number(words["column.elsewhere"]), TableColumn.Number(words.InUnit("column.amount", input.Currency)), new(words["column.largest_claims"], "wide"),
                ],
                rows.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("finding", row.Kind)), Html.Text(row.DealerCode), Html.Text(Figures.Count(row.Judged)), Html.Text(Figures.Count(row.Found)), Page.Share(row.Share, row.ShareLow, row.ShareHigh),
                    Html.Text(Figures.Percent(row.ShareElsewhere!.Value)), Html.Text(Figures.Amount(row.Amount)), Html.Text(row.ExampleClaimIds.Replace(";", ", ", StringComparison.Ordinal)),
                ])),
            Page.Note(words["fairness.amounts_reading"]));
    }

    private static Html Claim(string claim, string dealer, string? clerk) => $"""{claim} <span class="name">{dealer}{(clerk is null ? "" : " · " + clerk)}</span>""";
}

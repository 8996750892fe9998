using ClaimInsights.Models;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>What do reviews teach: does the queue find more than chance, is the model within its limits, who is called to review, and which verdicts deserve a second look?</summary>
internal sealed class LearningPage(ReportInput input, ChartStyle style, Gallery gallery)
{
    private const int MostInputs = 8, MostGroups = 15, MostLooks = 12;
    private static readonly string[] Kinds = ["doubtful", "miss", "false_alarm"];
    private readonly Words words = style.Words;
    private readonly ReviewTables tables = input.Review;

    public string Write() => Page.Of("learning", input, words, $"{Yields()}{Comparison()}{Drift()}{Fairness()}{SecondLooks()}");

    private Html Yields() => Page.Section(
        words["learning.yields"],
        gallery.Figure("review_yields", ReviewYieldChart.Draw(tables.Yields, style), "yields.reading", "learning.no_yields"));

    private Html Comparison()
    {
        if (input.Model?.Comparison is not { } compared)
        {
            return Page.Section(words["learning.comparison"], Page.Paragraph(words["learning.no_comparison"]));
        }

        if (compared is not { Ranking: { } ranking, AveragePrecision: { } own, AveragePrecisionInUse: { } other })
        {
            return Page.Section(words["learning.comparison"], Page.Paragraph(words.Say("learning.few_to_compare", words.Code("ranking", compared.InUse), Figures.Count(compared.Verdicts), Figures.Count(compared.OwnerCaused))));
        }

        var text = words.Say(
            "learning.compared", words.Code("ranking", compared.InUse), Figures.Count(compared.Verdicts), Figures.Count(compared.OwnerCaused), Figures.Number(own, 3), Figures.Number(other, 3),
            Signed(ranking.Difference, 3), Signed(ranking.Low, 3), Signed(ranking.High, 3));
        return Page.Section(
            words["learning.comparison"],
            Page.Paragraph(text + (compared.Probability is { } loss ? " " + words.Say("learning.compared_loss", Signed(loss.Difference, 4), Signed(loss.Low, 4), Signed(loss.High, 4)) : "")));
    }

    private Html Drift()
    {
        if (tables.Drift.Count == 0)
        {
            return Page.Section(words["learning.drift"], Page.Paragraph(words["learning.no_drift"]));
        }

        var shown = tables.Drift.Where(row => row.Kind != "input").Concat(tables.Drift.Where(row => row.Kind == "input" && row.State is "past" or "watch").Take(MostInputs));
        return Page.Section(
            words["learning.drift"],
            Page.Paragraph(words[tables.Drift[0].IsPastLimits ? "learning.past_limits" : "learning.within_limits"]),
            Table.Of(
                "",
                [
                    new(words["column.drifting"]), TableColumn.Number(words["column.claims_then"]), TableColumn.Number(words["column.claims_now"]), TableColumn.Number(words["column.index"]),
                    TableColumn.Number(words["column.index_limits"]), new(words["column.drift_state"]),
                ],
                shown.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(row.Kind == "input" ? row.Name : words.Code("drift_kind", row.Kind)), Html.Text(Counted(row, "drift.reviewed", row.ReferenceClaims)), Html.Text(Counted(row, "drift.found", row.RecentClaims)),
                    Html.Text(row.Index is { } index ? Figures.Number(index, 2) : Figures.None),
                    Html.Text(row switch { { Low: { } low, High: { } high } => $"{Figures.Number(low, 2)}–{Figures.Number(high, 2)}", { High: { } chance } => $"≤ {Figures.Number(chance, 3)}", _ => Figures.None }),
                    Html.Text(words.Code("drift_state", row.State)),
                ])),
            Page.Note(words["learning.drift_reading"]));
    }

    /// <summary>A number of claims; of the level it is said which claims they are.</summary>
    private string Counted(ModelDrift row, string key, int claims) => row.Kind == "level" ? words.Say(key, Figures.Count(claims)) : Figures.Count(claims);

    private Html Fairness()
    {
        var different = tables.QueueFairness.Where(row => row.IsDifferent).OrderBy(row => Math.Min(row.QueueQ, row.FalsePositiveQ ?? 1)).ToList();
        return Page.Section(
            words["learning.fairness"],
            tables.QueueFairness.Count == 0 ? Page.Paragraph(words["learning.no_fairness"])
                : Page.Paragraph(words.Say("learning.fairness_lead", Figures.Count(tables.QueueFairness.Count), Figures.Count(different.Count))),
            different.Count == 0 ? Html.None : Table.Of(
                different.Count > MostGroups ? words.Say("learning.fairness_first", Figures.Count(MostGroups), Figures.Count(different.Count)) : "",
                [
                    new(words["column.dimension"]), TableColumn.Code(words["column.group"]), TableColumn.Number(words["column.scored"]), TableColumn.Number(words["column.queued"]),
                    TableColumn.Number(words["column.queue_share"]), TableColumn.Number(words["column.innocent"]), TableColumn.Number(words["column.false_positives"]),
                ],
                different.Take(MostGroups).Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text(words.Code("dimension", row.Dimension)), Html.Text(row.Dimension == "use" ? words.Code("use", row.Value) : row.Value), Html.Text(Figures.Count(row.Scored)), Html.Text(Figures.Count(row.Queued)),
                    Page.Share(row.QueueShare, row.QueueLow, row.QueueHigh), Html.Text(Figures.Count(row.Innocent)),
                    row is { FalsePositiveRate: { } rate, FalsePositiveLow: { } low, FalsePositiveHigh: { } high } ? Page.Share(rate, low, high) : Html.Text(Figures.None),
                ])),
            tables.QueueFairness.Count == 0 ? Html.None : Page.Note(words["learning.fairness_reading"]));
    }

    private Html SecondLooks()
    {
        var each = Kinds.Select(kind => SecondLooks(kind, [.. tables.SecondLooks.Where(row => row.Kind == kind).Take(MostLooks)]));
        Html tablesOfKinds = $"{each}";
        return Page.Section(words["learning.second_looks"], tables.SecondLooks.Count == 0 ? Page.Paragraph(words["learning.no_second_looks"]) : tablesOfKinds);
    }

    private Html SecondLooks(string kind, List<SecondLook> rows) => rows.Count == 0 ? Html.None : Table.Of(
        words.Code("second_look", kind),
        [
            new(words["column.claim"]), new(words["column.review_finding"]), TableColumn.Number(words["column.score"]), TableColumn.Number(words["column.doubt"]), new(words["column.reasons"], "reasons"),
        ],
        rows.Select(row => (IReadOnlyList<Html>)
        [
            Html.Text(row.ClaimId), Html.Text(words.Code("review_finding", row.Finding)), Html.Text(Figures.Percent(row.Score)), Html.Text(row.Doubt is { } doubt ? Figures.Percent(doubt, 0) : Figures.None), Reasons(row),
        ]));

    private Html Reasons(SecondLook row)
    {
        var items = new[] { (row.Reason1, row.Reason1Effect), (row.Reason2, row.Reason2Effect), (row.Reason3, row.Reason3Effect) }
            .Where(one => one.Item1 is not null).Select(one => Page.Item($"{input.WordReason(one.Item1!)} ({Signed(one.Item2!.Value, 2)})"));
        return $"""<ul class="reasons">{items}</ul>""";
    }

    private static string Signed(double value, int decimals) => (value >= 0 ? "+" : "") + Figures.Number(value, decimals);
}

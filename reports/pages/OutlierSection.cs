using ClaimInsights.Models;

namespace ClaimInsights.Reports.Pages;

/// <summary>Dealers whose claims of an operation are out of the ordinary, without any verdict: for a reviewer who looks for what no model was taught.</summary>
internal static class OutlierSection
{
    private const int Most = 15;

    /// <summary>The section; nothing where nothing is scored.</summary>
    public static Html Of(ReportInput input, Words words)
    {
        var outliers = input.Review.Outliers;
        return input.Scored.Claims == 0 ? Html.None : Page.Section(
            words["review.outliers"],
            Page.Paragraph(outliers.Count == 0 ? words["review.no_outliers"] : words.Say("review.outliers_lead", Figures.Count(outliers.Count))),
            outliers.Count == 0 ? Html.None : Table.Of(
                outliers.Count > Most ? words.Say("review.outliers_first", Figures.Count(Most), Figures.Count(outliers.Count)) : "",
                [
                    TableColumn.Code(words["column.dealer"]), new(words["column.operation"], "wide"), TableColumn.Number(words["column.claims_expected"]), TableColumn.Number(words["column.median_hours"]),
                    TableColumn.Number(words["column.median_amount"]), TableColumn.Number(words["column.spreads"]), TableColumn.Number(words.InUnit("column.at_stake", input.Currency)),
                ],
                outliers.Take(Most).Select(Cells)),
            outliers.Count == 0 ? Html.None : Page.Note(words["review.outliers_reading"]));
    }

    private static List<Html> Cells(PeerOutlier one) =>
    [
        Html.Text(one.DealerCode), Html.Text($"{one.LabourOperation} · {one.CausalPart}"), Html.Text($"{Figures.Count(one.Claims)} ({Figures.Number(one.ExpectedClaims)})"),
        one is { Hours: { } hours, PeerHours: { } usual } ? Beside(one.HoursScore, $"{Figures.Number(hours)} ({Figures.Number(usual)})") : Html.Text(Figures.None),
        Beside(one.AmountScore, $"{Figures.Amount((decimal)one.Amount)} ({Figures.Amount((decimal)one.PeerAmount)})"), Html.Text(Figures.Number(one.Score)), Html.Text(Figures.Amount(one.ClaimedAmount)),
    ];

    /// <summary>Strong where it is why the group is listed.</summary>
    private static Html Beside(double score, string text) => score >= PeerOutlier.Least ? (Html)$"<strong>{text}</strong>" : Html.Text(text);
}

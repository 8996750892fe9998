using ClaimInsights.Analysis;

namespace ClaimInsights.Reports.Pages;

/// <summary>What claims say more often than they did, whatever they are coded as: for who assigns the codes, and for who looks for what hides under them.</summary>
internal static class NarrativeSection
{
    private const int Most = 20;

    public static Html Of(ReportInput input, Words words)
    {
        var groups = input.NarrativeGroups;
        return Page.Section(
            words["quality.narratives"],
            Page.Paragraph(groups.Count == 0 ? words["quality.no_narratives"] : words.Say("quality.narratives_lead", Figures.Count(groups.Count), Figures.Count(groups.Count(group => group.IsSpread)))),
            groups.Count == 0 ? Html.None : Table.Of(
                groups.Count <= Most ? "" : words.Say("quality.table_first", Figures.Count(Most), Figures.Count(groups.Count)),
                [
                    new(words["column.narrative_terms"], "wide"), TableColumn.Number(words["column.onset_months"]), TableColumn.Number(words["column.claims"]),
                    TableColumn.Number(words["column.onset_expected"]), TableColumn.Number(words["column.onset_ratio"]), new(words["column.narrative_codes"]), new(words["column.examples"]),
                ],
                groups.Take(Most).Select(group => Cells(group, words))),
            Page.Note(words["quality.narratives_reading"]));
    }

    private static List<Html> Cells(NarrativeGroup group, Words words) =>
    [
        Html.Text(group.Terms.Replace(";", ", ", StringComparison.Ordinal)), Html.Text(Figures.Count(group.Periods)), Html.Text(Figures.Count(group.Claims)),
        Html.Text(Figures.Number(group.Expected)), Page.Ratio(group.Ratio, group.RatioLow, group.RatioHigh),
        Html.Text(words.Say(group.IsSpread ? "quality.narrative_spread" : "quality.narrative_coded", Figures.Count(group.Codes), $"{group.TopPart} · {group.TopMode}", Figures.Percent(group.TopShare, 0))),
        Html.Text(group.ExampleClaimIds.Replace(";", ", ", StringComparison.Ordinal)),
    ];
}

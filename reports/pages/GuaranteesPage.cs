using ClaimInsights.Analysis.Guarantees;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>For whoever answers to customers: which vehicles are owed a replacement or a refund, which are one step away, and which deserve a longer warranty.</summary>
internal sealed class GuaranteesPage(ReportInput input, ChartStyle style, Gallery gallery)
{
    private const int Most = 60;
    private readonly Words words = style.Words;
    private readonly GuaranteeWords terms = new(input.GuaranteeRules, style.Words);

    public string Write() => Page.Of("guarantees", input, words, $"{Overview()}{Days()}{Owed()}{Near()}{Candidates()}{Undecided()}{Reading()}");

    /// <summary>Vehicles of a standing.</summary>
    public static int Vehicles(ReportInput input, string standing) => input.ThreeGuarantees.Where(row => row.Standing == standing).Select(row => row.Vin).Distinct(StringComparer.Ordinal).Count();

    private Html Overview() => Page.Section(
        words["guarantees.watch"],
        Page.Paragraph(input.ThreeGuarantees.Count == 0 ? words["guarantees.nothing"] : words.Say(
            "guarantees.lead", Count("owed"), Count("one_step"), Count("extended_warranty_candidate"),
            Figures.Count(Vehicles(input, "unknown_class") + Vehicles(input, "unknown_start")), Count("remedied"))),
        Page.Note(words["guarantees.person"]));

    private Html Days() => Page.Section(
        words["guarantees.days"],
        gallery.Figure("repair_days", RepairDaysChart.Draw(input.ThreeGuarantees, style), "repair_days.reading", "guarantees.no_days"));

    private Html Owed() => List(
        "guarantees.owed", "guarantees.no_owed", "owed",
        rows => rows.OrderByDescending(row => row.ReachedOn), new TableColumn(words["column.reached"], "code"), row => Figures.Day(row.ReachedOn));

    private Html Near() => List(
        "guarantees.one_step", "guarantees.no_one_step", "one_step",
        rows => rows.OrderBy(row => row.Remaining).ThenBy(row => row.EndsOn), new TableColumn(words["column.period_ends"], "code"), row => terms.Ends(row));

    private Html Candidates() => List(
        "guarantees.candidates", "guarantees.no_candidates", "extended_warranty_candidate",
        rows => rows.OrderByDescending(row => row.Counter), new TableColumn(words["column.reached"], "code"), row => Figures.Day(row.ReachedOn));

    private Html Undecided()
    {
        var rows = input.ThreeGuarantees.Where(row => row.Standing is "unknown_class" or "unknown_start").ToList();
        return rows.Count == 0 ? Html.None : Section(
            "guarantees.undecided", rows, rows.OrderByDescending(row => row.Counter), new TableColumn(words["column.not_known"]), terms.NotKnown);
    }

    private Html Reading()
    {
        var sets = input.GuaranteeRules?.RuleSets.Select(set => words.Either(set.En, set.Zh)) ?? [];
        var items = sets.Append(words["guarantees.reading_repairs"]).Append(words["guarantees.reading_period"]).Append(words["guarantees.reading_offer"]).Select(Page.Item);
        Html list = $"<ul>\n{items}</ul>\n";
        return Page.Section(words["guarantees.reading"], list);
    }

    private string Count(string standing) => Figures.Count(Vehicles(input, standing));

    private Html List(
        string heading, string nothing, string standing, Func<IEnumerable<ThreeGuarantee>, IOrderedEnumerable<ThreeGuarantee>> order, TableColumn last, Func<ThreeGuarantee, string> cell)
    {
        var rows = input.ThreeGuarantees.Where(row => row.Standing == standing).ToList();
        return rows.Count == 0 ? Page.Section(words[heading], Page.Paragraph(words[nothing])) : Section(heading, rows, order(rows), last, cell);
    }

    private Html Section(string heading, List<ThreeGuarantee> rows, IOrderedEnumerable<ThreeGuarantee> ordered, TableColumn last, Func<ThreeGuarantee, string> cell) => Page.Section(
        words[heading],
        Table.Of(
            rows.Count > Most ? words.Say("guarantees.first", Figures.Count(Most), Figures.Count(rows.Count)) : "",
            [
                new(words["column.vehicle"], "code"), new(words["column.clause"]), new(words["column.counter"], "number"), last, new(words["column.proof"], "wide"),
            ],
            ordered.ThenBy(row => row.Vin, StringComparer.Ordinal).ThenBy(row => row.Clause, StringComparer.Ordinal).ThenBy(row => row.Subject, StringComparer.Ordinal)
                .Take(Most).Select(row => (IReadOnlyList<Html>)
                [
                    $"""{row.Vin}<br><span class="name">{row.Model ?? ""}</span>""",
                    $"""{terms.Clause(row)} <span class="name">{row.Subject}</span>""",
                    Html.Text(terms.Counter(row)), Html.Text(cell(row)), Html.Text(row.ClaimIds.Replace(";", ", ", StringComparison.Ordinal)),
                ])));
}

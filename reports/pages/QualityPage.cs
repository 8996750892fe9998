using ClaimInsights.Analysis;
using ClaimInsights.Reports.Charts;

namespace ClaimInsights.Reports.Pages;

/// <summary>For the quality engineer: which parts fail more often than they should, in which vehicles, since when.</summary>
internal sealed class QualityPage(ReportInput input, ChartStyle style, Gallery gallery)
{
    private const int InDetail = 3;
    private const int InTable = 60;
    private readonly Words words = style.Words;
    private readonly List<DefectCluster> defects = [.. input.Clusters.Where(cluster => !cluster.DealerDominated)];
    private readonly List<DefectCluster> dealers = [.. input.Clusters.Where(cluster => cluster.DealerDominated)];

    // A column that says the same of every cluster says nothing: one source of all claims, no table of failure modes.
    private bool HasDealers => input.Clusters.Any(cluster => cluster.DealerShare < 1);

    // Suppliers and batches of parts without lots, among clusters by rates.
    private bool IsSupplier(DefectCluster cluster) => !input.IsShare && cluster.Basis == "share";

    private bool HasSafety => input.Clusters.Any(cluster => cluster.SafetyClass is not null);

    public string Write() => Page.Of("quality", input, words, $"{Overview()}{Details()}{Onsets()}{NarrativeSection.Of(input, words)}{DealerPatterns()}{Reading()}");

    private Html Overview() => Page.Section(
        words["quality.clusters"],
        Page.Paragraph(words.Say("quality.lead", Figures.Count(input.ChartsLookedAt), Figures.Count(input.StandingOut.Count), Figures.Percent(input.Alpha, 0))),
        Faded(defects.Count - input.StandingOut.Count),
        gallery.Figure("defect_clusters", Forest(defects, style), "clusters.reading", "quality.no_clusters"),
        defects.Count == 0 ? Html.None : Table.Of(
            defects.Count <= InTable ? words["quality.table"] : words.Say("quality.table_first", Figures.Count(InTable), Figures.Count(defects.Count)),
            Columns(), defects.Take(InTable).Select((cluster, i) => Cells(cluster, i + 1))),
        KeptOut());

    private Html Faded(int count) => count == 0 ? Html.None : Page.Paragraph(words.Say("quality.faded", Figures.Count(count), Figures.Number(input.Alpha, 2)));

    /// <summary>The chart of all clusters; null where there are none.</summary>
    public static Picture? Forest(IReadOnlyList<DefectCluster> defects, ChartStyle style) => defects.Count == 0 ? null : DefectClusterChart.Draw(defects, style);

    private Html Details()
    {
        if (defects.Count == 0)
        {
            return Html.None;
        }

        if (input.IsShare)
        {
            return Page.Section(words["quality.details"], Page.Paragraph(words["quality.no_ages"]));
        }

        var byRate = defects.Where(cluster => cluster.Basis == "rate").Take(InDetail).ToList();
        if (byRate.Count == 0)
        {
            return Html.None;
        }

        Html each = $"{byRate.Select((cluster, i) => Detail(cluster, i + 1))}";
        return Page.Section(words["quality.details"], each);
    }

    private Html Detail(DefectCluster cluster, int number)
    {
        var months = input.BuildMonths.Where(row => row.CausalPart == cluster.CausalPart && row.FailureMode == cluster.FailureMode).OrderBy(row => row.Month).ToList();
        var ages = input.ClusterAges.Where(row => row.ClusterId == cluster.ClusterId && row.VehicleMonths > 0).OrderBy(row => row.MonthsInService).ToList();
        var name = $"cluster_{Figures.Count(number)}";
        var weeks = input.ClusterWeeks.Where(row => row.ClusterId == cluster.ClusterId).OrderBy(row => row.Week).ToList();
        var byWeek = weeks.Count == 0 ? Html.None : gallery.Figure($"{name}_build_weeks", ClusterWeekChart.Draw(weeks, cluster, style), "week.reading", "quality.no_build_months");
        var distances = input.ClusterDistances.Where(row => row.ClusterId == cluster.ClusterId && row.Expected() is not null).OrderBy(row => row.FromKm).ToList();
        var byDistance = distances.Count == 0 ? Html.None : gallery.Figure($"{name}_distance", ClusterDistanceChart.Draw(distances, style), "distance.reading", "quality.no_ages_of_cluster");
        var charts = Page.Row(
            gallery.Figure($"{name}_build_months", months.Count == 0 ? null : BuildMonthChart.Draw(months, cluster, style), "build.reading", "quality.no_build_months"),
            gallery.Figure($"{name}_months_in_service", ages.Count == 0 ? null : ClusterAgeChart.Draw(ages, style), "age.reading", "quality.no_ages_of_cluster"));
        var cells = input.RateTriangles.Where(cell => cell.CausalPart == cluster.CausalPart && cell.FailureMode == cluster.FailureMode && cell.FailureMode.Length > 0).ToList();
        var triangle = gallery.Figure($"{name}_triangle", cells.Count == 0 ? null : RateTriangleChart.Draw(cells, style), "triangle.reading", "triangle.too_young");
        return $"""
            <div class="detail">
            <h3>{number} {DefectClusterChart.Name(cluster)}</h3>
            <p>{words.Say("quality.facts", Figures.Count(cluster.Claims), cluster.Vehicles is { } vehicles ? Figures.Count(vehicles) : Figures.None, DefectClusterChart.Built(cluster, words), Figures.Small(cluster.QValue), cluster.ExampleClaimIds.Replace(";", ", ", StringComparison.Ordinal))}</p>
            {Life(cluster)}{Outlook(cluster)}{ClusterEvidenceText.Of(cluster, input.ClusterTables, words)}{Decisions(cluster)}{charts}{byWeek}{byDistance}{triangle}</div>

            """;
    }

    /// <summary>Since when it is known, and where it stands; nothing where months were not looked at one by one.</summary>
    private Html Life(DefectCluster cluster)
    {
        if (cluster.State is not { } state)
        {
            return Html.None;
        }

        var said = cluster.FirstAlertOn is { } alert ? words.Say("quality.alert", words.LongDay(alert), words.Code("state", state)) : words["quality.no_alert"];
        var life = cluster.LifeQValue is { } q ? " " + words.Say("quality.life_q", Figures.Small(q)) : "";
        var anytime = cluster.AnytimeQValue is { } proven && proven <= input.Alpha ? " " + words.Say("quality.anytime_q", Figures.Small(proven)) : "";
        return $"<p>{said}{life}{anytime}</p>\n";
    }

    /// <summary>How many more will come of it, and what they will cost; nothing where it is not forecast.</summary>
    private Html Outlook(DefectCluster cluster)
    {
        if (cluster is not { ForecastClaims: { } claims, ForecastLow: { } low, ForecastHigh: { } high })
        {
            return Html.None;
        }

        var said = words.Say("quality.forecast", Figures.Number(claims, 0), Figures.Number(low, 0), Figures.Number(high, 0));
        var cost = input.Currency.Length == 0 || cluster.ForecastCost is not { } amount ? "" : " " + words.Say("quality.forecast_cost", $"{Figures.Amount(amount)} {input.Currency}");
        return $"<p>{said}{cost}</p>\n";
    }

    /// <summary>What engineers decided on it, and whether a correction works.</summary>
    private Html Decisions(DefectCluster cluster) =>
        $"{input.ClusterActions.Where(action => action.ClusterId == cluster.ClusterId).Select(action => DecisionText.Of(action, words))}";

    /// <summary>Dismissed clusters that are left out of the list: nobody should have to miss them.</summary>
    private Html KeptOut()
    {
        var dismissed = input.ClusterActions.Where(action => action is { Listing: "kept_out", IsLatest: true }).ToList();
        Html each = $"{dismissed.Select(action => DecisionText.Named(action, words))}";
        return dismissed.Count == 0 ? Html.None : $"{Page.Paragraph(words.Say("quality.kept_out", Figures.Count(dismissed.Count)))}{each}";
    }

    private Html Onsets()
    {
        if (input.IsShare)
        {
            return Html.None;
        }

        var listed = input.CalendarOnsets.Where(row => row.IsListed).ToList();
        return Page.Section(
            words["quality.onsets"],
            Page.Paragraph(input.CalendarOnsets.Count == 0 ? words["quality.no_onset_past"] : words.Say("quality.onsets_lead", Figures.Count(input.CalendarOnsets.Count), Figures.Count(listed.Count))),
            listed.Count == 0 ? Html.None : Table.Of(
                "",
                [
                    new(words["column.part_mode"]), new(words["column.onset_since"]), TableColumn.Number(words["column.onset_months"]), TableColumn.Number(words["column.claims"]),
                    TableColumn.Number(words["column.onset_expected"]), TableColumn.Number(words["column.onset_ratio"]),
                ],
                listed.Select(row => (IReadOnlyList<Html>)
                [
                    Html.Text($"{row.CausalPart} · {row.FailureMode}"), Html.Text(row.Since is { } since ? words.Month(since) : Figures.None), Html.Text(Figures.Count(row.Periods)), Html.Text(Figures.Count(row.Claims)),
                    Html.Text(Figures.Number(row.Expected)), Page.Ratio(row.Ratio, row.RatioLow, row.RatioHigh),
                ])),
            Page.Note(words["quality.onsets_reading"]));
    }

    private Html DealerPatterns() => Page.Section(
        words["quality.dealers"],
        Page.Paragraph(words[dealers.Count == 0 ? "quality.no_dealers" : "quality.dealers_lead"]),
        dealers.Count == 0 ? Html.None : Table.Of("", Columns(), dealers.Select((cluster, i) => Cells(cluster, i + 1))));

    private Html Reading()
    {
        string[] keys = input.IsShare
            ? ["reading.share_expected", "reading.share_interval", "reading.share_q"]
            : ["reading.expected", "reading.interval", "reading.q", .. input.Clusters.Any(IsSupplier) ? ["reading.supplier"] : Array.Empty<string>()];
        var items = keys.Append("reading.selection").Append("reading.dealer_share").Append("reading.safety").Select(key => Page.Item(words[key]));
        Html list = $"<ul>\n{items}</ul>\n";
        return Page.Section(words["quality.reading"], list);
    }

    private List<TableColumn> Columns()
    {
        List<TableColumn> vehicles = input.IsShare ? [] : [TableColumn.Number(words["column.vehicles"])];
        List<TableColumn> cost = input.Currency.Length == 0 ? [] : [TableColumn.Number(words.InUnit("column.cost", input.Currency))];
        return
        [
            TableColumn.Number("#"), new(words["column.part_mode"], "wide"), .. vehicles, TableColumn.Number(words["column.claims"]), TableColumn.Number(words["column.expected"]),
            TableColumn.Number(words["column.ratio"]), TableColumn.Number(words["column.q"]), .. cost,
            .. HasDealers ? [TableColumn.Number(words["column.dealer_share"])] : Array.Empty<TableColumn>(),
            .. HasSafety ? [new(words["column.safety"])] : Array.Empty<TableColumn>(),
        ];
    }

    private List<Html> Cells(DefectCluster cluster, int number)
    {
        List<Html> vehicles = input.IsShare ? [] : [Html.Text(cluster.Vehicles is { } sold ? Figures.Count(sold) : Figures.None)];
        List<Html> cost = input.Currency.Length == 0 ? [] : [Html.Text(Figures.Amount(cluster.Cost))];
        return
        [
            Html.Text(Figures.Count(number)), PartAndMode(cluster), .. vehicles, Html.Text(Figures.Count(cluster.Claims)), Html.Text(Figures.Number(cluster.Expected)),
            $"""<strong>{Figures.Ratio(cluster.Ratio)}</strong> <span class="interval">[{Figures.RatioRange(cluster.RatioLow, cluster.RatioHigh)}]</span>""",
            Html.Text(Figures.Small(cluster.QValue)), .. cost,
            .. HasDealers ? [Html.Text(Figures.Percent(cluster.DealerShare, 0))] : Array.Empty<Html>(),
            .. HasSafety ? [Html.Text(words.Code("safety", cluster.SafetyClass ?? "unknown"))] : Array.Empty<Html>(),
        ];
    }

    private Html PartAndMode(DefectCluster cluster)
    {
        Html name = input.PartNames.TryGetValue(cluster.CausalPart, out var known) ? $"""<br><span class="name">{known}</span>""" : Html.None;
        Html state = cluster.State is { } code ? $""" <span class="state">{words.Code("state", code)}</span>""" : Html.None;
        Html share = IsSupplier(cluster) ? $""" <span class="state">{words["quality.supplier"]}</span>""" : Html.None;
        Html stretch = cluster.Stretch is { } where ? $""" <span class="state">{words.Code("stretch", where)}</span>""" : Html.None;
        return $"""<strong>{DefectClusterChart.Name(cluster)}</strong>{state}{stretch}{share}{name}<br><span class="name">{DefectClusterChart.Population(cluster, words)}</span>""";
    }
}

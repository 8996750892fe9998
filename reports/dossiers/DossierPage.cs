using ClaimInsights.Analysis.Dossiers;
using ClaimInsights.Analysis.Statistics;
using ClaimInsights.Reports.Charts;
using ClaimInsights.Reports.Pages;

namespace ClaimInsights.Reports.Dossiers;

/// <summary>The page of a dossier: facts in order of time, terms, amount, evidence, like claims, what would change the outcome.</summary>
internal sealed class DossierPage(DossierInput input, ChartStyle style)
{
    private readonly Words words = style.Words;
    private readonly Dossier dossier = input.Dossier;

    public string Write()
    {
        var title = dossier.Claim is { } claim ? words.Say("dossier.claim", claim.ClaimId) : words.Say("dossier.vehicle", dossier.Vin ?? "");
        return Page.Document(
            words.Language,
            title,
            $"""
            <h1>{title}</h1>
            <p class="period">{words.Say("dossier.as_of", words.LongDay(dossier.AsOf))}</p>

            """,
            $"{Summary()}{Terms()}{Outlook()}{Amount()}{Evidence()}{Likes()}{Suspicion()}{Timeline()}",
            $"""<p>{words["dossier.foot"]}</p>""");
    }

    private Html Summary()
    {
        var vehicle = dossier.Vehicle;
        List<(string, string?)> lines = [];
        if (dossier.Claim is { } claim)
        {
            lines.Add((words["dossier.problem"], $"{Named(claim.CausalPart)} · {claim.FailureMode}"));
            lines.Add((words["dossier.outcome"], Outcome(claim)));
            lines.Add((words["dossier.note"], claim.RejectionNote));
            lines.Add((words["dossier.dealer"], claim.DealerCode));
            lines.Add((words["dossier.complaint"], claim.Complaint));
            lines.Add((words["dossier.cause"], claim.Cause));
            lines.Add((words["dossier.correction"], claim.Correction));
        }

        lines.Add((words["column.vehicle"], dossier.Vin ?? words["dossier.no_vin"]));
        lines.Add((words["dossier.model"], vehicle is null ? words["dossier.vehicle_unknown"]
            : string.Join(" · ", new[] { vehicle.Model, Figures.Year(vehicle.ModelYear), vehicle.Powertrain, vehicle.Province }.Where(one => !string.IsNullOrEmpty(one)))));
        lines.Add((words["dossier.use"], vehicle is null ? null : words.Code("use", vehicle.UsageClass ?? "unknown")));
        return Page.Section(words["dossier.summary"], Table.Of(
            "", [new("", "code"), new("")], lines.Where(line => !string.IsNullOrWhiteSpace(line.Item2)).Select(line => (IReadOnlyList<Html>)[Html.Text(line.Item1), Html.Text(line.Item2!)])));
    }

    private Html Terms() => Page.Section(words["dossier.terms"], Table.Of(
        "",
        [new(words["dossier.term"]), new(words["dossier.figure"]), new(words["dossier.on_the_day"], "code"), new(words["dossier.left"])],
        new DossierTerms(input, words).Rows()), Page.Note(words["dossier.terms_reading"]));

    private Html Outlook()
    {
        var items = new DossierOutlook(dossier, words).Sentences();
        return items.Count == 0 ? Html.None : Page.Section(words["dossier.outlook"], Bullets(items), Page.Note(words["dossier.outlook_reading"]));
    }

    private Html Amount()
    {
        if (input.Currency.Length == 0)
        {
            return Html.None;
        }

        return dossier.Claim is { } claim ? Page.Section(words["dossier.amount"], Table.Of(
            "", [new(words["dossier.item"]), TableColumn.Number(words.InUnit("dossier.sum", input.Currency)), new(words["dossier.remark"])], Items(claim))) : Html.None;
    }

    private IEnumerable<IReadOnlyList<Html>> Items(DossierClaim claim)
    {
        var hours = claim is { LabourHours: { } billed, StandardHours: { } standard } ? words.Say("dossier.hours", Figures.Number(billed), Figures.Number(standard)) : "";
        return new (string Key, decimal? Amount, string Remark)[]
        {
            ("dossier.parts", claim.PartsAmount, string.Join(", ", new[] { claim.CausalPart, claim.ReplacedParts?.Replace(";", ", ", StringComparison.Ordinal) }.Where(one => !string.IsNullOrEmpty(one)))),
            ("dossier.labour", claim.LabourAmount, string.Join(" · ", new[] { claim.LabourOperation, hours }.Where(one => !string.IsNullOrEmpty(one)))),
            ("dossier.sublet", claim.SubletAmount, ""),
            ("dossier.other_items", claim.OtherAmount, ""),
            ("dossier.claimed", claim.ClaimedAmount, ""),
            ("dossier.approved", claim.ApprovedAmount, ""),
            ("dossier.not_approved", claim.ClaimedAmount - claim.ApprovedAmount, ""),
        }.Where(one => one.Amount is not null).Select(one => (IReadOnlyList<Html>)[Html.Text(words[one.Key]), Html.Text(Figures.Number((double)one.Amount!.Value, 2)), Html.Text(one.Remark)]);
    }

    private Html Evidence() => dossier.Claim is not { } claim ? Html.None : Page.Section(words["dossier.evidence"], Table.Of(
        "", [new(words["dossier.piece"]), new(words["dossier.state"], "code"), new(words["dossier.remark"])],
        DossierEvidence.Of(claim, dossier.Services.Count, words).Select(one => (IReadOnlyList<Html>)[Html.Text(one.Name), Html.Text(words[one.State]), Html.Text(one.Remark)])));

    private Html Likes()
    {
        if (dossier.Claim is not { } claim)
        {
            return Html.None;
        }

        var similar = dossier.LikeClaims.Where(one => one.IsSimilarAge).ToList();
        long all = dossier.LikeClaims.Sum(one => one.Claims), near = similar.Sum(one => one.Claims);
        if (all == 0)
        {
            return Page.Section(words["dossier.likes"], Page.Paragraph(words.Say("dossier.no_likes", claim.CausalPart, claim.FailureMode)));
        }

        var outcomes = dossier.LikeClaims.GroupBy(one => (one.Verdict, one.RejectionReason))
            .OrderByDescending(one => one.Sum(row => row.Claims)).ThenBy(one => one.Key.Verdict, StringComparer.Ordinal).ThenBy(one => one.Key.RejectionReason, StringComparer.Ordinal);
        return Page.Section(
            words["dossier.likes"],
            Page.Paragraph(words.Say("dossier.likes_lead", Named(claim.CausalPart), claim.FailureMode, Figures.Count(near), Figures.Count(all))),
            Table.Of(
                "", [new(words["dossier.outcome"]), TableColumn.Number(words["dossier.similar_age"]), TableColumn.Number(words["dossier.all_ages"])],
                outcomes.Select(one => (IReadOnlyList<Html>)
                [
                    Html.Text(Outcome(one.Key.Verdict, one.Key.RejectionReason)), Share(one.Where(row => row.IsSimilarAge).Sum(row => row.Claims), near), Share(one.Sum(row => row.Claims), all),
                ])));
    }

    private static Html Share(long claims, long all)
    {
        var share = ShareInterval.Wilson(claims, all);
        return all == 0 ? Html.Text(Figures.None)
            : $"""{Figures.Count(claims)} · {Figures.Percent(share.Share)} <span class="interval">[{Figures.PercentRange(share.Low, share.High)}]</span>""";
    }

    private Html Suspicion()
    {
        if (input.Suspicion is null && input.Cluster is null)
        {
            return Html.None;
        }

        List<string> lines = [];
        if (input.Cluster is { } cluster)
        {
            lines.Add(words.Say("dossier.cluster", cluster.ClusterId, DefectClusterChart.Name(cluster), Figures.Count(cluster.Claims), Figures.Number(cluster.Expected)));
        }

        if (input.Suspicion is { } scored)
        {
            lines.Add(words.Say("dossier.rank", Figures.Count(scored.Rank), words["queue." + scored.Queue]));
            lines.AddRange(new[] { scored.Reason1, scored.Reason2, scored.Reason3 }.OfType<string>().Select(input.WordReason));
        }

        return Page.Section(words["dossier.suspicion"], Bullets(lines), Page.Note(words["page.suspicion"]));
    }

    private Html Timeline()
    {
        var picture = VehicleTimelineChart.Draw(dossier, style);
        Html figure = picture is null
            ? Page.Paragraph(words["dossier.no_timeline"])
            : $"""<figure><img src="data:image/png;base64,{Convert.ToBase64String(picture.Png())}" width="{picture.Width}" height="{picture.Height}" alt="{picture.Title} {picture.Answer}"></figure>{"\n"}""";
        return Page.Section(
            words["dossier.facts"], figure,
            Table.Of(
                "", [TableColumn.Code(words["dossier.day"]), TableColumn.Number(words["dossier.km_head"]), TableColumn.Code(words["column.claim"]), new(words["dossier.event"])],
                new DossierFacts(dossier, words).InOrder().Select(fact => (IReadOnlyList<Html>)
                [
                    Html.Text(Figures.Day(fact.Day)), Html.Text(fact.Km is { } km ? Figures.Count(km) : ""), Html.Text(fact.Claim), Html.Text(fact.Event),
                ])));
    }

    private string Outcome(DossierClaim claim) => Outcome(claim.Verdict, claim.RejectionReason);

    private string Outcome(string verdict, string? reason) => DossierFacts.Outcome(verdict, reason, words);

    private string Named(string part) => input.PartNames.TryGetValue(part, out var name) ? $"{part} {name}" : part;

    private static Html Bullets(IEnumerable<string> texts)
    {
        var items = texts.Select(Page.Item);
        return $"<ul>\n{items}</ul>\n";
    }
}

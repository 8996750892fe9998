namespace ClaimInsights.Reports.Pages;

/// <summary>What every page has: head, period, a way to the other pages, and what every reader must know.</summary>
internal static class Page
{
    private static readonly string[] All = ["index", "quality", "review", "learning", "management", "rejections", "fairness", "promptness", "guarantees"];

    /// <param name="name">Of <c>index</c>, <c>quality</c>, <c>review</c>, <c>learning</c>, <c>management</c>, <c>rejections</c>, <c>fairness</c>, <c>promptness</c>, <c>guarantees</c>.</param>
    /// <param name="input">Period and as-of date.</param>
    /// <param name="words">Texts.</param>
    /// <param name="body">Between head and foot.</param>
    public static string Of(string name, ReportInput input, Words words, Html body)
    {
        var title = words["page." + name];
        var links = All.Select(page => Link(page, words, page == name));
        return Document(
            words.Language,
            $"{title} · {input.Period.Name}",
            $"""
            <nav>{links}</nav>
            <h1>{title}</h1>
            <p class="period">{words.Say("page.period", input.Period.Name, words.LongDay(input.Period.From), words.LongDay(input.Period.To), words.LongDay(input.AsOf))}</p>
            {Notices(input, words)}
            """,
            body,
            $"""<p>{words["page.closed"]} {words["page.intervals"]} {words["page.suspicion"]}</p>""");
    }

    /// <summary>A whole document in the report's dress.</summary>
    /// <param name="written">Its language.</param>
    /// <param name="title">Of the window.</param>
    /// <param name="head">Below the name of the product.</param>
    /// <param name="body">Between head and foot.</param>
    /// <param name="foot">What every reader must know.</param>
    public static string Document(Language written, string title, Html head, Html body, Html foot)
    {
        var language = written == Language.English ? "en" : "zh-CN";
        Html style = Raw(Resource.Text("report.css"));
        Html page = $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · ClaimInsights</title>
            <style>
            {style}</style>
            </head>
            <body>
            <header>
            <p class="brand">ClaimInsights</p>
            {head}</header>
            <main>
            {body}</main>
            <footer>
            {foot}
            </footer>
            </body>
            </html>

            """;
        return page.ToString();
    }

    /// <summary>A section with its heading.</summary>
    public static Html Section(string heading, params ReadOnlySpan<Html> parts)
    {
        Html inside = $"{parts.ToArray()}";
        return $"<section>\n<h2>{heading}</h2>\n{inside}</section>\n";
    }

    /// <summary>A paragraph.</summary>
    public static Html Paragraph(string text) => $"<p>{text}</p>\n";

    /// <summary>A paragraph that says how something is to be read.</summary>
    public static Html Note(string text) => $"""<p class="note">{text}</p>{"\n"}""";

    /// <summary>A line of a list.</summary>
    public static Html Item(string text) => $"<li>{text}</li>\n";

    /// <summary>Charts side by side.</summary>
    public static Html Row(params ReadOnlySpan<Html> figures)
    {
        Html inside = $"{figures.ToArray()}";
        return $"""<div class="row">{"\n"}{inside}</div>{"\n"}""";
    }

    /// <summary>A share with its interval, as a cell.</summary>
    public static Html Share(double share, double low, double high) => $"""{Figures.Percent(share)} <span class="interval">[{Figures.PercentRange(low, high)}]</span>""";

    /// <summary>A ratio with its interval, as a cell.</summary>
    public static Html Ratio(double ratio, double low, double high) => $"""{Figures.Ratio(ratio)} <span class="interval">[{Figures.RatioRange(low, high)}]</span>""";

    private static Html Notices(ReportInput input, Words words)
    {
        Html open = input.AsOf < input.Period.To ? $"""<p class="notice">{words.Say("page.period_open", words.LongDay(input.AsOf))}</p>{"\n"}""" : Html.None;
        Html share = input.IsShare ? $"""<p class="notice">{words["page.share"]}</p>{"\n"}""" : Html.None;
        return $"{share}{open}";
    }

    private static Html Link(string page, Words words, bool here) =>
        here ? (Html)$"""<a class="here" aria-current="page" href="{page}.html">{words["nav." + page]}</a> """ : (Html)$"""<a href="{page}.html">{words["nav." + page]}</a> """;

    private static Html Raw(string markup)
    {
        var html = new Html(markup.Length, 0);
        html.AppendLiteral(markup);
        return html;
    }
}

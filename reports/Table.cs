namespace ClaimInsights.Reports;

/// <summary>A column's head and how its cells stand.</summary>
/// <param name="Head">With its unit.</param>
/// <param name="Kind"><c>number</c> (to the right), <c>text</c>, <c>code</c> (never broken), <c>wide</c> (may break inside a word) or <c>reasons</c>.</param>
internal sealed record TableColumn(string Head, string Kind = "text")
{
    public static TableColumn Number(string head) => new(head, "number");

    public static TableColumn Code(string head) => new(head, "code");
}

/// <summary>A table of a page; its head is repeated on each printed page.</summary>
internal static class Table
{
    private const int Short = 16;

    /// <param name="caption">What it shows; empty: none.</param>
    /// <param name="columns">One for each cell of a row.</param>
    /// <param name="rows">Cells, already escaped.</param>
    public static Html Of(string caption, IReadOnlyList<TableColumn> columns, IEnumerable<IReadOnlyList<Html>> rows)
    {
        var all = rows.ToList();
        Html head = $"{columns.Select(Head)}";
        Html body = $"{all.Select(row => Row(columns, row))}";
        // On paper a short table stays on one page.
        var kind = all.Count <= Short ? "table short" : "table";
        Html title = caption.Length == 0 ? Html.None : $"<caption>{caption}</caption>";
        return $"""<div class="{kind}"><table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{"\n"}""";
    }

    private static Html Head(TableColumn column) => $"""<th scope="col" class="{column.Kind}">{column.Head}</th>""";

    private static Html Row(IReadOnlyList<TableColumn> columns, IReadOnlyList<Html> cells)
    {
        var both = columns.Zip(cells, Cell);
        return $"<tr>{both}</tr>\n";
    }

    private static Html Cell(TableColumn column, Html cell) => $"""<td class="{column.Kind}">{cell}</td>""";
}

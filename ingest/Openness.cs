namespace ClaimInsights.Ingest;

/// <summary>Which rows are not finished yet and are set aside without being wrong: claims that are not closed, review rows without a finding.</summary>
internal static class Openness
{
    /// <summary>Whether an empty cell of this required column makes the row an open one, instead of a broken one.</summary>
    public static bool MayBeMissing(Table table, Column column) => column.Name == ColumnOf(table);

    /// <summary>Restricts the other columns' being required: a review sheet's row that nobody worked on lacks reviewer and moment too, and how it was selected is in the queue.</summary>
    public static string RequiredOnlyIf(Table table, Column column) => table != Tables.Verdicts ? ""
        : $" and {Rule.Text("finding")} is not null" + (QueuedColumns.Names.Contains(column.Name) ? $" and {Rule.Text("sheet_id")} is null" : "");

    /// <summary>SQL that is true for an open row.</summary>
    public static string Condition(Table table, DateOnly? asOf) => ColumnOf(table) is not { } column ? "false"
        : table == Tables.Claims && asOf is { } day ? $"({Rule.Value(column)} is null or {Rule.Value(column)} > {Sql.Date(day)})"
        : $"{Rule.Value(column)} is null";

    private static string? ColumnOf(Table table) =>
        table == Tables.Claims ? "closed_on" : table == Tables.Verdicts ? "finding" : null;
}

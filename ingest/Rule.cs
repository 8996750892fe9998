namespace ClaimInsights.Ingest;

/// <summary>One rule of a table, as SQL over a row's texts (<c>"t:name"</c>) and the values read from them (<c>"v:name"</c>).</summary>
/// <param name="Problem">What it is called when the rule is broken.</param>
/// <param name="Column">The column that breaks it.</param>
/// <param name="Broken">True where it is broken; null counts as not.</param>
internal sealed record Rule(Problem Problem, string Column, string Broken)
{
    /// <summary>A row's text of that column.</summary>
    public static string Text(string column) => Sql.Name("t:" + column);

    /// <summary>The value read from the text; null where the text is none of the column's type.</summary>
    public static string Value(string column) => Sql.Name("v:" + column);
}

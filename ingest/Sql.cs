using System.Globalization;

namespace ClaimInsights.Ingest;

/// <summary>Pieces of SQL that are made from data: names and literals, quoted.</summary>
internal static class Sql
{
    public static string Name(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Text(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    public static string TextOrNull(string? text) => text is null ? "null::varchar" : Text(text);

    public static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Date(DateOnly date) => $"date '{date:yyyy-MM-dd}'";

    public static string TextList(IEnumerable<string> texts) => string.Join(", ", texts.Select(Text));

    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>Joins conditions; none at all is always true.</summary>
    public static string All(IEnumerable<string> conditions) =>
        string.Join(" and ", conditions.Select(condition => $"({condition})").DefaultIfEmpty("true"));

    /// <summary>Joins conditions; none at all is never true.</summary>
    public static string Any(IEnumerable<string> conditions) =>
        string.Join(" or ", conditions.Select(condition => $"({condition})").DefaultIfEmpty("false"));

    /// <summary>A relation over Parquet files, whatever columns each of them has.</summary>
    public static string Parquet(IEnumerable<string> files, bool withFileName = false) =>
        $"read_parquet([{TextList(files)}], union_by_name = true, hive_partitioning = false{(withFileName ? ", filename = '_file'" : "")})";
}

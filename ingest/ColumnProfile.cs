using System.Globalization;

namespace ClaimInsights.Ingest;

/// <summary>Counts of what the values of one column look like, made by the engine in one pass over the staged text.</summary>
internal sealed record ColumnProfile(
    string Name, long Rows, long Present, string? Minimum, string? Maximum, IReadOnlyList<string> Examples, IReadOnlyDictionary<string, double> Shares)
{
    private const double NearlyAll = 0.95;

    /// <summary>How days are written, by patterns that exclude one another; those that begin with day or month are told apart by what cannot be a month.</summary>
    public static IReadOnlyList<(string Format, string Pattern)> Days { get; } =
    [
        ("yyyy-MM-dd", "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        ("yyyy/M/d", "[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}"),
        ("yyyy年M月d日", "[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"),
        ("yyyyMMdd", "(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])"),
        ("yyyy.M.d", "[0-9]{4}\\.[0-9]{1,2}\\.[0-9]{1,2}"),
        ("yyyy-M-d", "[0-9]{4}-([0-9]-[0-9]{1,2}|[0-9]{2}-[0-9])"),
        ("d.M.yyyy", "[0-9]{1,2}\\.[0-9]{1,2}\\.[0-9]{4}"),
        ("yyyy-MM-dd HH:mm:ss", "[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}"),
    ];

    private static readonly (string Name, string Pattern)[] Patterns =
    [
        ("vin", $"[{Vin.CharacterClass}]{{{Vin.Length}}}"),
        ("int", "[+-]?[0-9]+"),
        ("decimal", ValueRules.NumberPattern),
        ("comma thousands", "[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?"),
        ("point thousands", "[+-]?[0-9]{1,3}(\\.[0-9]{3})*,[0-9]{1,2}"),
        ("bool", "true|false|是|否|有|无"),
        .. Days.Select(day => (day.Format, day.Pattern)),
    ];

    public string Type => Present == 0 ? "empty"
        : Share("vin") >= NearlyAll ? "vin"
        : Days.Sum(day => Share(day.Format)) >= NearlyAll ? "date"
        : Share("int") >= NearlyAll ? "int"
        : NumberShare >= NearlyAll ? "decimal"
        : Share("bool") >= NearlyAll ? "bool"
        : "text";

    public double NumberShare => Share("decimal") + Share("comma thousands") + Share("point thousands");

    public double Share(string pattern) => Shares.GetValueOrDefault(pattern);

    /// <summary>Profiles the file's column at that place of the relation.</summary>
    public static ColumnProfile Of(Workbench bench, string relation, int index, string name)
    {
        var cell = TextExpressions.Cell(index);
        var counts = string.Concat(Patterns.Select(pattern => $", count(*) filter (regexp_full_match({cell}, {Sql.Text(pattern.Pattern)}))"));
        var number = $"try_cast({cell} as decimal(38,6))";
        return bench.Rows(
            $"""
            select count(*), count({cell}), min({cell}), max({cell}), min({number})::varchar, max({number})::varchar,
                array_to_string(list_slice(list_sort(list_distinct(list({cell}) filter (line <= 1000))), 1, 3), chr(1)){counts}
            from {relation}
            """,
            reader =>
            {
                var present = reader.GetInt64(1);
                var shares = Patterns.Select((pattern, at) => (pattern.Name, Share: present == 0 ? 0 : (double)reader.GetInt64(7 + at) / present))
                    .ToDictionary(pair => pair.Name, pair => pair.Share, StringComparer.Ordinal);
                string? Text(int at) => reader.IsDBNull(at) ? null : reader.GetString(at);
                var isNumber = shares["decimal"] >= NearlyAll && shares["vin"] < NearlyAll;
                return new ColumnProfile(
                    name, reader.GetInt64(0), present, isNumber ? Plain(Text(4)) : Text(2), isNumber ? Plain(Text(5)) : Text(3),
                    Text(6)?.Split('\u0001').Select(Short).ToList() ?? [], shares);
            }).Single();
    }

    /// <summary>Share of the values that a column could hold, in any known way to write them.</summary>
    public double Fit(Workbench bench, string relation, int index, Column column) => Present == 0 ? 1 : column.Type switch
    {
        ColumnType.Vin => Share("vin"),
        ColumnType.Date or ColumnType.Timestamp => Math.Min(1, Days.Sum(day => Share(day.Format))),
        ColumnType.Int => Math.Min(1, Share("int") + Share("comma thousands")),
        ColumnType.Decimal or ColumnType.Real => Math.Min(1, NumberShare),
        ColumnType.Code => ShareIn(bench, relation, index, [.. column.Codes, .. ChineseValues.Of(column).Keys]),
        ColumnType.Bool => ShareIn(bench, relation, index, ["true", "false", "1", "0", .. ChineseValues.Of(column).Keys]),
        _ => 1,
    };

    private double ShareIn(Workbench bench, string relation, int index, IEnumerable<string> values) =>
        (double)bench.Count($"select count(*) from {relation} where {TextExpressions.Cell(index)} in ({Sql.TextList(values)})") / Present;

    private static string? Plain(string? number) =>
        number is null ? null : decimal.Parse(number, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);

    private static string Short(string value) => (value.Length > 60 ? value[..60] + "…" : value).ReplaceLineEndings(" ");
}

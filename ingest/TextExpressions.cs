using System.Text.RegularExpressions;

namespace ClaimInsights.Ingest;

/// <summary>SQL that turns a file's cells into the contract's text: text to text only, so that the contract's own rules judge the outcome.</summary>
internal static class TextExpressions
{
    // The same as CsvFields.Blanks.
    private const string Blanks = "' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(12288)";

    /// <summary>How days are written under Chinese headers beside the contract's own way; all begin with the year, so none can be read as another.</summary>
    public static IReadOnlyList<string> ChineseDays { get; } = ["yyyy年M月d日", "yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyyMMdd"];

    /// <summary>A cell as it is; staging has trimmed it, and the engine reads an empty one as null.</summary>
    public static string Cell(int index) => "c" + index;

    public static string Trimmed(string expression) => $"nullif(trim({expression}, {Blanks}), '')";

    /// <summary>The text of a column that is known by its header. Under another header than the contract's, the known Chinese values and the usual ways to write a day are read too.</summary>
    public static string Named(Column column, int index, bool isTheContracts, bool isWorkbook)
    {
        var text = Cell(index);
        text = isTheContracts ? text : Coded(column, text);
        if (!isTheContracts && column.Type is ColumnType.Date or ColumnType.Timestamp)
        {
            text = $"case when regexp_full_match({text}, '[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}') then {text} else {Dated(column, text, ChineseDays)} end";
        }

        return isWorkbook ? Serial(column, text) : text;
    }

    /// <summary>The text of a mapped column.</summary>
    public static TextColumn Mapped(ColumnMapping mapping, Func<string, int> indexOf, bool isWorkbook)
    {
        var name = mapping.Target.Name;
        if (mapping.Constant is { } constant)
        {
            return new TextColumn(name, Trimmed(Sql.Text(constant)));
        }

        var cells = mapping.From.Select(column => Cell(indexOf(column))).ToList();
        var raw = cells.Count == 1 ? cells[0] : $"nullif(concat_ws({Sql.Text(mapping.Join!)}, {string.Join(", ", cells)}), '')";
        var doubts = new List<(Problem, string)>();
        var text = mapping.Values.Count > 0 ? Translated(mapping, raw, doubts) : Coded(mapping.Target, raw);
        text = mapping.Formats.Count > 0 ? Dated(mapping.Target, text, mapping.Formats) : text;
        text = isWorkbook ? Serial(mapping.Target, text) : text;
        text = (mapping.Thousands ?? mapping.Decimal) is not null ? Marked(mapping, text, doubts) : text;
        text = mapping.Factor is not null ? Multiplied(mapping, text, doubts) : text;
        var isTaken = cells.Count == 1 && mapping is { Values.Count: 0, Formats.Count: 0, Thousands: null, Decimal: null, Factor: null };
        return new TextColumn(name, text) { Doubts = doubts, Cell = isTaken ? indexOf(mapping.From[0]) : null };
    }

    private static string Translated(ColumnMapping mapping, string raw, List<(Problem, string)> doubts)
    {
        if (mapping.Otherwise is null && mapping.Target.Type == ColumnType.Text)
        {
            doubts.Add((Problem.UnmappedValue, $"{raw} not in ({Sql.TextList(mapping.Values.Keys)})"));
        }

        var empty = mapping.Values.TryGetValue("", out var forEmpty) ? Sql.Text(forEmpty) : "null";
        var cases = mapping.Values.Select(pair => $"when {Sql.Text(pair.Key)} then {Sql.Text(pair.Value)}");
        var otherwise = mapping.Otherwise is null ? raw : Sql.Text(mapping.Otherwise);
        return $"case when {raw} is null then {empty} else nullif(case {raw} {string.Join(' ', cases)} else {otherwise} end, '') end";
    }

    // A code or a flag in Chinese; anything else stays as it is.
    private static string Coded(Column column, string text) => ChineseValues.Of(column) is { Count: > 0 } values
        ? $"case {text} {string.Join(' ', values.Select(pair => $"when {Sql.Text(pair.Key)} then {Sql.Text(pair.Value)}"))} else {text} end"
        : text;

    // A workbook's day without a date's format is a count of days. Five digits are no other way to write a day.
    private static string Serial(Column column, string text) => column.Type == ColumnType.Date
        ? $"case when regexp_full_match({text}, '[1-9][0-9]{{4}}') then cast(date '1899-12-30' + cast({text} as integer) as varchar) else {text} end"
        : text;

    // What no format reads stays as it is and is judged as ISO.
    private static string Dated(Column column, string text, IReadOnlyList<string> formats)
    {
        var iso = column.Type == ColumnType.Timestamp ? "'%Y-%m-%dT%H:%M:%S'" : "'%Y-%m-%d'";
        var tries = formats.Select(format =>
        {
            var engine = Sql.Text(DateFormat.ToStrptime(format)!);
            var moment = $"try_strptime({text}, {engine})";
            return DateFormat.IsFixedWidth(format)
                ? $"case when strftime({moment}, {engine}) = {text} then strftime({moment}, {iso}) end"
                : $"strftime({moment}, {iso})";
        });
        return $"coalesce({string.Join(", ", tries)}, {text})";
    }

    // A value that is a number with a point but not with the mapping's marks would be read wrongly without a word: 1.234 for 1,234.
    private static string Marked(ColumnMapping mapping, string text, List<(Problem, string)> doubts)
    {
        var thousands = mapping.Thousands;
        var point = mapping.Decimal ?? ".";
        var whole = thousands is null ? "[0-9]+" : $"([0-9]+|[0-9]{{1,3}}({Regex.Escape(thousands)}[0-9]{{3}})+)";
        var grammar = $"[+-]?{whole}({Regex.Escape(point)}[0-9]+)?";
        var plain = thousands is null ? text : $"replace({text}, {Sql.Text(thousands)}, '')";
        plain = point == "." ? plain : $"replace({plain}, {Sql.Text(point)}, '.')";
        doubts.Add((Problem.NotANumber, $"not regexp_full_match({text}, {Sql.Text(grammar)}) and regexp_full_match({text}, '{ValueRules.NumberPattern}')"));
        return $"case when regexp_full_match({text}, {Sql.Text(grammar)}) then {plain} else {text} end";
    }

    private static string Multiplied(ColumnMapping mapping, string text, List<(Problem, string)> doubts)
    {
        const string Bounded = "[+-]?[0-9]{1,15}(\\.[0-9]{1,9})?";
        doubts.Add((Problem.OutOfRange, $"not regexp_full_match({text}, '{Bounded}') and regexp_full_match({text}, '{ValueRules.NumberPattern}')"));
        var scale = mapping.Target.Type == ColumnType.Real ? 9 : mapping.Target.Scale;
        var product = $"round(try_cast({text} as decimal(24,9)) * {Sql.Number(mapping.Factor!.Value)}, {scale})";
        return $"case when regexp_full_match({text}, '{Bounded}') then cast(cast({product} as decimal(38,{scale})) as varchar) else {text} end";
    }
}

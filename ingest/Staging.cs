using System.Buffers.Text;

namespace ClaimInsights.Ingest;

/// <summary>
/// Brings one file into the workbench. Sound records are copied, each behind its line and place, into a text file that every reader
/// takes in the same way; the engine reads that, judges each row by the table's rules and writes typed rows as Parquet. Damaged
/// records go to the table <c>damaged</c>. Rows are called by <c>_ord</c>: part, line and piece in one number, in the delivery's order.
/// </summary>
internal sealed class Staging(Workbench bench, long sortAbove = long.MaxValue, string delivery = "", VehicleNames? vehicles = null)
{
    public const int PieceBits = 12;
    public const int PartBits = 51;
    private const int MaxPieces = (1 << PieceBits) - 1;

    private readonly VehicleNames names = vehicles ?? VehicleNames.Plain;
    private readonly Dictionary<int, IReadOnlyList<SortedFile>> sorted = [];

    /// <summary>A row's place in the delivery's order.</summary>
    public static long OrderOf(int part, long line) => ((long)part << PartBits) + (line << PieceBits);

    /// <summary>The rows of a part that need no judging by the table's rules, by month of closing; none where the part is small.</summary>
    public IReadOnlyList<SortedFile> SortedOf(DeliveryPart part) => sorted.GetValueOrDefault(part.Number, []);

    /// <summary>The typed rows of a part, good, bad and open, those left out that are sorted.</summary>
    public string FileOf(DeliveryPart part) => bench.PathOf($"part-{part.Number}.parquet");

    public static void Prepare(Workbench bench) => bench.Execute(
        "create temp table damaged (part integer, line bigint, position bigint, length integer, problem varchar)");

    /// <summary>Stages one part.</summary>
    /// <returns>Rows read, damaged ones and pieces of split ones included.</returns>
    public long Load(DeliveryPart part, DateOnly? asOf)
    {
        var text = bench.PathOf($"part-{part.Number}.txt");
        var sieve = new FileInfo(part.Source.Path).Length >= sortAbove ? RowSieve.For(part, asOf, names) : null;
        var sorter = new MonthSorter(month => bench.PathOf($"sorted-{part.Number}-{month}.txt"));
        var (sound, damaged) = Copy(part.Text, part.Number, text, sieve, sorter);
        sorted[part.Number] = MonthConversion.Run(bench, part, sorter.Finish(), delivery, names);
        bench.Execute(StageSql(part, asOf, text, FileOf(part)));
        var rows = bench.Count($"select count(*) from {Sql.Parquet([FileOf(part)])}");
        var records = part.Layout.Split is null
            ? rows
            : bench.Count($"select count(distinct _line) from {Sql.Parquet([FileOf(part)])}");
        if (records != sound)
        {
            throw new InvalidOperationException($"{part.File.Name}: {sound} sound records were counted, but the engine read {records}");
        }

        File.Delete(text);
        return rows + sorter.Rows + damaged;
    }

    /// <summary>Stages a file's sound records as they are, every column as text, without judging them.</summary>
    /// <returns>A relation of <c>line</c>, <c>place</c>, <c>c0</c>, <c>c1</c> …, and the records that are sound and damaged.</returns>
    public (string Relation, long Sound, long Damaged) Plain(FileText file)
    {
        var text = bench.PathOf("plain.txt");
        var (sound, damaged) = Copy(file, 0, text, null, null);
        return (RecordsSql(file, text), sound, damaged);
    }

    // Sound are those that go into the text; what is sorted is counted there.
    private (long Sound, long Damaged) Copy(FileText file, int number, string text, RowSieve? sieve, MonthSorter? sorter)
    {
        long sound = 0;
        long damaged = 0;
        using var scanner = new ReadAhead(file.Rows(), file.Header.Count);
        using var output = new FileStream(text, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 18);
        using var appender = bench.Connection.CreateAppender("damaged");
        while (scanner.Next(file.Header.Count, out var record))
        {
            if (record.Problem is { } problem)
            {
                damaged++;
                appender.CreateRow()
                    .AppendValue(number).AppendValue(record.Line).AppendValue(record.Position).AppendValue(record.Length)
                    .AppendValue(problem.Code).EndRow();
                continue;
            }

            var month = sieve is not null && record.Plain ? sieve.MonthOf(scanner.Bytes) : RowSieve.Doubtful;
            if (month != RowSieve.Doubtful)
            {
                sorter!.Add(month, scanner.Bytes, record.Line, PlaceOf(record));
                continue;
            }

            sound++;
            Write(output, file.Delimiter, record, scanner.Bytes);
        }

        return (sound, damaged);
    }

    private static long PlaceOf(CsvRecord record) => (record.Position << 20) | (long)record.Length;

    private static void Write(FileStream output, byte delimiter, CsvRecord record, ReadOnlySpan<byte> bytes)
    {
        Span<byte> prefix = stackalloc byte[48];
        Utf8Formatter.TryFormat(record.Line, prefix, out var written);
        prefix[written++] = delimiter;
        Utf8Formatter.TryFormat(PlaceOf(record), prefix[written..], out var more);
        written += more;
        prefix[written++] = delimiter;
        output.Write(prefix[..written]);
        if (record.Plain)
        {
            output.Write(bytes);
        }
        else
        {
            WriteQuoted(output, CsvFields.Of(bytes, delimiter), delimiter);
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteQuoted(FileStream output, List<string> fields, byte delimiter)
    {
        for (var index = 0; index < fields.Count; index++)
        {
            if (index > 0)
            {
                output.WriteByte(delimiter);
            }

            output.Write(System.Text.Encoding.UTF8.GetBytes("\"" + CsvFields.Trim(fields[index]).Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
        }
    }

    private string StageSql(DeliveryPart part, DateOnly? asOf, string text, string target)
    {
        var layout = part.Layout;
        var table = layout.Table;
        var given = layout.Columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
        var vin = given.GetValueOrDefault("vin")?.Expression;
        var texts = table.Columns.Select(column => $"{names.Sql(column, TextOf(column, given), vin)} as {Rule.Text(column.Name)}")
            .Concat(layout.Attributes.Select(attribute => $"{names.Sql(null, attribute.Expression, vin)} as {Rule.Text(attribute.Name)}"));
        var doubts = layout.Columns.SelectMany(column => column.Doubts.Select((doubt, index) => (column.Name, doubt.Problem, doubt.Condition, Flag: $"d:{index}:{column.Name}"))).ToList();
        var mapped = doubts.Select(doubt => new Rule(doubt.Problem, doubt.Name, Sql.Name(doubt.Flag))).ToList();
        var between = RowRules.Of(table, given.ContainsKey, asOf);
        bool HasText(Column column) => given.ContainsKey(column.Name) || QueuedColumns.FillIn(table, column.Name, given.Keys);
        var rules = mapped.Concat(table.Columns.SelectMany(column => ValueRules.Of(table, column, HasText(column), names))).Concat(between);
        var sound = table.Columns.Select(column => ValueRules.Sound(table, column, HasText(column), names)).Where(condition => condition != "true")
            .Concat(mapped.Concat(between).Select(rule => $"not coalesce({rule.Broken}, false)"));
        // What a forgotten vehicle's row holds is not looked at any further: it would be kept.
        var forgotten = names.Forgets && vin is not null
            ? $"when {VehicleNames.SqlIsForgotten(Rule.Text("vin"))} then [{Found(new Rule(Problem.ForgottenVehicle, "vin", "true"), "null::varchar")}]" : "";
        var rows = $"""
            select ({part.Number}::bigint << {PartBits}) + (line << {PieceBits}) + _piece_number as _ord, line as _line, place as _place,
                {string.Join(",\n", texts.Concat(doubts.Select(doubt => $"{doubt.Condition} as {Sql.Name(doubt.Flag)}")))}
            from ({RecordsSql(part, text)})
            """;
        return $"""
            copy (
                select {string.Join(", ", table.Columns.Select(column => $"{Rule.Value(column.Name)} as {Sql.Name(column.Name)}"))}
                    {string.Concat(layout.Attributes.Select(attribute => $", {Rule.Text(attribute.Name)} as {Sql.Name(attribute.Name)}"))},
                    _ord, _line, _place, case when len(_found) > 0 then _found end as _problems,
                    coalesce(len(_found), 0) = 0 and {Openness.Condition(table, asOf)} as _open
                from (
                    select *, case {forgotten} when {Sql.All(sound)} then null else list_filter([{string.Join(",\n", rules.Select(rule => Found(rule, Rule.Text(rule.Column))))}],
                        lambda problem: problem is not null) end as _found
                    from (
                        select *, {string.Join(", ", table.Columns.Select(column => $"{ValueRules.Read(column)} as {Rule.Value(column.Name)}"))}
                        from (
                            {(table == Tables.Verdicts ? QueuedColumns.Filled(rows) : rows)}
                        )
                    )
                )
            ) to {Sql.Text(target)} (format parquet, parquet_version v1)
            """;
    }

    private static string TextOf(Column column, Dictionary<string, TextColumn> given)
    {
        var text = given.TryGetValue(column.Name, out var found) ? found.Expression : "null::varchar";
        return column.Default is null ? text : $"coalesce({text}, {Sql.Text(column.Default)})";
    }

    private static string Found(Rule rule, string value) =>
        $"case when {rule.Broken} then {{'problem': {Sql.Text(rule.Problem.Code)}, 'column': {Sql.Text(rule.Column)}, 'value': {value}}} end";

    private static string RecordsSql(DeliveryPart part, string text)
    {
        var records = RecordsSql(part.Text, text);
        if (part.Layout.Split is not { } split)
        {
            return $"select *, 0 as _piece_number from {records}";
        }

        var pieces = $"list_filter(list_transform(string_split(c{split.Column}, {Sql.Text(split.By)}), lambda piece: {TextExpressions.Trimmed("piece")}), lambda piece: piece is not null)";
        return $"""
            select * exclude (_pieces), unnest(_pieces) as _piece, unnest(range(1, len(_pieces) + 1)) as _piece_number
            from (
                select * replace (case when len(_pieces) = 0 or _pieces is null then [null::varchar] when len(_pieces) > {MaxPieces} then [c{split.Column}] else _pieces end as _pieces),
                    len(_pieces) > {MaxPieces} as _too_many
                from (select *, {pieces} as _pieces from {records})
            )
            """;
    }

    private static string RecordsSql(FileText file, string text)
    {
        var columns = string.Concat(Enumerable.Range(0, file.Header.Count).Select(index => $", 'c{index}': 'VARCHAR'"));
        var delimiter = Sql.Text(((char)file.Delimiter).ToString());
        return $$"""
            read_csv({{Sql.Text(text)}}, columns = {'line': 'BIGINT', 'place': 'BIGINT'{{columns}}}, auto_detect = false, header = false,
                delim = {{delimiter}}, quote = '"', escape = '"', new_line = '\n', strict_mode = true, max_line_size = 4194304)
            """;
    }
}
